import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, delimiter, join, relative } from 'node:path';
import { buildEnvironment, type Env } from '../../host/child-environment.ts';
import { stopIfHopeless } from '../../host/stop-if-hopeless.ts';
import { environmentPython, THIS_PLATFORM } from '../../host/this-platform.ts';
import { together } from '../../host/together.ts';
import { endedWell } from '../../model/ended-well.ts';
import type { Processes, RunResult, Uv } from '../../model/ports.ts';
import type { SetUpCause } from '../../model/set-up-failure.ts';
import type { Interpreter } from '../../packaging/interpreter.ts';
import { derivation, saysNoSolution } from '../../packaging/uv-messages/explain-conflict.ts';
import { networkTrouble } from '../../packaging/uv-messages/network-trouble.ts';
import { refusesNumpy, refusesPinnedNumpy } from '../../packaging/uv-messages/no-wheel.ts';
import { parseWheelFilename } from '../../packaging/wheel-filename.ts';
import { heldFlags } from '../../provision/uv/held-flags.ts';
import { installedDistributions, sitePackagesOf } from '../install/installed-distributions.ts';
import { whyNoEnvironment } from '../install/why-no-environment.ts';
import script from './build-wheel.py';
import { gitRunner, mapPaths, type PrivateCopy, privateCopy } from './private-copy.ts';
import { readBuildSystem } from './read-build-system.ts';
import { relayLines } from './relay-lines.ts';
import { sourceHash } from './source-hash.ts';

export interface BuildOptions {
  readonly uv: Uv;
  readonly processes: Processes;
  /** The parent's environment; secrets are taken out here. */
  readonly env: Env;
  /** The folder with `pyproject_hooks` (src/provision/python-tools.ts). */
  readonly tools: string;
  readonly project: string;
  readonly interpreter: Interpreter;
  /** An exact release to build against; null lets `build-system.requires` choose. */
  readonly buildNumpy: string | null;
  readonly indexArgs: readonly string[];
  /** A folder of this build's own, absolute; made here. The wheel stays in it. */
  readonly folder: string;
  /** The folder of the run: no part of the project, wherever it lies. */
  readonly own: string;
  /** Whether the result is to say what was found in the copy. */
  readonly hashSources?: boolean;
  /** Told of folders that are no longer needed, and may be large. */
  readonly discard?: (folder: string) => void;
  /** Output as it arrives, by whole lines, paths mapped to the repository. */
  readonly onOutput?: (text: string) => void;
}

export type BuildResult =
  | {
      readonly kind: 'built';
      /** Absolute path. */
      readonly wheel: string;
      readonly buildNumpy: string | null;
      readonly buildPython: string;
      /** The wheel's ABI tag: `cp311`, `abi3`, `none`. */
      readonly abi: string;
      readonly text: string;
      readonly seconds: number;
      /** What the build found: the hash of its private copy, and its place there. */
      readonly source?: string;
      /** What the backend asked for besides `build-system.requires`. */
      readonly required?: readonly string[];
      /** What the wheel was built with: normalised name → version. */
      readonly builtWith?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'excluded'; readonly reason: string }
  | {
      readonly kind: 'failed';
      readonly setUp: 'no-network' | 'resolver-conflict' | 'build-failed' | 'no-interpreter';
      readonly stage: 'requires' | 'hooks' | 'build';
      /** One sentence. */
      readonly message: string;
      /** The tool's own output, paths mapped to the repository. */
      readonly text: string;
      readonly because?: SetUpCause;
    };

const INSTALL_SECONDS = 900;
const HOOK_SECONDS = 600;
const BUILD_SECONDS = 2 * 3600;
const OUTPUT_CAP_BYTES = 512 * 1024;

/**
 * Builds the project's wheel for one interpreter against one NumPy, in a private copy.
 *
 * What resolves and downloads has the index credentials and runs no project code; what runs the
 * project's code has none.
 *
 * @throws {UserError} no Python project (exit 2), disk full, interrupted
 */
