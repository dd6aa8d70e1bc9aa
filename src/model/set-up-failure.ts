/** Why something could not be set up, as data; what it means and what to do is told later. */
export interface SetUpFailure {
  /** Stable id: `no-interpreter`, `no-numpy`, `no-network`, `build-failed`, …. */
  readonly setUp: string;
  /** What happened, in a sentence. */
  readonly message: string;
  /** What the tool printed, long output cut in its middle; empty where the message says it all. */
  readonly lines: readonly string[];
}
