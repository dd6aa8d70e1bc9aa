import { isIdentifier } from '../../packaging/identifier.ts';
import { splitModuleFile } from './module-file.ts';
import { below } from './sys-path.ts';

/** What a file would be imported as. */
export interface ModuleName {
  /** Dotted; the last part is the name its init function must have. */
  readonly name: string;
  /** False when a folder's name is no identifier or no `sys.path` entry holds the file. */
  readonly importable: boolean;
}

/**
 * A file's dotted name: its path below the deepest entry of `sys.path`; `foo/__init__.so` is `foo`.
 *
 * @param path absolute
 * @param sysPath absolute folders
 * @example moduleName('/v/a/_x.abi3.so', ['/v']) // { name: 'a._x', importable: true }
 */
export function moduleName(path: string, sysPath: readonly string[]): ModuleName {
  const relative = sysPath
    .map((folder) => below(path, folder))
    .filter((rest) => rest !== undefined)
    .sort((a, b) => a.length - b.length)[0];
  const parts = (relative ?? path.replaceAll('\\', '/').split('/').at(-1) ?? path).split('/');
  const { stem } = splitModuleFile(parts.at(-1) ?? '');
  const folders = parts.slice(0, -1);
  const names = stem === '__init__' && folders.length > 0 ? folders : [...folders, stem];
  return {
    name: names.join('.'),
    importable: relative !== undefined && names.every(isIdentifier),
  };
}

/** Whether the file exports the init function that importing it by this name asks for. */
export function exportsOwnInit(name: string, initNames: readonly string[]): boolean {
  const last = (name.split('.').at(-1) ?? name).normalize('NFKC');
  return initNames.some((exported) => exported.normalize('NFKC') === last);
}
