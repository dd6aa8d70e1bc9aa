import type { Environment } from '../../model/environment.ts';
import { below, posix } from './sys-path.ts';

/**
 * How a file of an environment is named, so that it reads the same in every run: relative to
 * site-packages where it lies there, else to the environment's root; absolute elsewhere.
 *
 * @param path absolute
 * @returns POSIX
 */
export function environmentFile(
  path: string,
  { sitePackages, root }: Pick<Environment, 'sitePackages' | 'root'>,
): string {
  const rests = [...sitePackages, root].map((folder) => below(path, folder));
  return rests.find((rest) => rest !== undefined) ?? posix(path);
}
