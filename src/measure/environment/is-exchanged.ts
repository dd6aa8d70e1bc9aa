import { dirname } from 'node:path';
import type { Environment } from '../../model/environment.ts';
import { isFolder, type Snapshot } from './snapshot.ts';

/** An environment at one moment. Paths are relative to it. */
export interface EnvironmentState {
  readonly environment: Environment;
  readonly snapshot: Snapshot;
  /** The files that NumPy alone owns. */
  readonly numpy: ReadonlySet<string>;
}

/**
 * Whether an environment holds now what a new one would: all that it held before without NumPy,
 * untouched, the new NumPy, and nothing else.
 *
 * The set of the other distributions must be the same to the version. None of them can then be a
 * left-over of the NumPy before, which would have to require it.
 *
 * @param before with the bytecode that we compiled for it since
 */
export function isExchanged(
  before: EnvironmentState & { readonly bytecode: readonly string[] },
  after: EnvironmentState,
): boolean {
  const others = ({ environment }: EnvironmentState) =>
    environment.distributions
      .filter(({ name }) => name !== 'numpy')
      .map(({ name, version, metadataFolder }) => [name, version, metadataFolder]);
  if (JSON.stringify(others(before)) !== JSON.stringify(others(after))) return false;
  const requires = ({ environment }: EnvironmentState) =>
    environment.distributions.some((one) => one.name === 'numpy' && one.requires.length > 0);
  if (requires(before) || requires(after)) return false;

  const wanted = [...after.numpy, ...before.bytecode];
  const expected = new Set([...wanted, ...foldersOf(wanted)]);
  const stays = [...before.snapshot].filter(([path]) => !before.numpy.has(path));
  const shared = foldersOf(stays.flatMap(([path, state]) => (isFolder(state) ? [] : [path])));
  const numpys = foldersOf(before.numpy);
  const isNumpys = (path: string) => numpys.has(path) && !shared.has(path);
  return (
    wanted.every((path) => after.snapshot.has(path)) &&
    stays.every(([path, state]) => isNumpys(path) || after.snapshot.get(path) === state) &&
    [...after.snapshot.keys()].every(
      (path) =>
        expected.has(path) ||
        (before.snapshot.has(path) && !before.numpy.has(path) && !isNumpys(path)),
    )
  );
}

/** All folders above the paths. */
export function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let at = dirname(path); at !== '.' && !folders.has(at); at = dirname(at)) folders.add(at);
  }
  return folders;
}
