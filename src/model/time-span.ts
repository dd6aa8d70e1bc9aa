/** One stage of one combination (or of a build), in seconds since the run began. */
export interface TimeSpan {
  /** `build`, `install`, `probe`, `smoke`. */
  readonly stage: string;
  /** The combination's id, or what was built. */
  readonly what: string;
  readonly start: number;
  readonly seconds: number;
}
