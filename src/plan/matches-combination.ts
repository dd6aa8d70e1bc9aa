import { NUMPY_NONE } from '../model/combination.ts';
import type { CombinationFilter } from '../model/config.ts';
import type { Interpreter } from '../packaging/interpreter.ts';
import { allows, releaseSegment } from '../packaging/specifier.ts';

/** A Python, as far as a line may speak of it; CPython where it does not say. */
export type FilteredPython = Pick<Interpreter, 'version' | 'freeThreaded'> &
  Partial<Pick<Interpreter, 'implementation' | 'platform'>>;

/**
 * @param numpy an exact release or `none`
 */
export function matchesCombination(
  filter: CombinationFilter,
  python: FilteredPython,
  numpy: string,
): boolean {
  return (
    (filter.python === null || allows(filter.python, releaseSegment(python.version))) &&
    matchesImplementation(filter, python.implementation ?? 'cpython') &&
    (filter.freeThreaded !== true || python.freeThreaded) &&
    (filter.os === undefined || matchesPlatform(filter.os, python.platform ?? '')) &&
    (filter.numpy === null || matchesNumpy(filter.numpy, numpy))
  );
}

/** `python=3.11` is not PyPy's 3.11. */
function matchesImplementation(filter: CombinationFilter, implementation: string): boolean {
  if (filter.implementation !== undefined) return implementation === filter.implementation;
  return implementation === 'cpython' || !filter.python?.startsWith('==');
}

/** Whether a platform is one of those that a line names: `windows` is every Windows. */
export function matchesPlatform(
  { is, names }: NonNullable<CombinationFilter['os']>,
  platform: string,
): boolean {
  return names.some((name) => platform === name || platform.startsWith(`${name}-`)) === is;
}

function matchesNumpy(specifier: string, numpy: string): boolean {
  return specifier === NUMPY_NONE || numpy === NUMPY_NONE
    ? specifier === numpy
    : allows(specifier, numpy);
}
