/** Why something could not be set up, as data; what it means and what to do is told later. */
export interface SetUpFailure {
  /** Stable id: `no-interpreter`, `no-numpy`, `no-network`, `build-failed`, …. */
  readonly setUp: string;
  /** What happened, in a sentence. */
  readonly message: string;
  /** What the tool printed, long output cut in its middle; empty where the message says it all. */
  readonly lines: readonly string[];
  /** Why, where that decides what to do about it. */
  readonly because?: SetUpCause;
}

export type SetUpCause =
  /** A release of which there are only sources: `name`, or `name==1.0`. */
  | { readonly kind: 'without-wheel'; readonly release: string }
  /** The resolver says that what is required cannot be had together. */
  | { readonly kind: 'no-solution' }
  /** A build stopped beside that NumPy in its environment; null for none. */
  | { readonly kind: 'build-numpy'; readonly version: string | null }
  /** The installer did not end by itself: it was killed, or could not be started. */
  | { readonly kind: 'killed' }
  /** Something else stood in NumPy's place. */
  | { readonly kind: 'stand-in' };
