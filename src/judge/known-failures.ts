import type { CombinationFilter } from '../model/config.ts';
import type { Category, Finding } from '../model/finding.ts';
import { makeFinding } from '../model/make-finding.ts';
import type { Measurement } from '../model/measurement.ts';
import type { JudgeSettings } from '../model/measurements.ts';
import type { Result } from '../model/result.ts';
import type { Severity } from '../model/severity.ts';
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
 * the list never outlives its reasons. A line that names no module foretells, too, that a combination
 * cannot be set up where the project is what fails: its build, or what it requires.
 *
 * @param settings a harmless warning is no failure that a line foretells, unless warnings fail the run
 */
export function applyKnownFailures(
  judgement: Judgement,
  measurements: readonly Measurement[],
  { knownFailures: lines, failOn }: Pick<JudgeSettings, 'knownFailures' | 'failOn'>,
): Judgement {
  if (lines.length === 0) return judgement;
  const { results, judged } = judgement;
  const isFailure = failuresOf(judgement, failOn);
  const cellOf = cellsOf(measurements);
  const lineFor = (one: Of): CombinationFilter | undefined => {
    const cell = isFailure(one) ? cellOf(one) : undefined;
    return cell && knownFailure(lines, cell);
  };
  // What only the hooks saw fail has no result, and a line may foretell it all the same.
  const tested = new Set(results.map(cellKey));
  const seen = judged.filter((one) => isFailure(one) && !tested.has(cellKey(one)));
  const notSetUp = ofCombinations(measurements, ({ state }) => isOwnSetUp(state));
  const measured = [
    ...[...results, ...seen].map((one) => ({ one, failed: isFailure(one) })),
    ...notSetUp.map((one) => ({ one, failed: true })),
  ].flatMap(({ one, failed }) => {
    const cell = cellOf(one);
    return cell ? [{ cell, failed }] : [];
  });
  const covers = (line: CombinationFilter, all: readonly Of[]): boolean =>
    all.some((one) => {
      const cell = cellOf(one);
      return cell !== undefined && matchesCell(line, cell);
    });
  const warned = judged.filter(({ diagnosis }) => diagnosis.severity === 'warning');
  const open = ofCombinations(
    measurements,
    ({ state: { kind } }) => kind === 'error' || kind === 'skipped',
  );
  const { expected, passing, unused } = checkKnownFailures(lines, measured);
  return {
    results: results.map((one) =>
      lineFor(one) ? { ...one, severity: 'note' as const, known: true as const } : one,
    ),
    judged: judged.filter((one) => !lineFor(one)),
    foretold: new Map(expected.map(({ cell, line }) => [cell.id, line.text])),
    findings: passing.map(({ line, cells }) => passes(line, cells, covers(line, warned))),
    // A line for another platform is for another machine's run, and what did not run tells nothing.
    notices: unused
      .filter((line) => isForHere(line, measurements) && !covers({ ...line, module: null }, open))
      .map(
        ({ text }) =>
          `The line "${text}" of known-failures matches nothing that was tested: remove it, or correct it`,
      ),
  };
}

/**
 * A set-up failure that is the project's own, and the same tomorrow: no network is not, nor what made
 * an installation fail for a reason that nobody knows.
 */
function isOwnSetUp(state: Measurement['state']): boolean {
  if (state.kind !== 'error') return false;
  const why = state.because?.kind;
  return (
    state.setUp === 'build-failed' ||
    (state.setUp === 'resolver-conflict' && (why === 'no-solution' || why === 'without-wheel'))
  );
}

/** Whole combinations, of which no module is known. */
function ofCombinations(
  measurements: readonly Measurement[],
  isWanted: (one: Measurement) => boolean,
): readonly Of[] {
  return measurements
    .filter(isWanted)
    .map(({ combination }) => ({ combination: combination.id, module: '' }));
}

function cellsOf(measurements: readonly Measurement[]) {
  const byId = new Map(measurements.map(({ combination }) => [combination.id, combination]));
  return ({ combination: id, module }: Of): MeasuredModule | undefined => {
    const combination = byId.get(id);
    if (!combination) return undefined;
    return { id, python: combination.interpreter, numpy: combination.numpy, module };
  };
}

function isForHere({ os }: CombinationFilter, measurements: readonly Measurement[]): boolean {
  if (os === undefined) return true;
  return measurements.some(({ combination }) =>
    matchesPlatform(os, combination.interpreter.platform),
  );
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
function failuresOf(
  { results, judged }: Judgement,
  failOn: JudgeSettings['failOn'],
): (one: Of) => boolean {
  const fails = (
    kind: string | null,
    { severity, category }: { readonly severity: Severity; readonly category: Category | null },
  ): boolean => {
    if (severity !== 'warning') return severity === 'error';
    const isDoubt = kind !== null && category !== null && isOfDoubt({ kind, category });
    return failOn === 'warning' || isDoubt;
  };
  const bad = new Set(
    [
      ...results.filter((one) => fails(one.diagnosis, one)),
      ...judged.filter(({ diagnosis }) => fails(diagnosis.kind, diagnosis)),
    ].map(cellKey),
  );
  return (one) => bad.has(cellKey(one));
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
