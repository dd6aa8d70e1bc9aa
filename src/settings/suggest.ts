/**
 * The known name that the user probably meant.
 *
 * @returns the nearest name, or undefined when none is near
 * @example suggest('numpi', ['numpy', 'python']) // 'numpy'
 */
export function suggest(written: string, known: readonly string[]): string | undefined {
  const name = written.toLowerCase();
  const limit = Math.max(1, Math.floor(name.length * 0.4));
  const ranked = known
    .map((candidate) => ({ candidate, cost: cost(name, candidate) }))
    .filter((one) => one.cost <= limit)
    .sort((a, b) => a.cost - b.cost);
  return ranked[0]?.candidate;
}

/** A name that goes on, or is spelled with other separators, is near however long the rest is. */
function cost(written: string, candidate: string): number {
  const plain = (text: string) => text.replaceAll(/[-_]/g, '');
  if (plain(written) === plain(candidate)) return 0;
  const whole = (a: string, b: string) => a.length >= 3 && b.startsWith(`${a}-`);
  if (whole(written, candidate) || whole(candidate, written)) return 0.5;
  if (`${written}s` === candidate || written === `${candidate}s`) return 0.25;
  return editDistance(written, candidate);
}

/** Damerau–Levenshtein with adjacent swaps: insert, delete, replace and swap cost one. */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const costs = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1)];
      rows[i]?.push(Math.min(...costs, swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY));
    }
  }
  return at(a.length, b.length);
}
