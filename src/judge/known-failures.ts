import type { CombinationFilter } from '../model/config.ts';
import type { Category, Finding } from '../model/finding.ts';
import { makeFinding } from '../model/make-finding.ts';
import type { Measurement } from '../model/measurement.ts';
import type { JudgeSettings } from '../model/measurements.ts';
import type { Result } from '../model/result.ts';
import { matchesPlatform } from '../plan/matches-combination.ts';
import { isOfDoubt } from './combination-verdict.ts';
import { NOBODY } from './diagnose/culprit.ts';
import { knownFailurePasses } from './diagnose/rules/elsewhere.ts';
import type { Judgement } from './judgement.ts';
import { type Cell, checkKnownFailures, knownFailure, matchesCell } from './known-failure-lines.ts';

/** A module under one combination, by its id. */
type MeasuredModule = Cell & { readonly id: string };

/**
 * Takes foretold failures out of the findings, and makes one of every line that passes now, so that
 * the list never outlives its reasons.
 *
 * @param failOn a harmless warning is no failure that a line foretells, unless warnings fail the run
 */
export function applyKnownFailures(
  judgement: Judgement,
  runs: readonly Measurement[],
  lines: readonly CombinationFilter[],
  failOn: JudgeSettings['failOn'],
): Judgement {
  if (lines.length === 0) return judgement;
  const isBad = failsRun(failOn);
  const { results, judged } = judgement;
  const bad = new Set(
    [
      ...results.filter((one) => isBad({ ...one, kind: one.diagnosis ?? '' })),
      ...judged.filter(({ diagnosis }) => isBad(diagnosis)),
    ].map(cellKey),
  );
  const isFailure = (one: Of) => bad.has(cellKey(one));
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
  const isForetold = (one: Of) => isFailure(one) && isKnown(one.combination, one.module);
  // A line for another platform is for another machine's run.
  const isForHere = ({ os }: CombinationFilter): boolean =>
    os === undefined ||
    runs.some(({ combination }) => matchesPlatform(os, combination.interpreter.platform));
  // What only the hooks saw fail has no result, and a line may foretell it all the same.
  const tested = new Set(results.map(cellKey));
  const seen = judged.filter(
    (one) => one.module !== '' && isFailure(one) && !tested.has(cellKey(one)),
  );
  const measured = [...results, ...seen].flatMap((one) => {
    const cell = cellOf(one.combination, one.module);
    return cell ? [{ cell, failed: isFailure(one) }] : [];
  });
  const warns = (line: CombinationFilter): boolean =>
    judged.some(({ diagnosis, combination, module }) => {
      const cell = diagnosis.severity === 'warning' ? cellOf(combination, module) : undefined;
      return cell !== undefined && matchesCell(line, cell);
    });
  const { passing, unused } = checkKnownFailures(lines, measured);
  return {
    results: results.map((one) =>
      isForetold(one) ? { ...one, severity: 'note' as const, known: true as const } : one,
    ),
    judged: judged.filter((one) => !isForetold(one)),
    foretold: [...new Set(judged.filter(isForetold).map(({ combination }) => combination))],
    findings: passing.map(({ line, cells }) => passes(line, cells, warns(line))),
    notices: unused
      .filter(isForHere)
      .map(
        ({ text }) =>
          `The line "${text}" of known-failures matches nothing that was tested: remove it, or correct it`,
      ),
  };
}

/** A module under a combination, in a result or beside a diagnosis. */
type Of = Pick<Result, 'combination' | 'module'>;

function cellKey({ combination, module }: Of): string {
  return `${combination}\0${module}`;
}

/**
 * What a line foretells: an error, a warning that takes the proof away, and any other warning where
 * `fail-on: warning` fails on it.
 */
function failsRun(failOn: JudgeSettings['failOn']) {
  return (one: Pick<Finding, 'kind' | 'severity'> & { readonly category: Category | null }) =>
    one.severity === 'error' ||
    (one.severity === 'warning' &&
      (failOn === 'warning' ||
        isOfDoubt({ kind: one.kind, category: one.category ?? 'unclassified' })));
}

function passes(
  line: CombinationFilter,
  cells: readonly MeasuredModule[],
  warned: boolean,
): Finding {
  return makeFinding(knownFailurePasses, {
    fault: 'own',
    culprit: NOBODY,
    facts: { line: line.text },
    title: `The known failure "${line.text}" works now`,
    explanation: `Everything that this line of known-failures names was run and passed${warned ? ', with a warning at most; only with `fail-on: warning` would the line still accept something' : ''}.`,
    fix: `Remove the line "${line.text}" from known-failures`,
    evidence: [],
    hints: { symbol: line.text },
    modules: [...new Set(cells.map(({ module }) => module))].sort(),
    combinations: [...new Set(cells.map(({ id }) => id))],
  });
}
