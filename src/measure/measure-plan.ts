import { basename } from 'node:path';
import { createLanes } from '../host/lanes.ts';
import { hasRoomForTwoBuilds } from '../host/room-for-builds.ts';
import { together, withTasks } from '../host/together.ts';
import type { Plan, PlannedCombination } from '../model/combination.ts';
import { groupBy } from '../model/group-by.ts';
import { type Measurement, withoutProbes } from '../model/measurement.ts';
import { createBuildEstimate } from './build/build-estimate.ts';
import type { BuildStage } from './build/build-stage.ts';
import { leftOutExtensions } from './discover/left-out-extensions.ts';
import { chooseWheels } from './install/choose-wheels.ts';
import { testedWheel } from './install/tested-wheel.ts';
import { wheelMembers } from './install/wheel-members.ts';
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
  readonly unusedWheels: readonly { readonly what: string; readonly reason: string }[];
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
  const runs = new Map<string, Measurement>();
  const doing = new Set<string>();
  let failed = 0;
  let stop: string | null = null;
  const began = new Set<string>();
  const overBudget = `the budget of ${config.run.budgetMinutes} min was used up`;
  const estimate = createBuildEstimate(context, deadline);
  const show = () =>
    world.progress.update({
      doing: [...doing],
      done: runs.size,
      total: plan.planned.length,
      failed,
    });
  const keep = (run: Measurement): void => {
    runs.set(run.combination.id, run);
    if (listen(run).failed) {
      failed += 1;
      if (config.run.failFast) stop ??= 'another combination failed first (fail-fast)';
    }
    show();
  };
  const start = async (combination: PlannedCombination, installable: Installable) => {
    if (world.processes.signal.aborted) return;
    if (stop !== null) return keep(withoutProbes(combination, { kind: 'skipped', reason: stop }));
    const { python } = combination;
    // A Python that was begun is finished: half a row tells less than none.
    if (world.now() > deadline && !began.has(python)) {
      return keep(withoutProbes(combination, { kind: 'skipped', reason: overBudget }));
    }
    began.add(python);
    doing.add(combination.id);
    show();
    try {
      keep(await measureCombination(combination, installable, context));
    } finally {
      doing.delete(combination.id);
    }
  };
  /** Those that no earlier run has measured; the others are settled. */
  const unknown = async (group: readonly PlannedCombination[], installable: Installable) => {
    const found = await together(group.map((one) => reusedMeasurement(one, installable, context)));
    for (const one of found) if (one !== undefined && stop === null) keep(one);
    return group.filter(({ id }) => !runs.has(id));
  };
  // The first combination of a release without any compiled module speaks for all the others of it.
  const alone = new Map<string, Measurement | undefined>();
  const emptyLike = async (first: PlannedCombination, installable: Installable) => {
    if (config.run.allowEmpty || config.run.dependencies !== 'none') return null;
    if (!(await isPure(installable, subject, first.python))) return null;
    const release = releasesFor(subject, first.python);
    if (!alone.has(release)) {
      await lanes.run(first.python, () => start(first, installable));
      alone.set(release, runs.get(first.id));
    }
    const shown = alone.get(release);
    // An index tells the tags alone: what was found there counts.
    if (shown?.state.kind !== 'ran' || shown.observed.length > 0) return null;
    return `${subject.name} holds no compiled module, as ${shown.combination.id} shows for all`;
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
        const reason = stop ?? (world.now() > deadline ? overBudget : null);
        if (reason !== null) {
          for (const one of group) keep(withoutProbes(one, { kind: 'skipped', reason }));
          continue;
        }
        const preparing = `${build ? 'building' : 'preparing'} for Python ${first.python}`;
        doing.add(preparing);
        show();
        if (build) began.add(first.python);
        const buildBegan = world.now();
        const [next] = groups[at + 1] ?? [];
        if (build && next && config.run.jobs > 1 && hasRoomForTwoBuilds()) {
          began.add(next.python);
          tasks.start(() => build.ahead({ label: next.python, interpreter: next.interpreter }));
        }
        const ready = await installableFor(first, subject, build);
        if (build) {
          const rest = groups.slice(at + 1).flatMap((one) => one.slice(0, 1));
          const left = rest.filter(
            ({ python: label, interpreter }) => !build.has({ label, interpreter }),
          );
          estimate((world.now() - buildBegan) / 1000, left.length);
        }
        doing.delete(preparing);
        if (ready.kind === 'none') {
          for (const one of group) keep(withoutProbes(one, ready.state));
          continue;
        }
        const empty = await emptyLike(first, ready.installable);
        const rest = group.filter(({ id }) => !runs.has(id));
        if (empty !== null) {
          for (const one of rest) keep(withoutProbes(one, { kind: 'excluded', reason: empty }));
          continue;
        }
        const ask = async () => {
          const open = await unknown(rest, ready.installable);
          return () => {
            for (const one of open) {
              const family = familyOf(one, ready.installable, context);
              if (family !== null) context.environments.expect(family, 1);
            }
            for (const one of open) {
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
  return {
    measurements: plan.planned.map(
      (one) => runs.get(one.id) ?? withoutProbes(one, { kind: 'skipped', reason: 'interrupted' }),
    ),
    unusedWheels: unusedWheels(plan, subject),
  };
}

/** What to install on a Python, or why there is nothing. */
export type Ready =
  | { readonly kind: 'ready'; readonly installable: Installable }
  | { readonly kind: 'none'; readonly state: Measurement['state'] };

/** The wheel of a Python (built where that was not done yet), or the requirement lines. */
export async function installableFor(
  combination: PlannedCombination,
  subject: Subject,
  build: BuildStage | null,
): Promise<Ready> {
  const foreign = { buildNumpy: null, buildPython: null, wheels: [], leftOut: [] };
  switch (subject.kind) {
    case 'packages':
      return {
        kind: 'ready',
        installable: {
          ...foreign,
          subject: {
            kind: 'requirements',
            lines: subject.pinned.get(combination.python) ?? subject.requirements,
          },
        },
      };
    case 'wheels': {
      const { chosen, missing } = chooseWheels(subject.files, combination.interpreter);
      if (missing.length > 0) {
        const reason = `none of the wheels of ${missing.join(', ')} installs on Python ${combination.python} here`;
        return { kind: 'none', state: { kind: 'excluded', reason } };
      }
      return {
        kind: 'ready',
        installable: {
          ...foreign,
          subject: { kind: 'wheels', files: chosen },
          wheels: await together(chosen.map(testedWheel)),
        },
      };
    }
    case 'project': {
      if (!build) throw new Error('a project needs a build stage');
      const built = await build.wheelFor({
        label: combination.python,
        interpreter: combination.interpreter,
      });
      if (built.kind !== 'built') return { kind: 'none', state: built.state };
      return {
        kind: 'ready',
        installable: {
          subject: { kind: 'wheels', files: [built.wheel] },
          buildNumpy: built.buildNumpy,
          buildPython: built.buildPython,
          wheels: [await testedWheel(built.wheel)],
          leftOut: leftOutExtensions(built.text, await wheelMembers(built.wheel)),
        },
      };
    }
    default:
      return subject satisfies never;
  }
}

function byPython(planned: readonly PlannedCombination[]): readonly PlannedCombination[][] {
  return [...groupBy(planned, ({ python }) => python).values()];
}

function unusedWheels(plan: Plan, subject: Subject): PlanRun['unusedWheels'] {
  if (subject.kind !== 'wheels') return [];
  const used = new Set<string>();
  const reasons = new Map<string, string>();
  for (const { interpreter } of plan.planned) {
    const choice = chooseWheels(subject.files, interpreter);
    for (const wheel of choice.chosen) used.add(wheel);
    for (const { wheel, reason } of choice.others) {
      const earlier = reasons.get(wheel);
      if (!earlier?.startsWith('shadowed')) reasons.set(wheel, reason);
    }
  }
  return subject.files
    .filter((wheel) => !used.has(wheel))
    .map((wheel) => ({
      what: basename(wheel),
      reason: reasons.get(wheel) ?? 'not for the planned Pythons and this platform',
    }));
}
