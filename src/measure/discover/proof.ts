import type { CompiledModule } from '../../model/compiled-module.ts';
import { baseName } from '../../packaging/base-name.ts';
import { isForeignSuffix, splitModuleFile } from './module-file.ts';
import { exportsOwnInit, moduleName } from './module-name.ts';

/** A file that exports an init function, before it is judged. */
export interface Candidate {
  /** Absolute. */
  readonly path: string;
  readonly initNames: readonly string[];
}

export interface Verdict {
  readonly name: string;
  readonly proof: CompiledModule['proof'];
  /** The sibling that this Python takes instead, for `other-tag`; absolute. */
  readonly servedBy: string | null;
}

/**
 * How a file can be proven, looked at together with the files beside it: the import system takes
 * the first of its suffixes that exists, whatever else lies there.
 *
 * @param beside all files of its place ({@link placeOf}) that export an init function, it among them
 * @param sysPath absolute folders
 * @param visible the interpreter's extension suffixes, in its order
 */
export function judgeModule(
  candidate: Candidate,
  beside: readonly Candidate[],
  sysPath: readonly string[],
  visible: readonly string[],
): Verdict {
  const { path, initNames } = candidate;
  const { name, importable } = moduleName(path, sysPath);
  const { suffix } = splitModuleFile(baseName(path));
  const winner = beside
    .map((other) => ({
      path: other.path,
      rank: visible.indexOf(splitModuleFile(baseName(other.path)).suffix),
    }))
    .filter(({ rank }) => rank !== -1)
    .sort((a, b) => a.rank - b.rank)[0];
  const foreign = isForeignSuffix(suffix, visible);
  if (winner !== undefined && winner.path !== path && (foreign || visible.includes(suffix))) {
    return { name, proof: 'other-tag', servedBy: winner.path };
  }
  if (foreign) {
    return { name, proof: 'wrong-tag', servedBy: null };
  }
  const byName = importable && visible.includes(suffix);
  // Without any export (damaged, or of Python 2) the import by name shows what is wrong.
  const ownInit = initNames.length === 0 || exportsOwnInit(name, initNames);
  return { name, proof: byName && ownInit ? 'by-name' : 'by-package', servedBy: null };
}

/** Folder and stem: files with the same place compete for one name. */
export function placeOf(path: string): string {
  const base = baseName(path);
  return path.slice(0, path.length - base.length) + splitModuleFile(base).stem;
}
