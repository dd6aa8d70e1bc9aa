import { predictionsOf, tellContradictions } from '../../audit/predictions.ts';
import type { Judged } from '../../judge/judge-run.ts';
import { tellSetUp } from '../../judge/set-up/tell-set-up.ts';
import type { CombinationStatus } from '../../model/combination.ts';
import type { CombinationVerdict } from '../../model/combination-verdict.ts';
import type { BinaryFacts, CompiledModule } from '../../model/compiled-module.ts';
import type { Location } from '../../model/finding.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { Measurements, Refused } from '../../model/measurements.ts';
import type { NotTested } from '../../model/not-tested.ts';
import type { Predictions } from '../../model/predictions.ts';
import type { Result } from '../../model/result.ts';
import type { SetUpFailure } from '../../model/set-up-failure.ts';
import { exitCodeOf } from '../../report/exit-code.ts';
import type { CombinationReport, ModuleReport, Report } from '../../report/report.ts';
import { verdictOf } from '../../report/verdict.ts';
import { subjectReport } from './subject-report.ts';
import { withEvidence } from './with-evidence.ts';

/** Characters of one combination's smoke output in the report. */
const LONGEST_OUTPUT = 64 * 1024;

const STATUS: Readonly<Record<CombinationVerdict, CombinationStatus>> = {
  proven: 'passed',
  warned: 'passed',
  doubtful: 'passed',
  known: 'passed',
  empty: 'passed',
  failed: 'failed',
  'not-set-up': 'error',
  skipped: 'skipped',
  excluded: 'excluded',
};

/**
 * Everything of a run as one report.
 *
 * @param judged with located findings
 * @param refused files of measurements that could not be taken in
 * @param stopped where failed builds stopped, by the combination's id
 */
export function assembleReport(
  run: Measurements,
  judged: Judged,
  refused: readonly Refused[],
  stopped: ReadonlyMap<string, Location> = new Map(),
): Report {
  const { measurements, plan, settings } = run;
  const predicted = predictionsByCombination(measurements, judged);
  const byId = new Map(measurements.map((one) => [one.combination.id, one]));
  const combinations = [
    ...plan.planned.map((planned) => {
      const measurement = byId.get(planned.id);
      return measurement
        ? {
            ...measuredReport(measurement, judged),
            ...placeOf(stopped.get(planned.id)),
            ...predicted.get(planned.id)?.field,
          }
        : missingReport(planned);
    }),
    ...plan.excluded.map((one) => ({
      ...blank(one, one.version ?? one.python, 'excluded', one.reason),
      ...(one.cause !== one.reason && { cause: one.cause }),
    })),
    ...plan.missing.map((one) => ({
      ...blank(one, one.version ?? one.python, 'not-set-up', null),
      ...setUpReport(one.failure, one.python),
    })),
  ];
  const measured = {
    subject: subjectReport(run.subject, measurements),
    combinations,
    modules: moduleReports(measurements),
    ...withEvidence(judged.results, measurements),
    findings: judged.findings,
    ...(refused.length > 0 && { refused }),
    notTested: unique([...run.notTested, ...measurements.flatMap((one) => one.notTested)]),
  };
  return {
    schema: 1,
    tool: run.tool,
    ...measured,
    supported: judged.supported,
    notices: [
      ...new Set([
        ...plan.notices,
        ...run.notices,
        ...judged.notices,
        ...[...predicted.values()].flatMap(({ told }) => told),
      ]),
    ],
    verdict: verdictOf(measured),
    exitCode: exitCodeOf(measured, settings),
    seconds: run.seconds,
    ...(run.timeline ? { timeline: run.timeline } : {}),
    ...(run.jobs === undefined ? {} : { jobs: run.jobs }),
  };
}

/** Beside what was seen, what the bytes said; nothing where no module was to be seen. */
function predictionsByCombination(
  measurements: readonly Measurement[],
  { results, findings, verdicts }: Judged,
): ReadonlyMap<
  string,
  { readonly field: { predicted?: Predictions }; readonly told: readonly string[] }
> {
  const byFile = new Map<string, Map<string, Result>>();
  for (const result of results) {
    const own = byFile.get(result.combination) ?? new Map<string, Result>();
    byFile.set(result.combination, own);
    if (result.file !== null) own.set(result.file, result);
  }
  return new Map(
    measurements.flatMap((one) => {
      const { id } = one.combination;
      // Under another NumPy than planned nothing was seen of this one.
      if (one.observed.length === 0 || verdicts.get(id) === 'not-set-up') return [];
      const predicted = predictionsOf(one, byFile.get(id) ?? new Map(), findings);
      return [[id, { field: { predicted }, told: tellContradictions(one.combination, predicted) }]];
    }),
  );
}

