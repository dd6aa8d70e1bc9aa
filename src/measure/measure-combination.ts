import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Debugger } from '../host/debugger.ts';
import type { Limiter } from '../host/limiter.ts';
import { removeOrLeave } from '../host/remove-tree.ts';
import { THIS_PLATFORM } from '../host/this-platform.ts';
import type { World } from '../host/world.ts';
import { NUMPY_NONE, type PlannedCombination } from '../model/combination.ts';
import type { BinaryFacts } from '../model/compiled-module.ts';
import type { Environment } from '../model/environment.ts';
import {
  type CombinationState,
  type Measurement,
  measuredCombination,
  type TestedWheel,
  withoutProbes,
} from '../model/measurement.ts';
import type { NativeFrame } from '../model/observation.ts';
import { interrupted } from '../model/user-error.ts';
import { nightlyArguments, type Tools } from '../provision/tools.ts';
import type { Config } from '../settings/config.ts';
import { asData } from './as-data.ts';
import type { Wanted } from './environment/environment-folders.ts';
import type { Environments, Held } from './environment/environments.ts';
import type { InstallSubject } from './install/install-subject.ts';
import { measureEnvironment, type ProbedEnvironment } from './measure-environment.ts';
import type { ProbeRun } from './probe/run-probe.ts';
import type { WorkerCodes } from './probe/worker-code.ts';
import { probeSettings } from './probe-settings.ts';
import type { OutsidePlaces } from './reuse/outside-places.ts';
import type { Reuse } from './reuse/reuse.ts';
import { wrongNumpy } from './wrong-numpy.ts';

/** What measuring is told of the configuration. */
export type Measured = Pick<Config, 'subject' | 'axes' | 'run' | 'index'>;

/** What all combinations of a run share. */
export interface RunContext {
  readonly config: Measured;
  readonly tools: Tools;
  readonly world: World;
  readonly limiter: Limiter;
  readonly environments: Environments;
  readonly known: Map<string, BinaryFacts>;
  readonly workers: WorkerCodes;
  readonly debugger: Debugger | null;
  /** Measurements of earlier runs; null where nothing is kept. */
  readonly reuse: Reuse | null;
  /** Native stacks already looked up, by task: the same crash needs the debugger once. */
  readonly stacks: Map<string, Promise<readonly NativeFrame[]>>;
}

/** What is installed under test, and what it was built with. */
export interface Installable {
  readonly subject: InstallSubject;
  readonly buildNumpy: string | null;
  readonly buildPython: string | null;
  /** The subject's wheels, with their hashes. */
  readonly wheels: readonly TestedWheel[];
  /** Names of extensions that the build left out. */
  readonly leftOut: readonly string[];
}

/**
 * The measurement of an earlier run, where nothing that decides it has changed; undefined: it must be
 * measured.
 */
export async function reusedMeasurement(
  combination: PlannedCombination,
  installable: Installable,
  context: RunContext,
): Promise<Measurement | undefined> {
  const { subject: _, ...built } = installable;
  const found = await context.reuse?.find(combination, tested(combination, installable, context));
  return found && { ...found, ...built };
}

function tested(combination: PlannedCombination, installable: Installable, context: RunContext) {
  return { wanted: wanted(combination, installable, context), wheels: installable.wheels };
}

/** Installs, discovers and probes one combination; its environment is nobody's afterwards. */
export async function measureCombination(
  combination: PlannedCombination,
  installable: Installable,
  context: RunContext,
): Promise<Measurement> {
  const { world, environments } = context;
  const began = world.now();
  const folder = join(world.folder, combination.id);
  await mkdir(folder, { recursive: true });
  try {
    const family = familyOf(combination, installable, context);
    for (const from of [family, null]) {
      const held = await world.timeline.timed('install', combination.id, () =>
        environments.acquire(from, wanted(combination, installable, context)),
      );
      if (held.kind !== 'held') {
        const seconds = (world.now() - began) / 1000;
        if (held.kind === 'excluded') return withoutProbes(combination, held, seconds);
        const { kind: _, ...failure } = held;
        return withoutProbes(combination, { kind: 'error', ...failure, lines: [] }, seconds);
      }
      const result = await measureIn(held, combination, installable, folder, context);
      if (result === 'doubt') continue;
      const measured = { ...result.measured, seconds: (world.now() - began) / 1000 };
      if (result.restsOn) {
        const what = tested(combination, installable, context);
        await context.reuse?.keep(combination, what, measured, result.restsOn);
      }
      return measured;
    }
    throw new Error('what is seen in a new environment is believed');
  } finally {
    await removeOrLeave(folder);
  }
}

