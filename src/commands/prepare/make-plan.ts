import { THIS_MACHINE } from '../../host/this-platform.ts';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import type { Subject } from '../../measure/subject/subject.ts';
import type { Plan } from '../../model/combination.ts';
import type { SubjectFacts } from '../../model/subject-facts.ts';
import type { ConstraintLine } from '../../packaging/constraint-lines.ts';
import type { Interpreter } from '../../packaging/interpreter.ts';
import { unknownReleases } from '../../plan/choose-release.ts';
import type { Pythons } from '../../plan/chosen-python.ts';
import { expand } from '../../plan/expand.ts';
import { knownMinors, selectPythons } from '../../plan/select-pythons.ts';
import { availableInterpreters } from '../../provision/interpreters/available.ts';
import { installInterpreter } from '../../provision/interpreters/install.ts';
import type { Tools } from '../../provision/tools.ts';
import type { AxesConfig, Config } from '../../settings/config.ts';
import { noNumpy } from './no-numpy.ts';
import { refuse } from './refuse.ts';

/**
 * Every interpreter of this machine. NumPy's releases are asked for meanwhile: they are needed next.
 *
 * @throws {UserError} exit 2 for a path that is no usable Python
 */
export async function findPythons(
  { pythons }: Pick<AxesConfig, 'pythons'>,
  tools: Tools,
  world: World,
): Promise<readonly Interpreter[]> {
  const explicit = pythons.flatMap((spec) => (spec.kind === 'path' ? [spec.path] : []));
  const [{ interpreters, rejected }] = await together([
    availableInterpreters({ ...tools.inspect, uv: tools.uv, explicit }),
    tools.index.fetchProject('numpy'),
  ]);
  for (const { executable, reason } of rejected) {
    world.progress.detail(`not used: ${executable}: ${reason}`);
  }
  return interpreters;
}

/**
 * Chooses the Pythons that the specs and the subject's `requires-python` ask for; one that is not on
 * this machine is asked of uv (only by `check`: a plan downloads nothing).
 *
 * @param interpreters those of this machine
 * @throws {UserError} exit 2 for a Python that does not exist, and where no index has NumPy
 */
export async function choosePythons(
  config: Pick<Config, 'mode' | 'subject' | 'axes'>,
  subjects: readonly SubjectFacts[],
  interpreters: readonly Interpreter[],
  tools: Tools,
  world: World,
): Promise<Pythons> {
  const numpy = await tools.index.fetchProject('numpy');
  if (numpy.files.length === 0) throw noNumpy(tools.settings);
  const select = (available: readonly Interpreter[]) =>
    selectPythons({
      specs: config.axes.pythons,
      available,
      explicit: explicitByText(config.axes.pythons, available),
      requiresPython: config.subject.metadata === 'ignore-all' ? null : requiresPython(subjects),
      known: knownMinors(numpy, available),
    });
  const first = select(interpreters);
  // Before a Python is downloaded for nothing.
  refuse([...first.problems, ...unknownReleases(config.axes.numpys, numpy)]);
  const downloaded: Interpreter[] = [];
  const reasons = new Map<string, string>();
  // A plan that other machines run is one of what `check` would have.
  if (config.mode !== 'plan' || config.axes.runner !== null) {
    for (const { label, request } of first.missing) {
      world.progress.detail(`Python ${label} is not here; asking uv for it`);
      const doing = [`Python ${label} is not here: asking uv for it`];
      world.progress.update({ doing, done: 0, total: 0, failed: 0 });
      const result = await installInterpreter(request, { ...tools.inspect, uv: tools.uv });
      if (result.kind === 'installed') downloaded.push(result.interpreter);
      else reasons.set(label, result.reason);
    }
  }
  const second = downloaded.length > 0 ? select([...interpreters, ...downloaded]) : first;
  return {
    chosen: second.chosen,
    unavailable: second.missing.map(({ label, reason, named }) => ({
      label,
      reason: reasons.get(label) ?? reason,
      named,
    })),
  };
}

function explicitByText(
  pythons: AxesConfig['pythons'],
  available: readonly Interpreter[],
): ReadonlyMap<string, Interpreter> {
  return new Map(
    pythons.flatMap((spec) => {
      if (spec.kind !== 'path') return [];
      const found = available.find(
        (one) => one.source === 'explicit' && one.executable === spec.path,
      );
      return found ? [[spec.text, found] as const] : [];
    }),
  );
}

/** All subjects must install together, so all of their limits hold. */
function requiresPython(subjects: readonly SubjectFacts[]): string | null {
  const all = subjects.flatMap((subject) => subject.requiresPython || []);
  return all.length === 0 ? null : all.join(',');
}

/**
 * Pythons × NumPys → the plan.
 *
 * @throws {UserError} exit 2 for a NumPy that does not exist
 */
export async function makePlan(
  { subject: { metadata }, axes }: Pick<Config, 'subject' | 'axes'>,
  subject: Subject,
  pythons: Pythons,
  tools: Tools,
  world: World,
): Promise<Plan> {
  const result = expand({
    numpys: axes.numpys,
    pythons: pythons.chosen,
    unavailable: pythons.unavailable,
    platform: pythons.chosen[0]?.interpreter.platform ?? THIS_MACHINE,
    numpy: await tools.index.fetchProject('numpy'),
    nightly: (await tools.nightly?.fetchProject('numpy')) ?? null,
    subjects: subject.facts,
    constraints: subject.limits,
    metadata,
    include: axes.include,
    exclude: axes.exclude,
    today: new Date(world.now()).toISOString().slice(0, 10),
  });
  if (result.kind === 'problems') {
    refuse(result.problems);
    throw new Error('expand() reported problems without any');
  }
  const pins = subject.limits.filter(({ requirement: { name } }) => name === 'numpy');
  const notices = [...new Set(pins.map(pinned))];
  return { ...result.plan, notices: [...result.plan.notices, ...notices] };
}

function pinned({ file }: ConstraintLine): string {
  return `${file} limits NumPy; metadata: ignore leaves those lines out`;
}
