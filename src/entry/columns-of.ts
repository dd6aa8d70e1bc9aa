/**
 * Columns of a window. A pseudo-terminal that nobody measured says 0.
 *
 * @param unknown where the stream is no terminal
 * @example columnsOf({ columns: 0 }) // 80
 */
export function columnsOf(
  stream: { readonly columns?: number | undefined },
  unknown: number = 80,
): number {
  return (stream.columns ?? unknown) || 80;
}
