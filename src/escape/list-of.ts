/** @returns `2.0.2`, `2.0.2 and 2.2.6`, or from five on `2.0.2 to 2.5.5` */
export function listOf(versions: readonly string[]): string {
  if (versions.length > 4) return `${versions[0]} to ${versions.at(-1)}`;
  const last = versions.at(-1) ?? '';
  return versions.length > 1 ? `${versions.slice(0, -1).join(', ')} and ${last}` : last;
}
