import { createLimiter } from '../host/limiter.ts';
import { createStopwatch } from '../host/stopwatch.ts';
import type { World } from '../host/world.ts';
import { judge } from '../judge/judge.ts';
import { measureRange } from '../judge/ranges/measure-range.ts';
import { unevenModules } from '../judge/uneven-modules.ts';
import { type BuildStage, createBuildStage } from '../measure/build/build-stage.ts';
import type { RunContext } from '../measure/measure-combination.ts';
import { runPlan } from '../measure/measure-plan.ts';
import { withBuiltMetadata } from '../measure/subject/built-metadata.ts';
import { prepareConstraints } from '../measure/subject/constraints.ts';
import { resolvePackages } from '../measure/subject/resolve-packages.ts';
import { readSubject, type Subject } from '../measure/subject/subject.ts';
import type { Plan } from '../model/combination.ts';
import { compareNumpy } from '../model/compare-numpy.ts';
import type { Config } from '../model/config.ts';
import { normaliseName } from '../packaging/requirements.ts';
import { findDebugger, prepareTools } from '../provision/tools.ts';
import type { Report } from '../report/report.ts';
import { adviseReleases } from './advise-releases.ts';
import { assembleReport, foldJudgement } from './assemble.ts';
import { bisect } from './bisect.ts';
import { withBoundaries } from './bisect-sentence.ts';
import { locateFindings } from './locate-findings.ts';
import { choosePythons, makePlan } from './make-plan.ts';
import { missingExtensions } from './missing-extensions.ts';
import { subjectReport } from './subject-report.ts';
import { uninitialisedModules } from './uninitialised-modules.ts';

/** What is tested and what would run. */
export interface Planned {
  readonly subject: Subject;
  readonly plan: Plan;
}

interface Prepared extends Planned {
  readonly context: RunContext;
  readonly build: BuildStage | null;
}

/**
 * The pipeline: inputs → plan → provision → build → install → discover → probe → diagnose → locate
 * → report.
 *
 * @throws {UserError} what the user can put right before anything can be tested
 */
export async function check(config: Config, world: World, version: string): Promise<Report> {
  const watch = createStopwatch(world.now);
  const prepared = await prepare(config, world);
  const { subject, context, build } = prepared;
  watch.lap('plan');
  world.progress.planned?.(subject.name, subject.version, prepared.plan);
  const deadline = world.now() + config.budgetMinutes * 60_000;
  const planned = await runPlan(prepared.plan, subject, build, context, deadline);
  const { plan, runs, bisected, notices } = config.bisect
    ? await bisect(prepared.plan, planned.runs, subject, build, context, deadline)
    : { plan: prepared.plan, runs: planned.runs, bisected: [], notices: [] };
  watch.lap('run');
  // What a wrong NumPy did says nothing of the planned one.
  const measured = runs.filter(({ state }) => state.kind !== 'error');
  const judgement = judge(
    measured,
    subject.facts.map(({ name }) => normaliseName(name)),
    config.knownFailures,
    {
      foreign: subject.kind === 'packages',
      uninitialised: await uninitialisedModules(subject.project, runs, world.files),
      ...(config.compare && { tolerance: config.tolerance, smokeFile: config.smoke?.file ?? null }),
    },
  );
  const range = await measureRange(subject, plan, runs, judgement, context.tools);
  const found = [
    ...foldJudgement(runs, judgement),
    ...judgement.findings,
    ...(config.allowEmpty ? [] : await missingExtensions(subject, runs, build, world.files)),
    ...range.findings,
  ];
  const told = withBoundaries(found, bisected, compareNumpy);
  const findings = await locateFindings(
    await adviseReleases(told, runs, context.tools.index),
    context.tools.folder,
    world.files,
  );
  watch.lap('diagnose');
  return assembleReport(
    {
      subject: subjectReport(subject, runs),
      plan,
      runs,
      judgement,
      findings,
      supported: range.supported,
      notices: [...context.tools.settings.notices, ...notices, ...unevenModules(runs)],
      notTested: planned.unusedWheels,
      seconds: watch.seconds(),
      version,
    },
    config,
  );
}

/** What would run, what not, and why; builds only where the metadata is dynamic. */
export async function plan(config: Config, world: World): Promise<Planned> {
  return prepare(config, world);
}

async function prepare(config: Config, world: World): Promise<Prepared> {
  const folder = config.subject.kind === 'project' ? config.subject.path : world.cwd;
  const tools = await prepareTools(config, folder, world);
  const named = await readSubject(config, world, async () => tools.index);
  const constraints = await prepareConstraints(config, named, world);
  const stated = { ...named, limits: constraints.lines };
  const context: RunContext = {
    config: { ...config, constraints: constraints.files },
    tools,
    world,
    limiter: createLimiter(config.jobs),
    known: new Map(),
    debugger: await findDebugger(world),
    stacks: new Map(),
  };
  const build = stated.project === null ? null : createBuildStage(stated.project, context);
  const chosen = await choosePythons(config, stated.facts, tools, world);
  const resolved = await resolvePackages(stated, chosen, context.config, tools);
  const subject = await withBuiltMetadata(resolved.subject, chosen, build);
  return {
    subject,
    plan: await makePlan(config, subject, resolved.pythons, tools, world),
    context,
    build,
  };
}
