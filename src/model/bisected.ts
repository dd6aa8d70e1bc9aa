/** Where the verdict of some modules changes, on one Python. */
export interface Bisected {
  readonly python: string;
  readonly modules: readonly string[];
  readonly lastPassing: string;
  readonly firstFailing: string;
  /** Releases between the two that could not be tried. */
  readonly untried: readonly string[];
  /** Environments made on that Python for the search. */
  readonly environments: number;
}
