import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { removeTree } from '../../host/remove-tree.ts';
import { stopIfHopeless } from '../../host/stop-if-hopeless.ts';
import { environmentPython } from '../../host/this-platform.ts';
import { together } from '../../host/together.ts';
import { NUMPY_NONE } from '../../model/combination.ts';
import { endedWell } from '../../model/ended-well.ts';
import type { Environment } from '../../model/environment.ts';
import type { RunResult } from '../../model/ports.ts';
import type { SetUpCause } from '../../model/set-up-failure.ts';
import type { Interpreter } from '../../packaging/interpreter.ts';
import { normaliseName } from '../../packaging/requirement-name.ts';
import { parseRequirement } from '../../packaging/requirements.ts';
import { allows } from '../../packaging/specifier.ts';
import { saysBadWheel } from '../../packaging/uv-messages/bad-wheel.ts';
import {
  derivation,
  explainConflict,
  saysNoSolution,
} from '../../packaging/uv-messages/explain-conflict.ts';
import { networkTrouble } from '../../packaging/uv-messages/network-trouble.ts';
import { releaseWithoutWheel } from '../../packaging/uv-messages/no-wheel.ts';
import { parseWheelFilename } from '../../packaging/wheel-filename.ts';
import { installedDistributions, sitePackagesOf } from './installed-distributions.ts';
import { otherRequirements } from './other-requirements.ts';
import { type PipOptions, pipInstall } from './pip-install.ts';
import { whyNoEnvironment } from './why-no-environment.ts';

/** What is installed: requirement lines, or wheel files (absolute), one per distribution. */
export type InstallSubject =
  | { readonly kind: 'requirements'; readonly lines: readonly string[] }
  | { readonly kind: 'wheels'; readonly files: readonly string[] };

export interface InstallOptions extends PipOptions {
  readonly interpreter: Interpreter;
  readonly subject: InstallSubject;
  /** An exact release, or `none`: what the metadata asks for. */
  readonly numpy: string;
  readonly metadata: 'respect' | 'ignore' | 'ignore-all';
  readonly extras: readonly string[];
  /** The venv to make, absolute; must not exist. */
  readonly root: string;
}

export type InstallResult =
  | { readonly kind: 'installed'; readonly environment: Environment; readonly seconds: number }
  | { readonly kind: 'excluded'; readonly reason: string }
  | {
      readonly kind: 'failed';
      readonly setUp:
        | 'no-interpreter'
        | 'no-network'
        | 'resolver-conflict'
        | 'wrong-numpy'
        | 'bad-wheel';
      readonly message: string;
      readonly because?: SetUpCause;
    };

/**
 * Makes the environment of one combination: subject, its requirements and NumPy in one resolution.
 *
 * @throws {UserError} disk full, interrupted
 */
export async function installSubject(options: InstallOptions): Promise<InstallResult> {
  const began = performance.now();
  const { uv, root, interpreter, numpy } = options;
  const made = await uv.run(
    [
      ...['venv', '--no-config', '--no-project', '--no-python-downloads', '--quiet'],
      ...['--python', interpreter.executable, root],
    ],
    { cwd: options.cwd, timeoutSeconds: 120 },
  );
  if (!endedWell(made.ending)) {
    stopIfHopeless(made, root);
    const message = `Cannot make an environment with ${interpreter.executable}: ${whyNoEnvironment(made)}`;
    return { kind: 'failed', setUp: 'no-interpreter', message };
  }
  const python = environmentPython(root);
  const outcome = await resolveAndInstall(options, python);
  if (outcome !== undefined) {
    await removeTree(root);
    return outcome;
  }
  const environment = await readEnvironment(options, python);
  const found = numpyVersions(environment);
  if (numpy !== NUMPY_NONE && !hasPlanned(environment, numpy)) {
    const message = `NumPy ${numpy} was asked for, but ${found.join(' and ') || 'none'} is installed: ${UV_DECIDES}`;
    return { kind: 'failed', setUp: 'wrong-numpy', message };
  }
  return { kind: 'installed', environment, seconds: (performance.now() - began) / 1000 };
}

/** Nothing else has a say where uv succeeds with another NumPy than it was given. */
const UV_DECIDES =
  'uv’s own settings decide otherwise, as `override-dependencies` in `[tool.uv]` or uv.toml do (also those of a workspace above). Take that out, or run with the environment variable `UV_NO_CONFIG=1`, which leaves all of uv’s settings aside';

/** What an installation put into an environment. */
export async function readEnvironment(
  options: InstallOptions,
  python: string,
): Promise<Environment> {
  const { root, interpreter } = options;
  const sitePackages = await sitePackagesOf(root);
  const distributions = await installedDistributions(sitePackages, interpreter, namesOf(options));
  return { root, python, interpreter, sitePackages, distributions };
}

function numpyVersions({ distributions }: Environment): readonly string[] {
  return distributions.filter((one) => one.name === 'numpy').map((one) => one.version);
}

/** Whether the NumPy that was asked for is there, and no other. */
export function hasPlanned(environment: Environment, numpy: string): boolean {
  const found = numpyVersions(environment);
  return found.length === 1 && allows(`==${numpy}`, found[0] ?? '');
}

