/** What tidying the cache folder removed, and what is left there. Sizes in bytes. */
export interface PrunedCache {
  readonly removed: number;
  readonly freedBytes: number;
  /** Of built wheels and measurements. */
  readonly keptBytes: number;
  /** Of downloads. */
  readonly downloadBytes: number;
}
