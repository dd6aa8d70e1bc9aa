import { NUMPY_NONE } from '../model/combination.ts';
import type { CombinationFilter } from '../model/config.ts';
import type { Interpreter } from '../packaging/interpreter.ts';
import { allows, releaseSegment } from '../packaging/specifier.ts';

/**
 * @param numpy an exact release or `none`
 */
export function matchesCombination(
  filter: CombinationFilter,
  python: Pick<Interpreter, 'version' | 'freeThreaded'>,
  numpy: string,
): boolean {
  return (
    (filter.python === null || allows(filter.python, releaseSegment(python.version))) &&
    (filter.freeThreaded !== true || python.freeThreaded) &&
    (filter.numpy === null || matchesNumpy(filter.numpy, numpy))
  );
}

function matchesNumpy(specifier: string, numpy: string): boolean {
  return specifier === NUMPY_NONE || numpy === NUMPY_NONE
    ? specifier === numpy
    : allows(specifier, numpy);
}
