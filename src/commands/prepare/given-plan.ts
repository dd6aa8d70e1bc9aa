import type { Plan, PlannedCombination } from '../../model/combination.ts';
import {
  type MeasuredCombination,
  type Measurement,
  withoutProbes,
} from '../../model/measurement.ts';
import type { PlanFile } from '../../model/plan-file.ts';
import type { PythonSpec } from '../../model/python-spec.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { pythonLabel } from '../../packaging/python-name.ts';
import { releaseSegment } from '../../packaging/specifier.ts';
import { buildsOf } from '../../plan/builds-of.ts';
import type { ChosenPython, Pythons } from '../../plan/chosen-python.ts';
import { expectedWork } from '../../plan/expected-work.ts';
import { fewestShards, shardOf } from '../../plan/shards.ts';
import type { AxesConfig, Config } from '../../settings/config.ts';
import { parsePythonSpec } from '../../settings/python-spec.ts';

/**
 * What of a given plan is to run here: the part that was asked for, else all of it. What is built is
 * cut by itself: one build for each Python of each platform.
 */
export function ownPart(
  given: PlanFile,
  { mode, axes: { shard } }: { mode: Config['mode']; axes: Pick<AxesConfig, 'shard'> },
): readonly MeasuredCombination[] {
  const { plan, subject } = given;
  const planned = mode === 'build' ? buildsOf(plan.planned) : plan.planned;
  if (shard === null) return planned;
  refuseFewShards(planned, shard.count);
  return shardOf(planned, shard, expectedWork(mode === 'build' ? {} : plan, subject.kind));
}

/** @throws {UserError} exit 2: one machine cannot run the combinations of two platforms */
export function refuseFewShards(planned: readonly MeasuredCombination[], count: number): void {
  const fewest = fewestShards(planned);
  if (count >= fewest) return;
  throw new UserError(
    `The plan has ${fewest} platforms, and ${count === 1 ? 'one part' : `${count} parts`} cannot hold them: a part runs on one machine`,
    { exitCode: EXIT.usage, remedy: `Cut it into ${fewest} parts or more` },
  );
}

/**
 * The Pythons to look for: those that the part names. Paths that the user gave are kept, since no
 * name stands for them.
 */
export function specsFor(
  part: readonly MeasuredCombination[],
  config: Pick<AxesConfig, 'pythons'>,
): readonly PythonSpec[] {
  if (config.pythons.some(({ kind }) => kind === 'path')) return config.pythons;
  const texts = new Set(
    part.map(({ python, interpreter: { version } }) =>
      releaseSegment(version) === version || /\d\.\d+\.\d/.test(python) ? python : `${python}-dev`,
    ),
  );
  return [...texts].flatMap((text) => {
    const spec = parsePythonSpec(text);
    return 'message' in spec ? [] : [spec];
  });
}

/** A given plan as this machine can run it. */
export interface PlanHere {
  readonly plan: Plan;
  /** What of it has no Python here: set-up failures, since it was planned. */
  readonly lacking: readonly Measurement[];
}

/**
 * Lays a part of a given plan on the Pythons of this machine.
 *
 * @throws {UserError} exit 2 where the part is for another platform
 */
export function planHere(
  given: PlanFile,
  part: readonly MeasuredCombination[],
  pythons: Pythons,
): PlanHere {
  refuseOtherPlatform(given, part, pythons.chosen);
  const planned: PlannedCombination[] = [];
  const lacking: Measurement[] = [];
  for (const one of part) {
    const found = pythons.chosen.find((python) => isCalled(python, one.python));
    if (found) planned.push({ ...one, interpreter: found.interpreter });
    else {
      const why = pythons.unavailable.find(({ label }) => label === one.python)?.reason;
      const message = why ?? `Python ${one.python}, which the plan names, is not available here`;
      lacking.push(
        withoutProbes(one, { kind: 'error', setUp: 'no-interpreter', message, lines: [] }),
      );
    }
  }
  const { excluded, missing, notices } = given.plan;
  return { plan: { planned, excluded, missing, notices }, lacking };
}

function isCalled({ label, interpreter }: ChosenPython, name: string): boolean {
  return label === name || pythonLabel(interpreter, true) === name;
}

function refuseOtherPlatform(
  given: PlanFile,
  part: readonly MeasuredCombination[],
  chosen: readonly ChosenPython[],
): void {
  const [first] = chosen;
  const foreign = part.find(
    ({ interpreter }) => first && interpreter.platform !== first.interpreter.platform,
  );
  if (!first || !foreign) return;
  const runner = given.runners[foreign.platform];
  throw new UserError(
    `This part of the plan is for ${foreign.interpreter.platform}, and this machine is ${first.interpreter.platform}`,
    {
      exitCode: EXIT.usage,
      remedy: runner
        ? `Run it on ${runner}, where the plan was made`
        : 'Run it on that platform; with --shard I/N each part has one platform',
    },
  );
}