export async function buildProject(options: BuildOptions): Promise<BuildResult> {
  const began = performance.now();
  const { folder, interpreter, uv } = options;
  const system = await readBuildSystem(options.project);
  await mkdir(join(folder, 'tmp'), { recursive: true });
  const copy = await privateCopy(options.project, join(folder, 'source'), options);
  const hash = options.hashSources ? await sourceHash(copy.root, gitRunner(options)) : undefined;
  const venv = join(folder, 'build-env');
  const made = await uv.run(
    [
      ...['venv', '--no-config', '--no-project', '--no-python-downloads', '--quiet'],
      ...['--python', interpreter.executable, venv],
    ],
    { cwd: folder, timeoutSeconds: 120 },
  );
  if (!endedWell(made.ending)) {
    stopIfHopeless(made, folder);
    const message = `Cannot make a build environment with ${interpreter.executable}: ${whyNoEnvironment(made)}`;
    return {
      kind: 'failed',
      setUp: 'no-interpreter',
      stage: 'requires',
      message,
      text: made.stderr,
    };
  }
  // Compilers name the copy and the environment, which are gone when anybody reads it.
  const mapped = (text: string) => mapPaths(text, copy).replaceAll(venv, '<build environment>');
  const place = { copy, venv, options, mapped };
  const required = await installRequires(place, system.requires);
  if (required !== undefined) return required;
  const asked = await askBackend(place, system, 'requires');
  if ('kind' in asked) return asked;
  const more: unknown = JSON.parse(asked.answer);
  if (!isTexts(more)) {
    const message = `get_requires_for_build_wheel of ${system.backend} returned no list of requirements, but ${asked.answer.slice(0, 60)}`;
    return { kind: 'failed', setUp: 'build-failed', stage: 'hooks', message, text: asked.text };
  }
  if (more.length > 0) {
    // Together with the first ones, so that nothing moves the NumPy that those chose.
    const failed = await installRequires(place, [...system.requires, ...more]);
    if (failed !== undefined) return failed;
  }
  const installed = await installedDistributions(
    await sitePackagesOf(venv),
    interpreter,
    new Set(),
  );
  const buildNumpy = installed.find((one) => one.name === 'numpy')?.version ?? null;
  const built = await askBackend(place, system, 'build');
  if ('kind' in built)
    return built.kind === 'failed'
      ? { ...built, because: { kind: 'build-numpy', version: buildNumpy } }
      : built;
  const answer: unknown = JSON.parse(built.answer);
  const name = typeof answer === 'string' ? answer : '';
  const wheels = (await readdir(join(folder, 'wheel'))).filter((file) => file.endsWith('.whl'));
  const wheel = wheels.includes(basename(name)) ? basename(name) : wheels[0];
  const abi = parseWheelFilename(wheel ?? '')?.tags[0]?.split('-')[1];
  if (wheel === undefined || abi === undefined) {
    const message = 'The build backend ended well but made no wheel';
    return { kind: 'failed', setUp: 'build-failed', stage: 'build', message, text: built.text };
  }
  options.discard?.(copy.root);
  options.discard?.(venv);
  return {
    kind: 'built',
    wheel: join(folder, 'wheel', wheel),
    buildNumpy,
    buildPython: interpreter.version,
    abi,
    text: built.text,
    seconds: (performance.now() - began) / 1000,
    ...(hash !== undefined && { source: `${hash} ${relative(copy.root, copy.project)}` }),
    required: more,
    builtWith: Object.fromEntries(installed.map(({ name, version }) => [name, version])),
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** Whether a built wheel also serves another interpreter (pure wheels; abi3 on later Pythons). */
export function servesInterpreter(
  wheel: string,
  interpreter: Pick<Interpreter, 'tags' | 'freeThreaded'>,
): boolean {
  const tags = parseWheelFilename(basename(wheel))?.tags ?? [];
  const known = new Set(interpreter.tags.map((tag) => tag.toLowerCase()));
  return tags.some(
    (tag) => known.has(tag) && !(interpreter.freeThreaded && tag.split('-')[1] === 'abi3'),
  );
}

interface Place {
  readonly copy: PrivateCopy;
  readonly venv: string;
  readonly options: BuildOptions;
  readonly mapped: (text: string) => string;
}

async function installRequires(
  { venv, options }: Place,
  lines: readonly string[],
): Promise<BuildResult | undefined> {
  if (lines.length === 0) return undefined;
  const { uv, folder, buildNumpy, interpreter } = options;
  const constraints = join(folder, 'build-constraints.txt');
  await writeFile(constraints, buildNumpy === null ? '' : `numpy==${buildNumpy}\n`);
  const install = (flags: readonly string[]) =>
    uv.run(
      [
        ...['pip', 'install', '--quiet', '--no-progress', '--link-mode', 'copy'],
        ...[...heldFlags(interpreter.version), '--no-require-hashes'],
        ...['--python', environmentPython(venv), ...options.indexArgs, ...flags, '-r', '-'],
      ],
      { cwd: options.project, timeoutSeconds: INSTALL_SECONDS, input: `${lines.join('\n')}\n` },
    );
  const result = await install(['--constraint', constraints]);
  if (endedWell(result.ending)) return undefined;
  stopIfHopeless(result, folder);
  const text = result.stderr;
  const unsolved = saysNoSolution(text);
  const fail = (setUp: 'no-network' | 'resolver-conflict', message: string): BuildResult => {
    const because = unsolved && { because: { kind: 'no-solution' } as const };
    return { kind: 'failed', setUp, stage: 'requires', message, text, ...because };
  };
  if (result.ending.kind !== 'exited') {
    const message = `The build requirements were not installed: ${whyNoEnvironment(result)}`;
    const because = { kind: 'killed' } as const;
    return {
      kind: 'failed',
      setUp: 'resolver-conflict',
      stage: 'requires',
      message,
      text,
      because,
    };
  }
  if (!unsolved && networkTrouble(text) !== null) {
    return fail(
      'no-network',
      `The build requirements could not be downloaded: ${derivation(text)}`,
    );
  }
  if (unsolved && buildNumpy !== null && endedWell((await install(['--dry-run'])).ending)) {
    if (refusesPinnedNumpy(text)) {
      const reason = `NumPy ${buildNumpy}, to build against, has no wheel for Python ${interpreter.version}`;
      return { kind: 'excluded', reason };
    }
    const message = `build-numpy ${buildNumpy} conflicts with build-system.requires: ${derivation(text)}`;
    return fail('resolver-conflict', message);
  }
  if (refusesNumpy(text)) {
    const reason = `the NumPy that build-system.requires asks for has no wheel for Python ${interpreter.version}`;
    return { kind: 'excluded', reason };
  }
  return fail(
    'resolver-conflict',
    `The build requirements cannot be installed: ${derivation(text)}`,
  );
}

async function askBackend(
  { copy, venv, options, mapped }: Place,
  system: { readonly backend: string; readonly backendPath: readonly string[] },
  action: 'requires' | 'build',
): Promise<{ readonly answer: string; readonly text: string } | BuildResult> {
  const { folder, env, processes } = options;
  const file = (name: string) => join(folder, `${action}-${name}`);
  const output = join(folder, 'wheel');
  await mkdir(output, { recursive: true });
  const job = { source: copy.project, ...system, action, output, answer: file('answer.json') };
  await together([
    writeFile(file('backend.py'), script),
    writeFile(file('job.json'), JSON.stringify(job)),
  ]);
  const bin = join(venv, THIS_PLATFORM.programs);
  const tmp = join(folder, 'tmp');
  const path = `${bin}${delimiter}${env['PATH'] ?? env['Path'] ?? ''}`;
  const inherited = Object.fromEntries(
    Object.entries(buildEnvironment(env)).filter(([name]) => name.toUpperCase() !== 'PATH'),
  );
  const live = relayLines((lines) => options.onOutput?.(mapped(lines)));
  const result = await processes.run(
    environmentPython(venv),
    [file('backend.py'), options.tools, file('job.json')],
    {
      cwd: copy.project,
      env: { ...inherited, PATH: path, TMPDIR: tmp, TEMP: tmp, TMP: tmp },
      timeoutSeconds: action === 'build' ? BUILD_SECONDS : HOOK_SECONDS,
      outputCapBytes: OUTPUT_CAP_BYTES,
      onOutput: live.push,
    },
  );
  live.end();
  const text = mapped(`${result.stdout}\n${result.stderr}`.trim());
  const answer = await readFile(job.answer, 'utf8').catch(() => undefined);
  if (endedWell(result.ending) && answer !== undefined) return { answer, text };
  stopIfHopeless(result, folder);
  const { ending } = result;
  const how =
    ending.kind === 'timed-out' ? `did not end within ${ending.seconds} s` : howFailed(ending);
  const what = action === 'build' ? 'build_wheel' : 'get_requires_for_build_wheel';
  return {
    kind: 'failed',
    setUp: 'build-failed',
    stage: action === 'build' ? 'build' : 'hooks',
    message: `${what} of ${system.backend} ${how}`,
    text,
  };
}

function howFailed(ending: RunResult['ending']): string {
  if (ending.kind === 'signalled') return `was killed by ${ending.signal}`;
  return ending.kind === 'exited' && ending.code > 1 ? `failed (exit ${ending.code})` : 'failed';
}
