/** What the documentation says of one kind of finding; the texts come from the rules. */
export interface KindHelp {
  readonly id: string;
  /** A few words: what it is called. */
  readonly name: string;
  /** What it means, in plain words. */
  readonly means: string;
  /** What to do. */
  readonly remedy: string;
}
