import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pause } from '../adapters/clock.ts';
import { NUMPY_NONE } from '../model/combination.ts';
import type { Config } from '../model/config.ts';
import type { Environment } from '../model/environment.ts';
import type { Interpreter } from '../model/interpreter.ts';
import { parseWheelFilename } from '../model/wheel-filename.ts';
import { parseCoreMetadata } from '../plan/core-metadata.ts';
import { evaluateMarker } from '../plan/markers.ts';
import { normaliseName, parseRequirement, type Requirement } from '../plan/requirements.ts';
import type { RunResult, Uv } from '../ports.ts';
import { installedDistributions, sitePackagesOf } from './installed-distributions.ts';
import { flatten, isNoSolution, resolverReason } from './resolver-reason.ts';
import { setUpFailure } from './set-up-failure.ts';

/** What is put into an environment, and how. */
export interface InstallRequest {
  readonly uv: Uv;
  readonly interpreter: Interpreter;
  /** Folder of the venv; must not exist. */
  readonly root: string;
  /** Wheel files (absolute) or requirements, of the distributions under test. */
  readonly subject:
    | { readonly kind: 'wheels'; readonly files: readonly string[] }
    | { readonly kind: 'packages'; readonly requirements: readonly string[] };
  readonly extras: readonly string[];
  /** An exact release, or `none`. */
  readonly numpy: string;
  readonly metadata: Config['metadata'];
  /** Constraint files, absolute. */
  readonly constraints: readonly string[];
  /** From the index settings: to be added to each call that resolves. */
  readonly indexArguments: readonly string[];
  readonly indexEnvironment: Readonly<Record<string, string>>;
}

export type InstallResult =
  | { readonly kind: 'installed'; readonly environment: Environment }
  /** The combination cannot exist. */
  | { readonly kind: 'excluded'; readonly reason: string }
  | { readonly kind: 'failed'; readonly setUp: string; readonly message: string };

const INSTALL_SECONDS = 1200;
const TRIES = 3;

/**
 * Makes the environment of one combination: one resolution holds the subject, its requirements and
 * the planned NumPy, and nothing moves it later.
 *
 * Files are copied, not linked: uv's hard links share inodes with its cache, so a module that writes
 * into its own files would change every later environment. Everything comes as a wheel: building a
 * dependency would run its code in the process that holds the index's credentials.
 */