/**
 * What has an environment in common but for NumPy; null where none is ever handed on: on Windows,
 * where a program can set all times of a file back, and where NumPy is not all that differs.
 */
export function familyOf(
  combination: PlannedCombination,
  { subject }: Installable,
  { config }: RunContext,
): string | null {
  const { python, interpreter, numpy, nightly } = combination;
  const differs = numpy === NUMPY_NONE || nightly || config.subject.metadata !== 'respect';
  // Settings of Python's own may tell it not to write bytecode, or to look for it elsewhere.
  const settings = config.run.environment.some((name) => /^PYTHON/i.test(name));
  if (!THIS_PLATFORM.changesTell || differs || settings) return null;
  return JSON.stringify([python, interpreter.executable, subject]);
}

function wanted(
  combination: PlannedCombination,
  installable: Installable,
  { config, tools }: RunContext,
): Wanted {
  return {
    uv: tools.uv,
    interpreter: combination.interpreter,
    subject: installable.subject,
    extras: config.subject.extras,
    numpy: combination.numpy,
    metadata: config.subject.metadata,
    constraints: config.subject.constraints,
    indexArgs: [
      ...tools.settings.uvArguments,
      ...(combination.nightly ? nightlyArguments(config.index) : []),
    ],
    cwd: tools.folder,
  };
}

async function measureIn(
  held: Held,
  combination: PlannedCombination,
  installable: Installable,
  folder: string,
  context: RunContext,
): Promise<
  { readonly measured: Measurement; readonly restsOn: OutsidePlaces | undefined } | 'doubt'
> {
  const { environment } = held;
  const { world, environments, reuse } = context;
  const { subject: _, ...built } = installable;
  const runs: ProbeRun[] = [];
  const probed = await world.timeline.timed('probe', combination.id, () =>
    probe(combination, environment, folder, context, (run) => runs.push(run)),
  );
  // Killed probes saw nothing: not a line of it is to be shown.
  if (world.processes.signal.aborted) {
    throw interrupted();
  }
  const measured: Measurement = {
    combination: measuredCombination(combination),
    ...built,
    ...(await asData(probed, environment, folder)),
    processes: probed.processes,
    seconds: 0,
  };
  const seen = { measurement: measured, environment, runs };
  // While what is mapped into the probes can still be looked at.
  const restsOn = await reuse?.restsOn(
    combination,
    tested(combination, installable, context),
    seen,
  );
  if ((await environments.release(held)) === 'doubt') return 'doubt';
  return { measured, restsOn };
}

type Probed = ProbedEnvironment & { readonly state: CombinationState };

async function probe(
  combination: PlannedCombination,
  environment: Environment,
  folder: string,
  context: RunContext,
  onRun: (run: ProbeRun) => void,
): Promise<Probed> {
  const { config, world, limiter, known, workers } = context;
  const worker = await workers.for(environment.interpreter);
  const settings = { ...probeSettings(environment, folder, context, worker), onRun };
  const probed = await measureEnvironment(
    environment,
    config.run,
    settings,
    limiter,
    world.files,
    known,
  );
  const { files } = world;
  const wrong = await wrongNumpy(combination, environment, probed, settings, { files, limiter });
  return {
    ...probed,
    processes: probed.processes + (wrong?.processes ?? 0),
    state: wrong?.state ?? { kind: 'ran' },
  };
}
