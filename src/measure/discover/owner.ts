import type { Environment, InstalledDistribution } from '../../model/environment.ts';
import type { Owner } from '../../model/measurement.ts';
import type { Files } from '../../model/ports.ts';
import { isSharedFile } from '../../packaging/shared-file.ts';
import { environmentFile } from './environment-file.ts';
import { type Installed, readSysPath } from './installed-files.ts';
import { moduleName } from './module-name.ts';
import { posix } from './sys-path.ts';

/**
 * Who owns the files of an environment, by the RECORDs of all its distributions.
 *
 * Processes report paths with links resolved (`/private/var` on macOS, `lib64` → `lib`), so a path
 * that no RECORD names is compared from its `site-packages` folder on, which is the same either way.
 * On Windows letter case does not count.
 *
 * @param installed what `readInstalled` read of the environment
 * @param asked folders that only a running interpreter knows to be on `sys.path` (`askSysPath`)
 * @returns a lookup: null for files of Python itself, and for those nobody recorded
 */
export async function ownerIndex(
  environment: Environment,
  installed: readonly Installed[],
  files: Files,
  asked: readonly string[] = [],
): Promise<(absolutePath: string) => Owner | null> {
  const sysPath = await readSysPath(environment, installed, files, asked);
  const fold = environment.interpreter.platform.startsWith('win')
    ? (text: string) => text.toLowerCase()
    : (text: string) => text;
  // Thousands of files, of which a few are asked for.
  const owners = new Map<string, { readonly by: InstalledDistribution; readonly path: string }>();
  for (const { distribution, files: entries = [] } of installed) {
    for (const { path } of entries) {
      const key = fold(posix(path));
      if (!owners.has(key)) owners.set(key, { by: distribution, path });
    }
  }
  return (absolutePath) => {
    const tail = afterSitePackages(absolutePath);
    const paths =
      tail === undefined ? [] : environment.sitePackages.map((f) => `${posix(f)}/${tail}`);
    const found = [posix(absolutePath), ...paths].flatMap((path) => owners.get(fold(path)) ?? []);
    const [first] = found;
    if (first === undefined) return null;
    const { by, path } = first;
    return {
      distribution: by.name,
      version: by.version,
      module: moduleOf(path, sysPath),
      file: environmentFile(path, environment),
      role: by.role,
    };
  };
}

function moduleOf(path: string, sysPath: readonly string[]): string | null {
  if (!isSharedFile(path) && !path.endsWith('.py')) {
    return null;
  }
  const { name, importable } = moduleName(path, sysPath);
  return importable ? name : null;
}

function afterSitePackages(path: string): string | undefined {
  return /^.*\/(?:site|dist)-packages\/(?<tail>.+)$/.exec(posix(path))?.groups?.['tail'];
}
