/**
 * @example plural(1, 'module') // '1 module'
 * @example plural(2, 'library', 'libraries') // '2 libraries'
 */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Names in a list that stays short: `a, b, c and 43 more`. */
export function listSome(names: readonly string[], most: number): string {
  if (names.length <= most + 1) return names.join(', ');
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}
