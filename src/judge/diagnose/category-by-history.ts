import type { Category } from '../../model/finding.ts';
import type { Symptoms } from './symptoms.ts';

/** Categories that say nothing of NumPy by themselves, so that the other combinations decide. */
const OPEN: readonly Category[] = ['loader', 'unclassified', 'numpy-python-api'];
/** Kinds of those whose text proves that NumPy is the reason. */
const PROVEN = /^np-/;

/** What fails on every NumPy alike is not NumPy's fault, unless its text proves a NumPy kind. */
export function categoryByHistory(
  kind: string,
  category: Category,
  { history, evidence }: Pick<Symptoms, 'history' | 'evidence'>,
): Category {
  const failed = evidence.observation.outcome.kind !== 'imported';
  const open = failed && history.kind === 'alike' && OPEN.includes(category) && !PROVEN.test(kind);
  return open ? 'unrelated' : category;
}
