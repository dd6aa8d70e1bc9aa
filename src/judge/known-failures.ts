import type { CombinationFilter } from '../model/config.ts';
import type { Finding } from '../model/finding.ts';
import type { CombinationRun } from '../model/measurement.ts';
import { documentationOf } from './diagnose/fold.ts';
import type { Judgement } from './judge.ts';
import { checkKnownFailures, knownFailure } from './known-failure-lines.ts';

/**
 * Takes foretold failures out of the findings, and makes one of every line that passes now, so that
 * the list never outlives its reasons.
 */
export function applyKnownFailures(
  judgement: Judgement,
  runs: readonly CombinationRun[],
  lines: readonly CombinationFilter[],
): Judgement {
  if (lines.length === 0) return judgement;
  const byId = new Map(runs.map((run) => [run.combination.id, run.combination]));
  const cellOf = (id: string, module: string) => {
    const combination = byId.get(id);
    if (!combination) return undefined;
    return { python: combination.interpreter, numpy: combination.numpy, module };
  };
  const isKnown = (id: string, module: string): boolean => {
    const cell = cellOf(id, module);
    return cell !== undefined && knownFailure(lines, cell) !== undefined;
  };
  const measured = judgement.results.flatMap((one) => {
    const cell = cellOf(one.combination, one.module);
    return cell ? [{ cell, failed: one.severity === 'error' }] : [];
  });
  const { passing } = checkKnownFailures(lines, measured);
  return {
    results: judgement.results.map((one) =>
      one.severity === 'error' && isKnown(one.combination, one.module)
        ? { ...one, severity: 'note' as const, known: true as const }
        : one,
    ),
    judged: judgement.judged.filter(({ combination, module }) => !isKnown(combination, module)),
    findings: passing.map(({ line, cells }) =>
      passes(
        line,
        cells.map(({ module }) => module),
        runs,
      ),
    ),
  };
}

function passes(
  line: CombinationFilter,
  modules: readonly string[],
  runs: readonly CombinationRun[],
): Finding {
  return {
    kind: 'known-failure-passes',
    category: 'configuration',
    severity: 'error',
    fault: 'own',
    culprit: { distribution: null, version: null, module: null, file: null },
    title: `The known failure "${line.text}" works now`,
    explanation: 'Everything that this line of known-failures names was run and passed.',
    fix: `Remove the line "${line.text}" from known-failures`,
    evidence: [],
    inner: null,
    hints: { symbol: line.text },
    location: null,
    modules: [...new Set(modules)].sort(),
    combinations: runs.map((run) => run.combination.id),
    documentation: documentationOf('known-failure-passes'),
  };
}
