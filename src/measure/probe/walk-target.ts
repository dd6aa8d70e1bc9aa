import type { CompiledModule } from '../../model/compiled-module.ts';
import { moduleFolders } from '../../model/module-folders.ts';
import { isIdentifier } from '../../packaging/identifier.ts';
import type { WalkTarget } from './probe-spec.ts';

/**
 * The walk of a compiled module: its packages from the outermost on, then its name where that loads
 * the file. A file whose exports have other names is loaded by its package, or under such a name in
 * its package (`MPI.mpich.so` as `mpi4py.MPI`). Below a folder that is no identifier nothing can be
 * imported, so the walk ends there.
 *
 * @param through a module of the same package that is imported first
 * @returns undefined for a file that this Python cannot see
 */
export function walkTarget(module: CompiledModule, through?: string): WalkTarget | undefined {
  const { name, path, proof } = module;
  if (proof === 'wrong-tag' || proof === 'other-tag') return undefined;
  const first = through === undefined ? [] : ancestry(through);
  if (proof === 'by-name') {
    return { name, file: path, proof, steps: [...first, ...ancestry(name)], tried: [] };
  }
  const folders = moduleFolders(module);
  const stranger = folders.findIndex((part) => !isIdentifier(part));
  const parents = stranger === -1 ? folders : folders.slice(0, stranger);
  const steps = [...first, ...ancestry(parents.join('.'))];
  const tried = stranger === -1 ? exportedNames(module) : [];
  return { name, file: path, proof, steps, tried };
}

/** The names that a file's exports have in its package. */
export function exportedNames({ name, facts }: CompiledModule): readonly string[] {
  const parent = name.split('.').slice(0, -1);
  return facts.initNames.map((exported) => [...parent, exported].join('.'));
}

/** @example ancestry('a.b.c') // ['a', 'a.b', 'a.b.c'] */
function ancestry(name: string): readonly string[] {
  const parts = name === '' ? [] : name.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}
