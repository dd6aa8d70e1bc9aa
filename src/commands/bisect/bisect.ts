import type { BuildStage } from '../../measure/build/build-stage.ts';
import { installableFor } from '../../measure/installable-for.ts';
import {
  measureCombination,
  type RunContext,
  reusedMeasurement,
} from '../../measure/measure-combination.ts';
import type { Subject } from '../../measure/subject/subject.ts';
import type { Bisected } from '../../model/bisected.ts';
import type { Combination, Plan, PlannedCombination } from '../../model/combination.ts';
import { compareNumpy } from '../../model/compare-numpy.ts';
import { type Measurement, measuredCombination } from '../../model/measurement.ts';
import type { Measurements } from '../../model/measurements.ts';
import { releasesOn } from '../../plan/choose-release.ts';
import { takenOut } from '../../plan/taken-out.ts';
import { nextToTry, type Tried } from './bisect-step.ts';
import { type TriedByModule, triedByModule } from './tried-by-module.ts';

/**
 * Between neighbours of which one works and one fails, tries further releases of NumPy until the
 * boundary is known to the patch release: a binary search for each boundary of each module, on one
 * Python. Modules that break together share the environments. Judged with all that the run's own
 * verdict is judged with.
 *
 * @returns the run with what was tried besides, and where the failures begin
 */
export async function bisect(
  run: Measurements,
  plan: Plan,
  subject: Subject,
  build: BuildStage | null,
  context: RunContext,
  deadline: number,
): Promise<Measurements> {
  const { world } = context;
  const all = [...run.measurements];
  const verdicts = (): TriedByModule => triedByModule({ ...run, measurements: all });
  const tried: PlannedCombination[] = [];
  const bisected: Bisected[] = [];
  const notices: string[] = [];
  const candidates = await candidatesOf(plan, subject, context);
  const searches = assign(all, candidates, verdicts());
  if (searches.length === 0) {
    notices.push(
      'bisect had nothing to narrow down: no module works with one NumPy and fails with another',
    );
  }
  for (const { python, modules } of searches) {
    const cells = candidates.get(python) ?? [];
    const before = tried.length;
    for (;;) {
      const known = verdicts().get(python) ?? new Map();
      const steps = modules.flatMap((module) => boundaries(module, cells, known));
      const next = steps.find((step) => step.kind === 'try');
      if (next?.kind !== 'try' || world.processes.signal.aborted) {
        const spent = tried.length - before;
        bisected.push(...steps.flatMap((step) => foundOf(step, python, spent)));
        break;
      }
      const cell = cells.find(({ numpy }) => numpy === next.numpy);
      if (!cell) break;
      if (world.now() > deadline) {
        notices.push(`The budget was used up before the first failing NumPy was known (bisect)`);
        break;
      }
      world.progress.update({
        doing: [`bisect: ${cell.id}`],
        done: all.length,
        total: all.length + 1,
        failed: 0,
      });
      const ready = await installableFor(cell, subject, build);
      if (ready.kind === 'none') break;
      const found =
        (await reusedMeasurement(cell, ready.installable, context)) ??
        (await measureCombination(cell, ready.installable, context));
      const at = all.findIndex(({ combination }) => combination.id === cell.id);
      if (at >= 0) all[at] = found;
      else all.push({ ...found, tried: true });
      tried.push(cell);
      const { state } = found;
      const now = verdicts().get(python)?.get(cell.numpy);
      const bad = now !== undefined && [...now.values()].includes('failed');
      const why =
        'reason' in state ? state.reason : 'message' in state ? state.message.split('\n')[0] : null;
      const said = why !== null ? `cannot be tried: ${why}` : bad ? 'fails' : 'works';
      world.progress.combination?.(cell.id, `bisect: ${said}`, bad ? 'failed' : 'proven');
    }
  }
  return {
    ...inOrder(run, tried, all),
    bisected: merged(bisected),
    notices: [...run.notices, ...notices],
  };
}

type Step =
  | { readonly kind: 'try'; readonly numpy: string }
  | {
      readonly kind: 'found';
      readonly module: string;
      readonly lastPassing: string;
      readonly firstFailing: string;
      readonly untried: readonly string[];
    };

