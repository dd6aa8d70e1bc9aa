import { findDebugger } from '../../host/debugger.ts';
import { createLimiter } from '../../host/limiter.ts';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import { type BuildStage, createBuildStage } from '../../measure/build/build-stage.ts';
import { createHandedStage } from '../../measure/build/handed-stage.ts';
import { createEnvironments } from '../../measure/environment/environments.ts';
import { createResolutions } from '../../measure/install/resolutions.ts';
import type { RunContext } from '../../measure/measure-combination.ts';
import { createWorkerCodes } from '../../measure/probe/worker-code.ts';
import { createReuse } from '../../measure/reuse/reuse.ts';
import { withBuiltMetadata } from '../../measure/subject/built-metadata.ts';
import { prepareConstraints } from '../../measure/subject/constraints.ts';
import { readSubject } from '../../measure/subject/read-subject.ts';
import { resolvePackages } from '../../measure/subject/resolve-packages.ts';
import type { Subject } from '../../measure/subject/subject.ts';
import type { Plan } from '../../model/combination.ts';
import type { MeasuredCombination, Measurement } from '../../model/measurement.ts';
import type { PlanFile } from '../../model/plan-file.ts';
import { normaliseName } from '../../packaging/requirement-name.ts';
import { missingExtras } from '../../plan/missing-extras.ts';
import { prepareTools } from '../../provision/tools.ts';
import type { Config } from '../../settings/config.ts';
import { measuredSubject } from '../documents/measured-subject.ts';
import { readBuilt } from '../documents/read-built.ts';
import { readPlans, refuseOtherSubject } from '../documents/read-plans.ts';
import { validateMeasurement } from '../documents/validate-measurements.ts';
import { ownPart, planHere, specsFor } from './given-plan.ts';
import { choosePythons, findPythons, makePlan } from './make-plan.ts';
import { refuse, refuseUnset } from './refuse.ts';

/** What is tested and what would run. */
export interface Planned {
  readonly subject: Subject;
  readonly plan: Plan;
}

/** All that measuring needs. */
export interface Prepared extends Planned {
  readonly context: RunContext;
  readonly build: BuildStage | null;
  /** The plan that was made elsewhere; null when it was made here. */
  readonly given: PlanFile | null;
  /** Measurements of what was planned elsewhere and has no Python here. */
  readonly lacking: readonly Measurement[];
}

/**
 * Finds the tools, reads the subject and makes the plan; builds only where the metadata is dynamic.
 *
 * @throws {UserError} what the user can put right before anything can be tested
 */
export async function prepare(config: Config, world: World, version: string): Promise<Prepared> {
  const given =
    config.axes.plans.length === 0 ? null : await readPlans(config.axes.plans, world, version);
  const part = given === null ? null : ownPart(given, config);
  const handed = await handedFor(config, given, part, world);
  refuseUnset(config.run.environment, world.env);
  const folder = config.subject.spec.kind === 'project' ? config.subject.spec.path : world.cwd;
  const tools = await prepareTools(config, folder, world);
  const [named, interpreters] = await together([
    readSubject(config.subject, world, async () => tools.index),
    findPythons(config.axes, tools, world),
  ]);
  const constraints = await prepareConstraints(config.subject, named, world);
  const stated = { ...named, limits: constraints.lines };
  const limiter = createLimiter(config.run.jobs);
  const own = { ...config, subject: { ...config.subject, constraints: constraints.files } };
  const found = await findDebugger(world);
  const { store } = world;
  const resolutions = createResolutions(world.folder, createLimiter(2 * config.run.jobs));
  const context: RunContext = {
    config: own,
    tools,
    world,
    limiter,
    environments: createEnvironments(world, limiter, resolutions),
    known: new Map(),
    workers: createWorkerCodes(world),
    debugger: found,
    reuse:
      store === null
        ? null
        : createReuse({
            ...{ store, config: own, world, resolutions, debugger: found },
            validate: validateMeasurement,
          }),
    stacks: new Map(),
  };
  const build =
    stated.kind === 'project'
      ? (handed ?? createBuildStage(stated.folder, context, config.kept.fresh))
      : null;
  const wanted =
    part === null
      ? config
      : { ...config, axes: { ...config.axes, pythons: specsFor(part, config.axes) } };
  const chosen = await choosePythons(wanted, stated.facts, interpreters, tools, world);
  const pinned = given === null ? {} : pinnedFor(given, part);
  const resolved = await resolvePackages(stated, chosen, context.config.subject, tools, pinned);
  const subject = await withBuiltMetadata(resolved.subject, chosen, build, (label) =>
    world.progress.update({
      doing: [`building with Python ${label}: only a build tells what it requires`],
      done: 0,
      total: 0,
      failed: 0,
    }),
  );
  refuse(missingExtras(subject.facts, config.subject.extras.map(normaliseName)));
  const ready = { subject, context, build, given };
  if (given === null || part === null) {
    const plan = await makePlan(config, subject, resolved.pythons, tools, world);
    return { ...ready, plan, lacking: [] };
  }
  refuseOtherSubject(given, await measuredSubject(subject, world));
  return { ...ready, ...planHere(given, part, resolved.pythons) };
}

/** The wheels that were built once for this plan, where they are given. */
async function handedFor(
  { axes }: Config,
  given: PlanFile | null,
  part: readonly MeasuredCombination[] | null,
  world: World,
): Promise<BuildStage | null> {
  // Wheels and packages are there already.
  if (axes.built === null || given?.subject.kind !== 'project') return null;
  const all = await readBuilt(axes.built, given, world);
  const platform = part?.[0]?.platform;
  return createHandedStage(all.filter(({ record }) => record.platform === platform));
}

/** The releases that packages got where the plan was made: an index may have others by now. */
function pinnedFor(
  { pinned }: PlanFile,
  part: readonly MeasuredCombination[] | null,
): Readonly<Record<string, readonly string[]>> {
  const platform = part?.[0]?.platform;
  return (platform === undefined ? undefined : pinned[platform]) ?? {};
}
