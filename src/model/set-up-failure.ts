/** Why something could not be set up, as data; what it means and what to do is told later. */
export interface SetUpFailure {
  /** Stable id: `no-interpreter`, `no-numpy`, `no-network`, `build-failed`, …. */
  readonly setUp: string;
  /** What happened, in a sentence. */
  readonly message: string;
  /** The tool's own last lines; empty where the message says it all. */
  readonly lines: readonly string[];
}
