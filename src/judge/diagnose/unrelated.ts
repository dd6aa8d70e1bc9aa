import type { Diagnosis } from '../../model/finding.ts';
import type { History } from './history.ts';

/** Categories that say nothing of NumPy by themselves, so that the other combinations decide. */
const OPEN: readonly string[] = ['loader', 'unclassified', 'numpy-python-api'];
/** Kinds of those whose text proves that NumPy is the reason. */
const PROVEN = /^np-/;

/**
 * What fails on every NumPy alike is not NumPy's fault, unless its text proves a NumPy kind.
 */
export function withHistory(found: Diagnosis, history: History): Diagnosis {
  if (history.kind !== 'alike' || !OPEN.includes(found.category) || PROVEN.test(found.kind)) {
    return found;
  }
  return { ...found, category: 'unrelated' };
}
