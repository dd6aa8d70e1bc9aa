import type { CombinationFilter } from '../model/config.ts';
import type { Finding } from '../model/finding.ts';
import { makeFinding } from '../model/make-finding.ts';
import type { Measurement } from '../model/measurement.ts';
import type { Result } from '../model/result.ts';
import { matchesPlatform } from '../plan/matches-combination.ts';
import { NOBODY } from './diagnose/culprit.ts';
import { knownFailurePasses } from './diagnose/rules/elsewhere.ts';
import type { Judgement } from './judgement.ts';
import { type Cell, checkKnownFailures, knownFailure } from './known-failure-lines.ts';

/** A module under one combination, by its id. */
type MeasuredModule = Cell & { readonly id: string };

/**
 * Takes foretold failures out of the findings, and makes one of every line that passes now, so that
 * the list never outlives its reasons.
 */
export function applyKnownFailures(
  judgement: Judgement,
  runs: readonly Measurement[],
  lines: readonly CombinationFilter[],
): Judgement {
  if (lines.length === 0) return judgement;
  const byId = new Map(runs.map((run) => [run.combination.id, run.combination]));
  const cellOf = (id: string, module: string) => {
    const combination = byId.get(id);
    if (!combination) return undefined;
    return { id, python: combination.interpreter, numpy: combination.numpy, module };
  };
  const isKnown = (id: string, module: string): boolean => {
    const cell = cellOf(id, module);
    return cell !== undefined && knownFailure(lines, cell) !== undefined;
  };
  // A line for another platform is for another machine's run.
  const isForHere = ({ os }: CombinationFilter): boolean =>
    os === undefined ||
    runs.some(({ combination }) => matchesPlatform(os, combination.interpreter.platform));
  const measured = judgement.results.flatMap((one) => {
    const cell = cellOf(one.combination, one.module);
    return cell ? [{ cell, failed: isBad(one) }] : [];
  });
  const { passing, unused } = checkKnownFailures(lines, measured);
  return {
    results: judgement.results.map((one) =>
      isBad(one) && isKnown(one.combination, one.module)
        ? { ...one, severity: 'note' as const, known: true as const }
        : one,
    ),
    judged: judgement.judged.filter(({ combination, module }) => !isKnown(combination, module)),
    findings: passing.map(({ line, cells }) => passes(line, cells)),
    notices: unused
      .filter(isForHere)
      .map(
        ({ text }) =>
          `The line "${text}" of known-failures matches nothing that was tested: remove it, or correct it`,
      ),
  };
}

/** A warning is what `fail-on: warning` fails on, so a line may foretell it as well. */
function isBad({ severity }: Pick<Result, 'severity'>): boolean {
  return severity === 'error' || severity === 'warning';
}

function passes(line: CombinationFilter, cells: readonly MeasuredModule[]): Finding {
  return makeFinding(knownFailurePasses, {
    fault: 'own',
    culprit: NOBODY,
    facts: { line: line.text },
    title: `The known failure "${line.text}" works now`,
    explanation: 'Everything that this line of known-failures names was run and passed.',
    fix: `Remove the line "${line.text}" from known-failures`,
    evidence: [],
    hints: { symbol: line.text },
    modules: [...new Set(cells.map(({ module }) => module))].sort(),
    combinations: [...new Set(cells.map(({ id }) => id))],
  });
}
