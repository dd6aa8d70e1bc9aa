import { type DiagnosedOutcome, foldFindings } from '../judge/diagnose/fold.ts';
import type { Judgement } from '../judge/judge.ts';
import type { CombinationStatus, Plan } from '../model/combination.ts';
import type { Config } from '../model/config.ts';
import type { Finding } from '../model/finding.ts';
import type { CombinationRun } from '../model/measurement.ts';
import { exitCodeOf } from '../report/exit-code.ts';
import type { CombinationReport, ModuleReport, Report, SubjectReport } from '../report/report.ts';
import { verdictOf } from '../report/verdict.ts';

export interface Parts {
  readonly subject: SubjectReport;
  readonly plan: Plan;
  readonly runs: readonly CombinationRun[];
  readonly judgement: Judgement;
  /** Located. */
  readonly findings: readonly Finding[];
  readonly supported: Report['supported'];
  readonly notices: readonly string[];
  readonly notTested: Report['notTested'];
  readonly seconds: Report['seconds'];
  readonly version: string;
}

/** Characters of one combination's smoke output in the report. */
const LONGEST_OUTPUT = 64 * 1024;

/** Everything of a run as one report. */
export function assembleReport(parts: Parts, config: Config): Report {
  const { plan, runs, judgement } = parts;
  const ran = new Map(runs.map((run) => [run.combination.id, run]));
  const combinations = [
    ...plan.planned.map((planned) => reportRun(ran.get(planned.id), planned, parts)),
    ...plan.excluded.map((excluded) => blank(excluded, 'excluded', excluded.reason)),
  ];
  const measured = {
    subject: parts.subject,
    combinations,
    modules: moduleReports(runs),
    results: judgement.results,
    findings: parts.findings,
    notTested: unique([...parts.notTested, ...runs.flatMap((run) => run.notTested)]),
  };
  return {
    schema: 1,
    tool: { name: 'numpy-abi-matrix', version: parts.version },
    ...measured,
    supported: parts.supported,
    notices: [...new Set([...plan.notices, ...parts.notices])],
    verdict: verdictOf(measured),
    exitCode: exitCodeOf(measured, config),
    seconds: parts.seconds,
  };
}

/** Diagnoses folded to findings, with what passed for "works on …". */
export function foldJudgement(runs: readonly CombinationRun[], judgement: Judgement) {
  const byId = new Map(runs.map((run) => [run.combination.id, run.combination]));
  const items: DiagnosedOutcome[] = judgement.judged.flatMap(
    ({ diagnosis, module, combination }) => {
      const found = byId.get(combination);
      return found ? [{ diagnosis, module, combination: found }] : [];
    },
  );
  const passes = judgement.results.flatMap((result) => {
    const combination = byId.get(result.combination);
    return combination && result.outcome.kind === 'imported' && result.diagnosis === null
      ? [{ module: result.module, combination }]
      : [];
  });
  return foldFindings(items, passes);
}

function reportRun(
  run: CombinationRun | undefined,
  planned: Plan['planned'][number],
  parts: Pick<Parts, 'judgement' | 'findings'>,
): CombinationReport {
  if (!run) return blank(planned, 'skipped', 'interrupted');
  const version = planned.interpreter.version;
  const common = {
    id: planned.id,
    python: version,
    label: planned.python,
    numpy: planned.numpy,
    platform: planned.platform,
    buildNumpy: run.buildNumpy,
    buildPython: run.buildPython,
    processes: run.processes,
    seconds: Math.round(run.seconds * 1000) / 1000,
    smokeOutput: run.smoke?.output.slice(0, LONGEST_OUTPUT) ?? null,
  };
  switch (run.state.kind) {
    case 'excluded':
    case 'skipped':
      return { ...common, status: run.state.kind, reason: run.state.reason, setUp: null };
    case 'error':
      return { ...common, status: 'error', reason: run.state.reason, setUp: run.state.setUp };
    case 'ran':
      return { ...common, ...statusOf(run, parts) };
  }
}

/** Another NumPy than planned is an error, not a failure of a module: nothing was tested. */
function statusOf(
  run: CombinationRun,
  { judgement, findings }: Pick<Parts, 'judgement' | 'findings'>,
): Pick<CombinationReport, 'status' | 'reason' | 'setUp'> {
  const { id } = run.combination;
  const wrong = judgement.judged.find(
    (one) => one.combination === id && one.diagnosis.kind === 'wrong-numpy',
  );
  if (wrong) return { status: 'error', reason: wrong.diagnosis.title, setUp: 'wrong-numpy' };
  const own = judgement.results.filter((result) => result.combination === id);
  const bad = own.some((result) => result.severity === 'error');
  // What is not in the wheel has no result that could be bad.
  const incomplete = findings.some(
    ({ kind, combinations }) => kind === 'build-without-extensions' && combinations.includes(id),
  );
  return { status: bad || incomplete ? 'failed' : 'passed', reason: null, setUp: null };
}

function blank(
  combination: { id: string; python: string; numpy: string; platform: string },
  status: CombinationStatus,
  reason: string,
): CombinationReport {
  return {
    id: combination.id,
    python: combination.python,
    label: combination.python,
    numpy: combination.numpy,
    platform: combination.platform,
    buildNumpy: null,
    buildPython: null,
    processes: 0,
    status,
    reason,
    setUp: null,
    seconds: 0,
    smokeOutput: null,
  };
}

/** One entry per file: a module has one file for each Python ABI. */
function moduleReports(runs: readonly CombinationRun[]): readonly ModuleReport[] {
  const found = new Map<string, ModuleReport & { pythons: string[] }>();
  for (const run of runs) {
    for (const { module } of run.observed) {
      const key = JSON.stringify([module.distribution, module.version, module.file, module.wheel]);
      const entry = found.get(key) ?? {
        name: module.name,
        distribution: module.distribution,
        version: module.version,
        file: module.file,
        wheel: module.wheel,
        pythons: [],
        capi: module.facts.capi,
      };
      found.set(key, entry);
      const label = run.combination.python;
      if (!entry.pythons.includes(label)) entry.pythons.push(label);
    }
  }
  return [...found.values()];
}

function unique(list: Report['notTested']): Report['notTested'] {
  return [...new Map(list.map((one) => [`${one.what}\0${one.reason}`, one])).values()];
}