/** Undefined when everything is installed. */
async function resolveAndInstall(
  options: InstallOptions,
  python: string,
): Promise<InstallResult | undefined> {
  const { metadata, numpy } = options;
  const pin = numpy === NUMPY_NONE ? [] : [`numpy==${numpy}`];
  let lines = subjectLines(options);
  if (metadata === 'ignore') {
    const bare = await pipInstall(options, python, lines, ['--no-deps']);
    if (!endedWell(bare.ending)) return failure(bare, options);
    lines = await requirementsOfSubject(options);
    if (lines.length === 0 && pin.length === 0) return undefined;
  }
  const overrides = `${options.root}.overrides.txt`;
  const extra: string[] = [];
  if (metadata === 'ignore-all' && pin.length > 0) {
    await writeFile(overrides, `${pin.join('\n')}\n`);
    extra.push('--override', overrides);
  }
  const result = await pipInstall(options, python, [...lines, ...pin], extra);
  if (endedWell(result.ending)) return undefined;
  if (pin.length === 0 || !saysNoSolution(result.stderr)) return failure(result, options);
  const without = await pipInstall(options, python, lines, ['--dry-run']);
  if (endedWell(without.ending)) {
    return { kind: 'excluded', reason: explainConflict(result.stderr, numpy) };
  }
  return failure(without, options);
}

/** What is asked of the resolver, a line each. */
export function subjectLines({
  subject,
  extras,
}: Pick<InstallOptions, 'subject' | 'extras'>): readonly string[] {
  if (subject.kind === 'requirements') return subject.lines;
  const brackets = extras.length > 0 ? `[${extras.join(',')}]` : '';
  return subject.files.map((file) => {
    const name = parseWheelFilename(basename(file))?.distribution ?? basename(file);
    return `${name}${brackets} @ ${pathToFileURL(file).href}`;
  });
}

function namesOf({ subject }: InstallOptions): ReadonlySet<string> {
  const names =
    subject.kind === 'wheels'
      ? subject.files.map((file) => parseWheelFilename(basename(file))?.distribution ?? '')
      : subject.lines.flatMap((line) => {
          const requirement = parseRequirement(line);
          return requirement.kind === 'requirement' ? [requirement.name] : [];
        });
  return new Set(names.map(normaliseName));
}

async function requirementsOfSubject(options: InstallOptions): Promise<readonly string[]> {
  const { interpreter, subject } = options;
  const names = namesOf(options);
  const installed = await installedDistributions(
    await sitePackagesOf(options.root),
    interpreter,
    names,
  );
  const lists = await together(
    installed.map(async ({ name, metadataFolder }) => {
      const text = await readFile(join(metadataFolder, 'METADATA'), 'utf8');
      return otherRequirements(text, interpreter.markers, extrasOf(name));
    }),
  );
  // A subject that another subject requires is installed already.
  return lists.flat().filter((line) => {
    const requirement = parseRequirement(line);
    return requirement.kind !== 'requirement' || !names.has(requirement.name);
  });

  function extrasOf(name: string): readonly string[] {
    if (subject.kind === 'wheels') return options.extras;
    return subject.lines.flatMap((line) => {
      const requirement = parseRequirement(line);
      return requirement.kind === 'requirement' && requirement.name === name
        ? requirement.extras
        : [];
    });
  }
}

function failure(result: RunResult, options: InstallOptions): InstallResult {
  stopIfHopeless(result, options.root);
  const { ending } = result;
  if (ending.kind === 'timed-out') {
    const message = `The installation did not end within ${ending.seconds} seconds`;
    return { kind: 'failed', setUp: 'no-network', message };
  }
  if (ending.kind !== 'exited') {
    const message = `Nothing was installed: ${whyNoEnvironment(result)}`;
    return { kind: 'failed', setUp: 'resolver-conflict', message, because: { kind: 'killed' } };
  }
  const trouble = networkTrouble(result.stderr);
  if (trouble !== null && !saysNoSolution(result.stderr)) {
    const what =
      trouble === 'refused' ? 'The package index refused a request' : 'A download failed';
    const message = `${what}: ${derivation(result.stderr)}`;
    return { kind: 'failed', setUp: 'no-network', message };
  }
  if (saysBadWheel(result.stderr)) {
    const message = `A wheel cannot be installed as it is: ${derivation(result.stderr)}`;
    return { kind: 'failed', setUp: 'bad-wheel', message };
  }
  const who = releaseWithoutWheel(result.stderr);
  if (who === undefined) {
    const message = `The requirements cannot be installed together: ${derivation(result.stderr)}`;
    const because = saysNoSolution(result.stderr) && { because: { kind: 'no-solution' } as const };
    return { kind: 'failed', setUp: 'resolver-conflict', message, ...because };
  }
  const message = `${who} has no wheel for Python ${options.interpreter.version} on this platform, and nothing is built from source at installation`;
  return {
    kind: 'failed',
    setUp: 'resolver-conflict',
    message,
    because: { kind: 'without-wheel', release: who },
  };
}
