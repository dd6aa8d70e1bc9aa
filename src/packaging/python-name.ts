import type { Interpreter } from './interpreter.ts';
import { minorOf } from './minor.ts';

/** The oldest CPython minor that is tested. */
export const OLDEST_MINOR = 8;

/**
 * The label that users know: `3.11`, `3.13t`, `pypy3.10`.
 *
 * @param full use the whole version: two patch releases of one minor are planned
 */
export function pythonLabel(
  python: Pick<Interpreter, 'version' | 'implementation' | 'freeThreaded'>,
  full = false,
): string {
  const prefix = python.implementation === 'cpython' ? '' : python.implementation;
  const version = full ? python.version : minorOf(python.version);
  return `${prefix}${version}${python.freeThreaded ? 't' : ''}`;
}

/** In a sentence: `CPython 3.12`, `CPython 3.13t`, `PyPy 3.10`. */
export function pythonName(
  python: Pick<Interpreter, 'version' | 'implementation' | 'freeThreaded'>,
): string {
  const names: Readonly<Record<string, string>> = {
    cpython: 'CPython',
    pypy: 'PyPy',
    graalpy: 'GraalPy',
  };
  const name = names[python.implementation] ?? python.implementation;
  return `${name} ${minorOf(python.version)}${python.freeThreaded ? 't' : ''}`;
}
