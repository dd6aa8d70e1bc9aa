/** What was proven of one axis. */
export interface Supported {
  /**
   * The proven NumPy range as a specifier. Null where nothing passed, and where what passed is no
   * range: a series inside it was not tested, or failed.
   */
  readonly numpy: string | null;
  readonly python: string | null;
  /** By the Python's label. */
  readonly perPython: Readonly<Record<string, string | null>>;
  /** Series of NumPy that passed wherever they were tried, ascending: `1.26`. */
  readonly tested: readonly string[];
  /** Series between those, which exist, install here, and were not tried. */
  readonly untested: readonly string[];
}
