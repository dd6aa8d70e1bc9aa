/** What the bytes of the modules of one combination said beforehand, beside what was seen. */
export interface Predictions {
  /** Modules that NumPy was to let in, and to refuse; and those whose bytes do not decide it. */
  readonly imports: number;
  readonly refused: number;
  readonly undecided: number;
  /** Where it was seen otherwise. */
  readonly contradictions: readonly {
    readonly module: string;
    readonly predicted: 'imports' | 'refused';
    readonly seen: 'imports' | 'refused';
  }[];
}
