import { basename } from 'node:path';
import { plural } from '../escape/plural.ts';
import { createLimiter } from '../host/limiter.ts';
import { knownFailure } from '../judge/known-failure-lines.ts';
import type { Plan, PlannedCombination } from '../model/combination.ts';
import type { CombinationFilter } from '../model/config.ts';
import type { CombinationRun } from '../model/measurement.ts';
import type { CombinationMark } from '../model/ports.ts';
import { createBuildEstimate } from './build/build-estimate.ts';
import type { BuildStage } from './build/build-stage.ts';
import { chooseWheels } from './install/choose-wheels.ts';
import {
  type Installable,
  type RunContext,
  runCombination,
  withoutProbes,
} from './measure-combination.ts';
import type { Subject } from './subject/subject.ts';

/** What the combinations yielded, in plan order, and the wheels that nothing used. */
export interface PlanRun {
  readonly runs: readonly CombinationRun[];
  readonly unusedWheels: readonly { readonly what: string; readonly reason: string }[];
}

/**
 * Runs the planned combinations: Python by Python for what must be built, overlapped with the
 * probes of the Pythons before; inside, as many environments at once as there are jobs, and one more
 * being set up.
 *
 * @param deadline when no further Python is started, in milliseconds since 1970
 */
export async function runPlan(
  plan: Plan,
  subject: Subject,
  build: BuildStage | null,
  context: RunContext,
  deadline: number,
): Promise<PlanRun> {
  const { config, world } = context;
  const environments = createLimiter(config.jobs + 1);
  const runs = new Map<string, CombinationRun>();
  const pending: Promise<void>[] = [];
  const doing = new Set<string>();
  let failed = 0;
  let stop: string | null = null;
  const began = new Set<string>();
  const overBudget = `the budget of ${config.budgetMinutes} min was used up`;
  const estimate = createBuildEstimate(context, deadline);
  const show = () =>
    world.progress.update({
      doing: [...doing],
      done: runs.size,
      total: plan.planned.length,
      failed,
    });
  const keep = (run: CombinationRun): void => {
    runs.set(run.combination.id, run);
    if (isFailure(run, config.knownFailures)) {
      failed += 1;
      if (config.failFast) stop ??= 'another combination failed first (fail-fast)';
    }
    world.progress.combination?.(
      run.combination.id,
      lineOf(run),
      isFailure(run, config.knownFailures),
      markOf(run, config.knownFailures),
    );
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
      keep(await runCombination(combination, installable, context));
    } finally {
      doing.delete(combination.id);
    }
  };
  const groups = byPython(plan.planned);
  for (const [at, group] of groups.entries()) {
    const [first] = group;
    if (!first || world.processes.signal.aborted) break;
    // Combinations of the Pythons before still run to their end.
    const reason = stop ?? (world.now() > deadline ? overBudget : null);
    if (reason !== null) {
      for (const one of group) keep(withoutProbes(one, { kind: 'skipped', reason }));
      continue;
    }
    doing.add(`building for Python ${first.python}`);
    show();
    if (build) began.add(first.python);
    const buildBegan = world.now();
    const ready = await installableFor(first, subject, build);
    if (build) estimate((world.now() - buildBegan) / 1000, groups.length - at - 1);
    doing.delete(`building for Python ${first.python}`);
    if (ready.kind === 'none') {
      for (const one of group) keep(withoutProbes(one, ready.state));
      continue;
    }
    pending.push(...group.map((one) => environments.run(() => start(one, ready.installable))));
  }
  await Promise.all(pending);
  return {
    runs: plan.planned.map(
      (one) => runs.get(one.id) ?? withoutProbes(one, { kind: 'skipped', reason: 'interrupted' }),
    ),
    unusedWheels: unusedWheels(plan, subject),
  };
}

/** What to install on a Python, or why there is nothing. */
export type Ready =
  | { readonly kind: 'ready'; readonly installable: Installable }
  | { readonly kind: 'none'; readonly state: CombinationRun['state'] };

