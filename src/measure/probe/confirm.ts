import { endedWell } from '../../model/ended-well.ts';
import type { Outcome } from '../../model/outcome.ts';
import { type FailedGroup, outcomeOf } from './conclude.ts';
import type { ProbeRun } from './run-probe.ts';

/**
 * Compares what a hooked walk saw with a confirming run: alone, without hooks, the same steps.
 *
 * @param seen the failure to confirm; null when the walk went well and only hooks saw something
 * @returns what each run saw, where they disagree; empty when they agree
 */
export function disagreement(
  seen: FailedGroup | null,
  steps: readonly string[],
  bare: ProbeRun,
): readonly string[] {
  const first = seen ? describe(seen.outcome, seen.phase === 'exit') : 'imported';
  const second = describeBare(bare, steps);
  return first === second ? [] : [`with loader hooks: ${first}`, `without: ${second}`];
}

function describeBare(bare: ProbeRun, steps: readonly string[]): string {
  const raised = bare.records.find((record) => record.kind === 'raised');
  if (raised) {
    if (raised.exit !== null) return describe({ kind: 'exited', code: raised.exit }, false);
    return `raised ${raised.chain[0]?.type ?? 'an exception'}`;
  }
  const closed = bare.records.some((record) => record.kind === 'close');
  const taken = bare.records.filter((record) => record.kind === 'stepped').length;
  if (closed && taken === steps.length && endedWell(bare.ending)) {
    return 'imported';
  }
  return describe(outcomeOf(bare.ending), closed);
}

function describe(outcome: Outcome, atExit: boolean): string {
  const when = atExit ? ' at interpreter exit' : '';
  switch (outcome.kind) {
    case 'imported':
      return 'imported';
    case 'raised':
      return 'raised';
    case 'signalled':
      return `killed by ${outcome.signal}${when}`;
    case 'exited':
      return `exited with code ${outcome.code}${when}`;
    case 'timed-out':
      return `timed out${when}`;
    case 'not-run':
      return `not run (${outcome.reason})`;
  }
}
