import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { World } from '../host/world.ts';
import type { StageResult } from '../measure/build/build-stage.ts';
import { testedWheel } from '../measure/install/tested-wheel.ts';
import type { BuildOutcome, BuiltWheel } from '../model/built-wheel.ts';
import type { Combination } from '../model/combination.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { buildsOf } from '../plan/builds-of.ts';
import type { Config } from '../settings/config.ts';
import { measuredPlan } from './documents/measured-plan.ts';
import { measuredSubject } from './documents/measured-subject.ts';
import { prepare } from './prepare/prepare.ts';

/**
 * Builds the project's wheel for each Python of the plan, or of a part of it, and leaves each in a
 * folder of its own with what is known of it: what `check --built` takes.
 *
 * A build that fails is written down as well: the jobs that measure say so then.
 *
 * @param folder absolute; made where it does not exist
 * @returns what became of each Python, in plan order
 * @throws {UserError} exit 2 where there is no project to build
 */
export async function build(
  config: Config,
  folder: string,
  world: World,
  version: string,
): Promise<readonly BuiltWheel[]> {
  const { subject, plan, build: stage, given, lacking } = await prepare(config, world, version);
  if (stage === null) {
    throw new UserError('There is nothing to build: wheels and packages are there already', {
      exitCode: EXIT.usage,
      remedy: 'Leave `build` and `--build-once` out where no source project is tested',
    });
  }
  const named = await measuredSubject(subject, world);
  const { id } = given?.plan ?? measuredPlan(plan, named, version);
  const { kind, name, commit } = named;
  const head = {
    schema: 1,
    document: 'built-wheel',
    tool: { name: 'numpy-abi-matrix', version },
    subject: { kind, name, commit },
    plan: id,
  } as const;
  const written: BuiltWheel[] = [];
  const keep = async (one: Combination, result: BuildOutcome) => {
    const record: BuiltWheel = { ...head, python: one.python, platform: one.platform, result };
    const own = placeOf(folder, one);
    await mkdir(own, { recursive: true });
    await writeFile(join(own, 'built.json'), `${JSON.stringify(record, undefined, 1)}\n`);
    written.push(record);
  };
  for (const one of buildsOf(plan.planned)) {
    const built = await stage.wheelFor({ label: one.python, interpreter: one.interpreter });
    await keep(one, await outcomeOf(built, placeOf(folder, one)));
  }
  await stage.close();
  for (const { combination, state } of lacking) await keep(combination, { kind: 'none', state });
  return written;
}

/** Two Pythons may yield wheels of one name, which need not be equal. */
function placeOf(folder: string, { python, platform }: Combination): string {
  return join(folder, `${platform}-${python}`.replaceAll(/[^\w.-]/g, '-'));
}

async function outcomeOf(result: StageResult, own: string): Promise<BuildOutcome> {
  if (result.kind === 'none') return result;
  const { wheel, buildNumpy, buildPython, abi, text } = result;
  await mkdir(own, { recursive: true });
  const copy = join(own, basename(wheel));
  await copyFile(wheel, copy);
  const { file, sha256 } = await testedWheel(copy);
  return { kind: 'built', file, sha256, buildNumpy, buildPython, abi, text };
}