/** The wheel of a Python (built where that was not done yet), or the requirement lines. */
export async function installableFor(
  combination: PlannedCombination,
  subject: Subject,
  build: BuildStage | null,
): Promise<Ready> {
  const foreign = { buildNumpy: null, buildPython: null };
  switch (subject.kind) {
    case 'packages':
      return {
        kind: 'ready',
        installable: {
          ...foreign,
          subject: {
            kind: 'requirements',
            lines: subject.pinned?.get(combination.python) ?? subject.requirements,
          },
        },
      };
    case 'wheels': {
      const { chosen, missing } = chooseWheels(subject.wheels, combination.interpreter);
      if (missing.length > 0) {
        const reason = `none of the wheels of ${missing.join(', ')} installs on Python ${combination.python} here`;
        return { kind: 'none', state: { kind: 'excluded', reason } };
      }
      return {
        kind: 'ready',
        installable: { ...foreign, subject: { kind: 'wheels', files: chosen } },
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
        },
      };
    }
  }
}

function byPython(planned: readonly PlannedCombination[]): readonly PlannedCombination[][] {
  const groups = new Map<string, PlannedCombination[]>();
  for (const one of planned) groups.set(one.python, [...(groups.get(one.python) ?? []), one]);
  return [...groups.values()];
}

function unusedWheels(plan: Plan, subject: Subject): PlanRun['unusedWheels'] {
  if (subject.kind !== 'wheels') return [];
  const used = new Set<string>();
  const reasons = new Map<string, string>();
  for (const { interpreter } of plan.planned) {
    const choice = chooseWheels(subject.wheels, interpreter);
    for (const wheel of choice.chosen) used.add(wheel);
    for (const { wheel, reason } of choice.others) {
      const earlier = reasons.get(wheel);
      if (!earlier?.startsWith('shadowed')) reasons.set(wheel, reason);
    }
  }
  return subject.wheels
    .filter((wheel) => !used.has(wheel))
    .map((wheel) => ({
      what: basename(wheel),
      reason: reasons.get(wheel) ?? 'not for the planned Pythons and this platform',
    }));
}

/** A first look, before anything is diagnosed; the findings say the rest. */
function isFailure(run: CombinationRun, known: readonly CombinationFilter[]): boolean {
  if (run.state.kind === 'error') return true;
  const { interpreter: python, numpy } = run.combination;
  return (
    run.observed.some(
      ({ module, observation }) =>
        observation.outcome.kind !== 'imported' &&
        knownFailure(known, { python, numpy, module: module.name }) === undefined,
    ) ||
    (run.smoke !== null && run.smoke.observation.outcome.kind !== 'imported')
  );
}

function markOf(run: CombinationRun, known: readonly CombinationFilter[]): CombinationMark {
  switch (run.state.kind) {
    case 'excluded':
      return '–';
    case 'skipped':
      return '»';
    case 'error':
      return '!';
    case 'ran':
      return isFailure(run, known) ? '✗' : '✓';
  }
}

function lineOf(run: CombinationRun): string {
  switch (run.state.kind) {
    case 'excluded':
      return `excluded: ${run.state.reason}`;
    case 'skipped':
      return `skipped: ${run.state.reason}`;
    case 'error':
      return `could not be set up: ${run.state.reason.split('\n')[0] ?? ''}`;
    case 'ran': {
      const bad = run.observed.filter(({ observation }) => observation.outcome.kind !== 'imported');
      const smoke = run.smoke && run.smoke.observation.outcome.kind !== 'imported';
      const said = [
        bad.length > 0
          ? `${bad.length} of ${plural(run.observed.length, 'module')} fail${bad.length === 1 ? 's' : ''}`
          : `${plural(run.observed.length, 'module')} import${run.observed.length === 1 ? 's' : ''}`,
        ...(run.smoke ? [smoke ? 'smoke code fails' : 'smoke code runs'] : []),
      ];
      return `${said.join(', ')} (${plural(run.processes, 'process', 'processes')}, ${run.seconds.toFixed(1)} s)`;
    }
  }
}
