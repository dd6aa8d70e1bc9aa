import type { AuditedBinary, AuditedWheel } from '../model/audit.ts';
import { targetsOf } from './wheel-places.ts';

/** What the name of a binary says of the Python that may import it. */
const NAMED_FOR = [
  [/\.cpython-3(?<minor>\d{1,2})(?<flags>[a-z]*)-[^/]*\.so$/, 'cpython'],
  [/\.cp3(?<minor>\d{1,2})(?<flags>[a-z]*)-[^/]*\.pyd$/, 'cpython'],
  [/\.pypy3(?<minor>\d{1,2})(?<flags>)-[^/]*\.(?:so|pyd)$/, 'pypy'],
] as const;

/**
 * Modules of a wheel that are named for a Python which the wheel is not for, as a build makes that
 * packs what earlier ones left behind: the import system of no Python that gets the wheel sees them.
 * A file that names no Python (`_x.so`, `_x.abi3.so`) is none.
 */
export function strangersOf(wheel: AuditedWheel): readonly AuditedBinary[] {
  const pythons = new Set(
    targetsOf(wheel).map(({ implementation, python, freeThreaded }) =>
      keyOf(implementation, python, freeThreaded),
    ),
  );
  if (pythons.size === 0) return [];
  return wheel.binaries.filter((one) => {
    const named = one.isLibrary ? undefined : namedFor(one.file);
    return named !== undefined && !pythons.has(named);
  });
}

function namedFor(file: string): string | undefined {
  for (const [pattern, implementation] of NAMED_FOR) {
    const { minor, flags = '' } = pattern.exec(file)?.groups ?? {};
    if (minor !== undefined) return keyOf(implementation, `3.${minor}`, flags.includes('t'));
  }
  return undefined;
}

function keyOf(implementation: string, python: string, freeThreaded: boolean): string {
  return `${implementation} ${python}${freeThreaded ? 't' : ''}`;
}
