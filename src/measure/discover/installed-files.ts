import { dirname, isAbsolute, join, normalize, sep } from 'node:path';
import { together } from '../../host/together.ts';
import type { Environment, InstalledDistribution } from '../../model/environment.ts';
import type { Files } from '../../model/ports.ts';
import { parseRecord } from './record.ts';
import { pthFolders } from './sys-path.ts';

/** A file that a distribution installed. */
export interface InstalledFile {
  /** Absolute, normalised. */
  readonly path: string;
  readonly hash: string | null;
}

/** The files of one distribution; undefined when it has no RECORD. */
export interface Installed {
  readonly distribution: InstalledDistribution;
  readonly files: readonly InstalledFile[] | undefined;
}

/** Reads the RECORD of every distribution of an environment, in their order. */
export async function readInstalled(
  environment: Environment,
  files: Files,
): Promise<readonly Installed[]> {
  return together(
    environment.distributions.map(async (distribution) => {
      const text = await files.readText(join(distribution.metadataFolder, 'RECORD'));
      const root = dirname(distribution.metadataFolder);
      const entries = text === undefined ? undefined : parseRecord(text);
      return {
        distribution,
        files: entries?.map(({ path, hash }) => ({
          path: isAbsolute(path) ? normalize(path) : joined(root, path),
          hash,
        })),
      };
    }),
  );
}

/** As `join`, which takes its time: almost all of thousands of paths are in order. */
export function joined(folder: string, path: string): string {
  return sep === '/' && !/\/\/|(?:^|\/)\.{1,2}(?:\/|$)/.test(path) && !path.endsWith('/')
    ? `${folder}/${path}`
    : join(folder, path);
}

/**
 * `sys.path` as modules see it: the site-packages folders and what `.pth` files there add.
 *
 * @param asked further folders, as the interpreter says (`askSysPath`)
 */
export async function readSysPath(
  environment: Environment,
  installed: readonly Installed[],
  files: Files,
  asked: readonly string[],
): Promise<readonly string[]> {
  const folders = new Set(environment.sitePackages.map((folder) => normalize(folder)));
  const pthFiles = installed
    .flatMap((entry) => entry.files ?? [])
    .map(({ path }) => path)
    .filter((path) => path.endsWith('.pth') && folders.has(dirname(path)));
  const added = await together(
    pthFiles.map(async (path) => pthFolders((await files.readText(path)) ?? '', dirname(path))),
  );
  return [...new Set([...folders, ...added.flat(), ...asked])];
}
