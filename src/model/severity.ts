export type Severity = 'error' | 'warning' | 'note' | 'none';

const ORDER: readonly Severity[] = ['error', 'warning', 'note', 'none'];

/** Sorts worst first. */
export function compareSeverity(a: Severity, b: Severity): number {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}