export async function installSubject(request: InstallRequest): Promise<InstallResult> {
  const { uv, interpreter, root } = request;
  const made = await uv.run(
    ['venv', '--no-project', '--no-config', '--python', interpreter.executable, root],
    { cwd: join(root, '..'), timeoutSeconds: 120, env: { UV_PYTHON_DOWNLOADS: 'never' } },
  );
  if (!succeeded(made)) return failed(made);
  const python = join(root, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const outcome =
    request.metadata === 'ignore'
      ? await installIgnoringMetadata(request, python)
      : await installTogether(request, python, subjectArguments(request));
  if (outcome) return outcome;
  const sitePackages = await sitePackagesOf(root);
  const distributions = await installedDistributions(
    sitePackages,
    interpreter,
    subjectNames(request),
    wheelNames(request),
  );
  const numpy = distributions.find(({ name }) => name === 'numpy');
  if (request.numpy !== NUMPY_NONE && numpy?.version !== request.numpy) {
    return {
      kind: 'failed',
      setUp: 'wrong-numpy',
      message: `NumPy ${request.numpy} was asked for, ${numpy?.version ?? 'none'} was installed`,
    };
  }
  return {
    kind: 'installed',
    environment: { root, python, interpreter, sitePackages, distributions },
  };
}

/** One resolution; undefined when it went well. */
async function installTogether(
  request: InstallRequest,
  python: string,
  wanted: readonly string[],
): Promise<Exclude<InstallResult, { kind: 'installed' }> | undefined> {
  const pin = request.numpy === NUMPY_NONE ? [] : [`numpy==${request.numpy}`];
  const flags = await overrideFlags(request);
  const result = await pipInstall(request, python, [...flags, ...wanted, ...pin]);
  if (succeeded(result)) return undefined;
  if (!isNoSolution(result.stderr)) return failed(result);
  if (pin.length > 0) {
    // Is NumPy in the way, or can the subject not be installed at all?
    const without = await pipInstall(request, python, ['--dry-run', ...flags, ...wanted]);
    if (succeeded(without)) {
      return {
        kind: 'excluded',
        reason: ownWords(resolverReason(result.stderr, request.numpy), request),
      };
    }
    if (!isNoSolution(without.stderr)) return failed(without);
  }
  return {
    kind: 'failed',
    setUp: 'resolver-conflict',
    message: `No set of releases satisfies the requirements on Python ${request.interpreter.version}: ${conflict(result.stderr)}`,
  };
}

/**
 * `metadata: ignore` leaves out only the subject's own requirement on NumPy: other packages' caps
 * still steer the resolver.
 */
async function installIgnoringMetadata(
  request: InstallRequest,
  python: string,
): Promise<Exclude<InstallResult, { kind: 'installed' }> | undefined> {
  const alone = await pipInstall(request, python, ['--no-deps', ...subjectArguments(request)]);
  if (!succeeded(alone)) {
    if (!isNoSolution(alone.stderr)) return failed(alone);
    return { kind: 'excluded', reason: conflict(alone.stderr) };
  }
  const requirements = await ownRequirements(request);
  const wanted = requirements
    .filter(({ name }) => name !== 'numpy' && !subjectNames(request).includes(name))
    .map(withoutMarker);
  if (wanted.length === 0 && request.numpy === NUMPY_NONE) return undefined;
  return installTogether(request, python, wanted);
}

async function ownRequirements(request: InstallRequest): Promise<readonly Requirement[]> {
  const { interpreter, root } = request;
  const names = subjectNames(request);
  const installed = await installedDistributions(
    await sitePackagesOf(root),
    interpreter,
    names,
    new Map(),
  );
  const extras = request.extras.map(normaliseName);
  const texts = await Promise.all(
    installed
      .filter(({ role }) => role === 'subject')
      .map(({ metadataFolder }) => readFile(join(metadataFolder, 'METADATA'), 'utf8')),
  );
  return texts
    .flatMap((text) => parseCoreMetadata(text).requirements ?? [])
    .filter(({ marker }) => evaluateMarker(marker, interpreter.markers, extras));
}

/** A requirement whose marker was evaluated already. */
function withoutMarker(requirement: Requirement): string {
  const { name, extras, specifier, url } = requirement;
  const bracket = extras.length > 0 ? `[${extras.join(',')}]` : '';
  return url === null ? `${name}${bracket}${specifier}` : `${name}${bracket} @ ${url}`;
}

/** `ignore-all`: the blunt override; it is global, and makes every other package forget its caps. */
async function overrideFlags(request: InstallRequest): Promise<readonly string[]> {
  if (request.metadata !== 'ignore-all' || request.numpy === NUMPY_NONE) return [];
  const file = `${request.root}-override.txt`;
  await writeFile(file, `numpy==${request.numpy}\n`);
  return ['--override', file];
}

async function pipInstall(
  request: InstallRequest,
  python: string,
  args: readonly string[],
): Promise<RunResult> {
  const { uv, root } = request;
  const constraints = request.constraints.flatMap((file) => ['--constraint', file]);
  for (let attempt = 1; ; attempt += 1) {
    const result = await uv.run(
      [
        ...[
          'pip',
          'install',
          '--python',
          python,
          '--no-build',
          '--link-mode',
          'copy',
          '--no-config',
        ],
        ...request.indexArguments,
        ...constraints,
        ...args,
      ],
      {
        cwd: join(root, '..'),
        timeoutSeconds: INSTALL_SECONDS,
        env: { ...request.indexEnvironment, UV_PYTHON_DOWNLOADS: 'never' },
      },
    );
    if (succeeded(result) || attempt === TRIES || isNoSolution(result.stderr)) return result;
    if (result.ending.kind !== 'exited' || !setUpFailure(result.stderr).passing) return result;
    await pause(1000 * 2 ** attempt);
  }
}

function subjectArguments({ subject, extras }: InstallRequest): readonly string[] {
  const bracket = extras.length > 0 ? `[${extras.join(',')}]` : '';
  if (subject.kind === 'packages')
    return subject.requirements.map((one) => withExtras(one, extras));
  return subject.files.map((file) => {
    const name = parseWheelFilename(basename(file))?.distribution ?? basename(file);
    return `${name}${bracket} @ ${pathToFileURL(file).href}`;
  });
}

function withExtras(text: string, extras: readonly string[]): string {
  if (extras.length === 0) return text;
  const parsed = parseRequirement(text);
  if (parsed.kind !== 'requirement') return text;
  return withoutMarker({ ...parsed, extras: [...new Set([...parsed.extras, ...extras])] });
}

/** Normalised names of the distributions under test. */
function subjectNames(request: InstallRequest): readonly string[] {
  if (request.subject.kind === 'wheels') return [...wheelNames(request).keys()];
  return request.subject.requirements.flatMap((text) => {
    const parsed = parseRequirement(text);
    return parsed.kind === 'requirement' ? [parsed.name] : [];
  });
}

function wheelNames({ subject }: InstallRequest): ReadonlyMap<string, string> {
  if (subject.kind !== 'wheels') return new Map();
  return new Map(
    subject.files.map((file) => {
      const name = parseWheelFilename(basename(file))?.distribution ?? basename(file);
      return [normaliseName(name), basename(file)];
    }),
  );
}

/** The subject's own requirement is "the project's", in the words of the plan. */
function ownWords(reason: string, request: InstallRequest): string {
  const own = subjectNames(request).find((name) =>
    new RegExp(`^${name}(?: \\S+|@\\S+)? requires numpy`, 'i').test(reason),
  );
  if (!own || request.subject.kind !== 'wheels') return reason;
  const required = reason.slice(reason.indexOf(' requires ') + 10);
  return `the project requires ${required} on Python ${minor(request.interpreter.version)}`;
}

function minor(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

function conflict(text: string): string {
  const flat = flatten(text);
  const because = flat.indexOf('Because');
  return (because >= 0 ? flat.slice(because) : flat).slice(0, 800);
}

function succeeded(result: RunResult): boolean {
  return result.ending.kind === 'exited' && result.ending.code === 0;
}

function failed(result: RunResult): Extract<InstallResult, { kind: 'failed' }> {
  const { ending } = result;
  switch (ending.kind) {
    case 'timed-out':
      return {
        kind: 'failed',
        setUp: 'install-timeout',
        message: `uv did not finish within ${ending.seconds} s`,
      };
    case 'interrupted':
      return { kind: 'failed', setUp: 'interrupted', message: 'interrupted' };
    case 'not-started':
      return {
        kind: 'failed',
        setUp: 'no-uv',
        message: `uv could not be started: ${ending.message}`,
      };
    case 'signalled':
      return {
        kind: 'failed',
        setUp: 'install-failed',
        message: `uv was killed by ${ending.signal}`,
      };
    case 'exited': {
      const { setUp, message } = setUpFailure(result.stderr);
      return { kind: 'failed', setUp, message };
    }
  }
}
