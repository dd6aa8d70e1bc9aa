import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, delimiter, join, relative } from 'node:path';
import { buildEnvironment } from '../../host/child-environment.ts';
import { stopIfHopeless } from '../../host/stop-if-hopeless.ts';
import { environmentPython, THIS_PLATFORM } from '../../host/this-platform.ts';
import { together } from '../../host/together.ts';
import { endedWell } from '../../model/ended-well.ts';
import type { RunResult } from '../../model/ports.ts';
import { parseWheelFilename } from '../../packaging/wheel-filename.ts';
import { installedDistributions, sitePackagesOf } from '../install/installed-distributions.ts';
import { whyNoEnvironment } from '../install/why-no-environment.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildResult } from './build-result.ts';
import script from './build-wheel.py';
import { installRequires } from './install-requires.ts';
import { gitRunner, mapPaths, type PrivateCopy, privateCopy } from './private-copy.ts';
import { readBuildSystem } from './read-build-system.ts';
import { relayLines } from './relay-lines.ts';
import { sourceHash } from './source-hash.ts';

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
  const required = await installRequires(venv, options, system.requires);
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
    const failed = await installRequires(venv, options, [...system.requires, ...more]);
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

interface Place {
  readonly copy: PrivateCopy;
  readonly venv: string;
  readonly options: BuildOptions;
  readonly mapped: (text: string) => string;
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