/** What is known, or to be tried next, of each place where a module's verdict changes. */
function boundaries(
  module: string,
  cells: readonly PlannedCombination[],
  known: ReadonlyMap<string, ReadonlyMap<string, Tried>>,
): readonly Step[] {
  const versions = [...new Set([...cells.map(({ numpy }) => numpy), ...known.keys()])];
  versions.sort(compareNumpy);
  const states = new Map(
    [...known].map(([numpy, modules]): [string, Tried] => [
      numpy,
      modules.get(module) ?? 'unusable',
    ]),
  );
  const settled = versions.filter((one) => ['passed', 'failed'].includes(states.get(one) ?? ''));
  return settled.flatMap((version, at): readonly Step[] => {
    const previous = settled[at - 1];
    if (previous === undefined || states.get(previous) === states.get(version)) return [];
    const between = versions.slice(versions.indexOf(previous), versions.indexOf(version) + 1);
    const step = nextToTry(between, states);
    if (step.kind === 'try') return [{ kind: 'try', numpy: step.version }];
    return step.kind === 'found' ? [{ ...step, module }] : [];
  });
}

/** Every stable release that can run on a Python of the plan. */
async function candidatesOf(
  plan: Plan,
  subject: Subject,
  { config, tools, world }: RunContext,
): Promise<ReadonlyMap<string, readonly PlannedCombination[]>> {
  const input = {
    numpy: await tools.index.fetchProject('numpy'),
    subjects: subject.facts,
    constraints: subject.limits,
    metadata: config.subject.metadata,
    today: new Date(world.now()).toISOString().slice(0, 10),
  };
  const taken = takenOut(config.axes);
  const found = new Map<string, readonly PlannedCombination[]>();
  for (const { python, interpreter, platform } of plan.planned) {
    if (found.has(python)) continue;
    const cells = releasesOn({ label: python, interpreter }, input).map(({ id, version }) => ({
      ...{ id, python, numpy: version, platform, interpreter },
    }));
    found.set(
      python,
      cells.filter(({ numpy }) => taken(interpreter, numpy) === null),
    );
  }
  return found;
}

/**
 * One Python for each module: the one that shows most modules changing, so that they share
 * environments; of equals the one with the fewest releases to search.
 */
function assign(
  runs: readonly Measurement[],
  candidates: ReadonlyMap<string, readonly PlannedCombination[]>,
  known: TriedByModule,
): readonly { readonly python: string; readonly modules: readonly string[] }[] {
  const pythons = [...new Set(runs.map(({ combination }) => combination.python))];
  const changing = pythons.map((python) => {
    const states = known.get(python) ?? new Map();
    const cells = candidates.get(python) ?? [];
    const modules = [
      ...new Set(
        [...states.values()].flatMap((one: ReadonlyMap<string, Tried>) => [...one.keys()]),
      ),
    ].filter((module) => boundaries(module, cells, states).length > 0);
    return { python, modules, size: cells.length };
  });
  const order = changing.toSorted((a, b) => b.modules.length - a.modules.length || a.size - b.size);
  const taken = new Set<string>();
  return order.flatMap(({ python, modules }) => {
    const own = modules.filter((module) => !taken.has(module));
    for (const module of own) taken.add(module);
    return own.length > 0 ? [{ python, modules: own }] : [];
  });
}

function foundOf(step: Step, python: string, environments: number): readonly Bisected[] {
  if (step.kind !== 'found') return [];
  const { module, lastPassing, firstFailing, untried } = step;
  return [{ python, modules: [module], lastPassing, firstFailing, untried, environments }];
}

/** Modules that change at the same place are told together. */
function merged(found: readonly Bisected[]): readonly Bisected[] {
  const byPlace = new Map<string, Bisected>();
  for (const one of found) {
    const key = JSON.stringify([one.python, one.lastPassing, one.firstFailing]);
    const earlier = byPlace.get(key);
    byPlace.set(key, { ...one, modules: [...(earlier?.modules ?? []), ...one.modules] });
  }
  return [...byPlace.values()];
}

/** The plan holds what was tried besides, too. */
function inOrder(
  run: Measurements,
  tried: readonly PlannedCombination[],
  measurements: readonly Measurement[],
): Measurements {
  const rank = new Map<string, number>();
  for (const { python } of run.plan.planned) if (!rank.has(python)) rank.set(python, rank.size);
  const order = (a: Combination, b: Combination) =>
    (rank.get(a.python) ?? 0) - (rank.get(b.python) ?? 0) || compareNumpy(a.numpy, b.numpy);
  const ids = new Set(tried.map(({ id }) => id));
  const asked = new Set(run.plan.planned.map(({ id }) => id));
  const besides = [...ids].filter((id) => !asked.has(id));
  const kept = run.plan.planned.filter(({ id }) => !ids.has(id));
  const plan = {
    ...run.plan,
    planned: [...kept, ...tried.map(measuredCombination)].toSorted(order),
    excluded: run.plan.excluded.filter(({ id }) => !ids.has(id)),
    besides,
  };
  return {
    ...run,
    plan: besides.length > 0 ? plan : run.plan,
    measurements: measurements.toSorted((a, b) => order(a.combination, b.combination)),
  };
}
