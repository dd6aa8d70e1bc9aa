/**
 * A distribution's name as PEP 503 compares it.
 *
 * @example normaliseName('Oldest_Supported.NumPy') // 'oldest-supported-numpy'
 */
export function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/**
 * The normalised name that a requirement line (PEP 508) asks for.
 *
 * @example requirementName('NumPy[x]>=1.2 ; python_version < "3.9"') // 'numpy'
 * @example requirementName('-r other.txt') // null
 */
export function requirementName(text: string): string | null {
  const match =
    /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:$|[[(<>=!~;@#,]|\s+(?:$|[[(<>=!~;@#\\-]))/.exec(
      text,
    );
  return match?.[1] === undefined ? null : normaliseName(match[1]);
}
