/** What is known of the releases after the one that fails. */
export type ReleaseSearch =
  /** `first`: no older release than this is ready; else one may be. */
  | { readonly kind: 'found'; readonly version: string; readonly first: boolean }
  /** Even the newest is not ready. */
  | { readonly kind: 'none'; readonly newest: string }
  | { readonly kind: 'unknown' };

/** What the index says of a culprit's later releases, for one Python. */
export interface ReleaseAdvice {
  readonly distribution: string;
  /** The release that fails. */
  readonly version: string;
  /** Label of the Python whose wheels were looked at. */
  readonly python: string;
  readonly search: ReleaseSearch;
}