function measuredReport(measurement: Measurement, judged: Judged): CombinationReport {
  const { combination, state } = measurement;
  const verdict = judged.verdicts.get(combination.id) ?? 'failed';
  const wrong = state.kind === 'ran' ? wrongNumpy(combination.id, judged) : null;
  const reason = 'reason' in state ? state.reason : wrong;
  return {
    ...blank(combination, combination.interpreter.version, verdict, reason),
    buildNumpy: measurement.buildNumpy,
    buildPython: measurement.buildPython,
    processes: measurement.processes,
    ...(state.kind === 'error'
      ? setUpReport(state, combination.python, judged.foretold.get(combination.id))
      : wrong !== null && { setUp: 'wrong-numpy' }),
    seconds: Math.round(measurement.seconds * 1000) / 1000,
    smokeOutput: measurement.smoke?.output.slice(0, LONGEST_OUTPUT) ?? null,
    loadedNumpy: loadedNumpy(measurement),
    ...(measurement.reused && { reused: measurement.reused.at }),
  };
}

function setUpReport(
  failure: SetUpFailure,
  python: string,
  foretoldBy?: string,
): Pick<CombinationReport, 'setUp' | 'reason' | 'cause'> {
  const { kind, reason, cause } = tellSetUp(failure, python);
  if (foretoldBy !== undefined) {
    const [what = ''] = failure.message.split('\n');
    return { setUp: kind, reason: `as "${foretoldBy}" of known-failures foretells: ${what}` };
  }
  return { setUp: kind, reason, cause };
}

function placeOf(location: Location | undefined): Pick<CombinationReport, 'location'> {
  return location ? { location: { file: location.file, line: location.line } } : {};
}

/** Another NumPy than planned is an error, not a failure of a module: nothing was tested. */
function wrongNumpy(id: string, { verdicts, findings }: Judged): string | null {
  if (verdicts.get(id) !== 'not-set-up') return null;
  const wrong = findings.find(
    ({ kind, combinations }) => kind === 'wrong-numpy' && combinations.includes(id),
  );
  return wrong?.title ?? 'another NumPy than planned was loaded';
}

/** It was to run, and nothing says what became of it: never green. */
function missingReport(planned: Measurements['plan']['planned'][number]): CombinationReport {
  return blank(
    planned,
    planned.interpreter.version,
    'skipped',
    'no measurement of it is there: what was to run it was stopped, failed, or is missing',
  );
}

function blank(
  { id, python, numpy, platform }: { id: string; python: string; numpy: string; platform: string },
  version: string,
  verdict: CombinationVerdict,
  reason: string | null,
): CombinationReport {
  return {
    id,
    python: version,
    label: python,
    numpy,
    platform,
    buildNumpy: null,
    buildPython: null,
    processes: 0,
    status: STATUS[verdict],
    verdict,
    reason,
    setUp: null,
    seconds: 0,
    smokeOutput: null,
  };
}

/** One entry per file: a module has one file for each Python ABI. */
function moduleReports(measurements: readonly Measurement[]): readonly ModuleReport[] {
  const found = new Map<string, ModuleReport & { pythons: string[] }>();
  // Combinations share what they have in common.
  const seen = new Map<CompiledModule, ModuleReport & { pythons: string[] }>();
  for (const { observed, combination } of measurements) {
    for (const { module } of observed) {
      const entry = seen.get(module) ?? entryOf(found, module);
      seen.set(module, entry);
      if (!entry.pythons.includes(combination.python)) entry.pythons.push(combination.python);
    }
  }
  return [...found.values()];
}

function entryOf(found: Map<string, ModuleReport & { pythons: string[] }>, module: CompiledModule) {
  const key = JSON.stringify([module.distribution, module.version, module.file, module.wheel]);
  const entry = found.get(key) ?? {
    name: module.name,
    distribution: module.distribution,
    version: module.version,
    file: module.file,
    wheel: module.wheel,
    pythons: [],
    capi: module.facts.capi,
    binary: pickBinary(module.facts),
  };
  found.set(key, entry);
  return entry;
}

function pickBinary({ format, machines, generators, needed }: BinaryFacts) {
  return { format, machines, generators, needed };
}

/** The version that a probe of this combination read back; numpyDrift() has compared them. */
function loadedNumpy({ observed, smoke }: Measurement): string | null {
  const seen = [...observed.map((one) => one.observation), ...(smoke ? [smoke.observation] : [])];
  return seen.find(({ numpy }) => numpy !== null)?.numpy?.version ?? null;
}

function unique(list: readonly NotTested[]): readonly NotTested[] {
  return [...new Map(list.map((one) => [`${one.what}\0${one.reason}`, one])).values()];
}
