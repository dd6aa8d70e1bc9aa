/**
 * `Map.groupBy`, which Node 20 lacks.
 *
 * @example [...groupBy(['a1', 'b1', 'a2'], (one) => one.slice(0, 1))] // [['a', ['a1', 'a2']], ['b', ['b1']]]
 */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
