import { createLanes } from '../host/lanes.ts';
import { hasRoomForTwoBuilds } from '../host/room-for-builds.ts';
import { together, withTasks } from '../host/together.ts';
import type { Plan, PlannedCombination } from '../model/combination.ts';
import { groupBy } from '../model/group-by.ts';
import { type Measurement, withoutProbes } from '../model/measurement.ts';
import type { NotTested } from '../model/not-tested.ts';
import { createBuildEstimate } from './build/build-estimate.ts';
import type { BuildStage } from './build/build-stage.ts';
import { gatherMeasurements } from './gathered.ts';
import { unusedWheels } from './install/unused-wheels.ts';
import { installableFor } from './installable-for.ts';
import {
  familyOf,
  type Installable,
  measureCombination,
  type RunContext,
  reusedMeasurement,
} from './measure-combination.ts';
import { isPure, releasesFor } from './pure-subject.ts';
import type { Subject } from './subject/subject.ts';

/** What the combinations yielded, in plan order, and the wheels that nothing used. */
export interface PlanRun {
  readonly measurements: readonly Measurement[];
  readonly unusedWheels: readonly NotTested[];
}

/**
 * Runs the planned combinations: Python by Python for what must be built, overlapped with the
 * probes of the Pythons before. As many environments are in use at once as there are jobs, and one
 * more being set up; of different Pythons where there are some, so that one can hand its environment
 * on to the next.
 *
 * @param deadline when no further Python is started, in milliseconds since 1970
 * @param listen told of each measurement as it is made; it says whether the combination failed
 */
export async function measurePlan(
  plan: Plan,
  subject: Subject,
  build: BuildStage | null,
  context: RunContext,
  deadline: number,
  listen: (measurement: Measurement) => { readonly failed: boolean },
): Promise<PlanRun> {
  const { config, world } = context;
  const lanes = createLanes(config.run.jobs + 1);
  const gathered = gatherMeasurements(plan, context, listen);
  const began = new Set<string>();
  const overBudget = `the budget of ${config.run.budgetMinutes} min was used up`;
  const settle = (group: readonly PlannedCombination[], state: Measurement['state']) => {
    for (const one of group) gathered.keep(withoutProbes(one, state));
  };
  const open = (group: readonly PlannedCombination[]) =>
    group.filter(({ id }) => gathered.of(id) === undefined);
  const start = async (combination: PlannedCombination, installable: Installable) => {
    if (world.processes.signal.aborted) return;
    const { id, python } = combination;
    // A Python that was begun is finished: half a row tells less than none.
    const late = world.now() > deadline && !began.has(python) ? overBudget : null;
    const reason = gathered.stop ?? late;
    if (reason !== null) return settle([combination], { kind: 'skipped', reason });
    began.add(python);
    const measuring = measureCombination(combination, installable, context);
    gathered.keep(await gathered.during(id, measuring));
  };
  /** Those that no earlier run has measured; the others are settled. */
  const unknown = async (group: readonly PlannedCombination[], installable: Installable) => {
    const found = await together(group.map((one) => reusedMeasurement(one, installable, context)));
    for (const one of found) if (one !== undefined && gathered.stop === null) gathered.keep(one);
    return open(group);
  };
  // The first combination of a release without any compiled module speaks for all the others of it.
  const alone = new Map<string, Measurement | undefined>();
  const emptyLike = async (first: PlannedCombination, installable: Installable) => {
    if (config.run.allowEmpty || config.run.dependencies !== 'none') return null;
    if (!(await isPure(installable, subject, first.python))) return null;
    const release = releasesFor(subject, first.python);
    if (!alone.has(release)) {
      await lanes.run(first.python, () => start(first, installable));
      alone.set(release, gathered.of(first.id));
    }
    const shown = alone.get(release);
    // An index tells the tags alone: what was found there counts.
    if (shown?.state.kind !== 'ran' || shown.observed.length > 0) return null;
    return `${subject.name} holds no compiled module, as ${shown.combination.id} shows for all`;
  };
  const estimate = createBuildEstimate(context, deadline);
  /** What to install on a Python; its build says how long those of the later ones will take. */
  const prepare = async (first: PlannedCombination, later: readonly PlannedCombination[]) => {
    const beginning = world.now();
    const what = `${build ? 'building' : 'preparing'} for Python ${first.python}`;
    const ready = await gathered.during(what, installableFor(first, subject, build));
    if (build) {
      const left = later.filter(
        ({ python: label, interpreter }) => !build.has({ label, interpreter }),
      );
      estimate((world.now() - beginning) / 1000, left.length);
    }
    return ready;
  };
  const groups = byPython(plan.planned);
  const asked: (() => Promise<() => void>)[] = [];
  // What was begun for one Python fails while the next one's build is waited for.
  await withTasks(
    () => world.processes.stop?.(),
    async (tasks) => {
      for (const [at, group] of groups.entries()) {
        const [first] = group;
        if (!first || tasks.failed || world.processes.signal.aborted) break;
        // Combinations of the Pythons before still run to their end.
        const reason = gathered.stop ?? (world.now() > deadline ? overBudget : null);
        if (reason !== null) {
          settle(group, { kind: 'skipped', reason });
          continue;
        }
        const later = groups.slice(at + 1).flatMap((one) => one.slice(0, 1));
        const [next] = later;
        if (build) began.add(first.python);
        if (build && next && config.run.jobs > 1 && hasRoomForTwoBuilds()) {
          began.add(next.python);
          tasks.start(() => build.ahead({ label: next.python, interpreter: next.interpreter }));
        }
        const ready = await prepare(first, later);
        if (ready.kind === 'none') {
          settle(group, ready.state);
          continue;
        }
        const empty = await emptyLike(first, ready.installable);
        if (empty !== null) {
          settle(open(group), { kind: 'excluded', reason: empty });
          continue;
        }
        const ask = async () => {
          const wanted = await unknown(open(group), ready.installable);
          return () => {
            for (const one of wanted) {
              const family = familyOf(one, ready.installable, context);
              if (family !== null) context.environments.expect(family, 1);
            }
            for (const one of wanted) {
              tasks.start(() => lanes.run(one.python, () => start(one, ready.installable)));
            }
          };
        };
        if (build) tasks.start(async () => (await ask())());
        else asked.push(ask);
      }
      // With nothing to build they are begun together, each Python by another slot: none before it is
      // known of all what an earlier run has measured.
      for (const begin of await together(asked.map((ask) => ask()))) begin();
    },
  ).finally(() => together([context.environments.close(), build?.close()]));
  return { measurements: gathered.inPlanOrder(), unusedWheels: unusedWheels(plan, subject) };
}

function byPython(planned: readonly PlannedCombination[]): readonly PlannedCombination[][] {
  return [...groupBy(planned, ({ python }) => python).values()];
}
