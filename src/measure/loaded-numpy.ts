import { basename, dirname, join } from 'node:path';
import { withoutSitePackages } from '../escape/plain-text.ts';
import { resolved } from '../host/on-path.ts';
import { together } from '../host/together.ts';
import { NUMPY_NONE, type PlannedCombination } from '../model/combination.ts';
import type { Environment } from '../model/environment.ts';
import type { Owner } from '../model/measurement.ts';
import type { Observation, StandIn } from '../model/observation.ts';
import type { Files } from '../model/ports.ts';
import type { SetUpFailure } from '../model/set-up-failure.ts';
import { sameRelease } from '../packaging/same-release.ts';

const TEXT_CAP = 256 * 1024;
const MOST_FILES = 5_000;

/**
 * The NumPy that was loaded must be the planned release from this environment's own
 * `site-packages/numpy`; an equal version from elsewhere proves nothing either.
 *
 * @param seen what the probes read back, of all of them
 * @returns what happened and who moved it, one sentence, and its kind; undefined when all is well
 */
export async function numpyDrift(
  combination: PlannedCombination,
  environment: Environment,
  seen: readonly Pick<Observation, 'numpy' | 'standIn'>[],
  ownerOf: (path: string) => Owner | null,
  files: Files,
): Promise<Pick<SetUpFailure, 'message' | 'because'> | undefined> {
  if (combination.numpy === NUMPY_NONE) return undefined;
  const folders = await together(environment.sitePackages.map(resolved));
  const standIn = seen.find((one) => one.standIn)?.standIn;
  if (standIn) {
    const message = await inItsPlace(standIn, combination.numpy, environment, ownerOf, files);
    return { message, because: { kind: 'stand-in' } };
  }
  for (const { version, file } of seen.flatMap(({ numpy }) => numpy ?? [])) {
    const isPlanned = sameRelease(version, combination.numpy);
    const isHere = folders.includes(dirname(dirname(await resolved(file))));
    if (isPlanned && isHere) continue;
    const who = await whoMoved(file, isHere, environment, ownerOf, files);
    const what = isPlanned ? 'another copy of it' : version;
    const message = `NumPy ${combination.numpy} was planned, but ${what} was loaded from ${withoutSitePackages(file)}: ${who}`;
    return { message };
  }
  return undefined;
}

/** Somebody put something else into `sys.modules` under NumPy's name. */
async function inItsPlace(
  { what, version, by, module }: StandIn,
  planned: string,
  environment: Environment,
  ownerOf: (path: string) => Owner | null,
  files: Files,
): Promise<string> {
  const suspects = by
    ? [withOwner(by, ownerOf)]
    : await suspectsIn(environment, [/\bnumpy\b/], REPLACES_MODULES, ownerOf, files);
  const who =
    suspects.length > 0 ? `${suspects.join(' and ')} puts it there` : 'a package puts it there';
  const says = version === null ? '' : ` (it says version ${version})`;
  const when = module === null ? '' : ` when \`${module}\` was loaded`;
  return `NumPy ${planned} was planned, but ${what} stood in its place in sys.modules${when}${says}: ${who}`;
}

const REPLACES_MODULES = /\bsys\s*\.\s*(?:modules|meta_path|path_hooks)\b|\bmodules\b.*\bnumpy\b/;

function withOwner(path: string, ownerOf: (path: string) => Owner | null): string {
  const owner = ownerOf(path);
  return owner
    ? `${owner.distribution} ${owner.version} (${owner.file})`
    : `${basename(path)}, which no package owns,`;
}

async function whoMoved(
  file: string,
  isHere: boolean,
  environment: Environment,
  ownerOf: (path: string) => Owner | null,
  files: Files,
): Promise<string> {
  const owner = ownerOf(file);
  if (owner !== null && owner.distribution !== 'numpy') {
    return `it is a copy inside ${owner.distribution} ${owner.version}`;
  }
  const traces = isHere ? [/\bnumpy\b/] : tracesOf(dirname(dirname(file)));
  const suspects = await suspectsIn(environment, traces, CHANGES_PATH, ownerOf, files);
  if (suspects.length > 0) return `${suspects.join(' and ')} moved it`;
  return isHere
    ? 'something replaced it after the installation, or changes numpy.__version__'
    : 'something puts that folder on sys.path (a package, or PYTHONPATH in environment)';
}

/** A path may be written whole, or be put together from its last part. */
function tracesOf(folder: string): readonly RegExp[] {
  return [folder, basename(folder)].map(
    (text) => new RegExp(text.replaceAll(/[.+?^${}()|[\]\\*]/g, String.raw`\$&`)),
  );
}

const CHANGES_PATH = /\bsys\s*\.\s*path\b|\bsite\b.*\baddsitedir\b/;

/** `.pth` files that run code or name the folder, then modules that have both. */
async function suspectsIn(
  environment: Environment,
  traces: readonly RegExp[],
  changes: RegExp,
  ownerOf: (path: string) => Owner | null,
  files: Files,
): Promise<readonly string[]> {
  const found: string[] = [];
  const name = (path: string): string => withOwner(path, ownerOf);
  for (const folder of environment.sitePackages) {
    const names = await files.list(folder, {
      maxFiles: MOST_FILES * 4,
      skip: (path) => /(?:^|\/)(?:numpy|__pycache__|[^/]+\.dist-info)$/.test(path),
    });
    const startup = names.filter((path) =>
      /^(?:[^/]+\.pth|(?:site|user)customize\.py)$/.test(path),
    );
    for (const path of startup) {
      const text = (await files.readText(join(folder, path), TEXT_CAP)) ?? '';
      const runs = /^import\b/m.test(text) && !/^_virtualenv|^distutils-precedence/.test(path);
      if (runs || traces.some((trace) => trace.test(text))) found.push(name(join(folder, path)));
    }
    if (found.length > 0) return found;
    for (const path of names.filter((one) => one.endsWith('.py')).slice(0, MOST_FILES)) {
      const text = (await files.readText(join(folder, path), TEXT_CAP)) ?? '';
      if (!changes.test(text)) continue;
      if (traces.some((trace) => trace.test(text))) found.push(name(join(folder, path)));
    }
  }
  return found;
}
