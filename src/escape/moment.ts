/**
 * A moment to the minute, in UTC.
 *
 * @param iso ISO 8601 in UTC, as `Date.toISOString` gives it
 * @example formatMoment('2026-11-27T03:45:12.345Z') // '2026-11-27 03:45 UTC'
 */
export function formatMoment(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
