/** One file of a project on a package index, as the simple API tells it (PEP 503, 691, 700). */
export interface IndexFile {
  readonly filename: string;
  /** The release it belongs to, as its file name says. */
  readonly version: string;
  readonly isWheel: boolean;
  /** Expanded wheel tags (`cp311-cp311-win_amd64`); empty for source archives. */
  readonly tags: readonly string[];
  readonly requiresPython: string | null;
  /** False, or true, or the maintainers' reason for the withdrawal (PEP 592). */
  readonly yanked: boolean | string;
  /** ISO 8601; null when the index does not say (HTML). */
  readonly uploadTime: string | null;
  /** Absolute, without credentials. */
  readonly url: string;
  readonly sha256: string | null;
  /** The index serves the wheel's METADATA beside it (PEP 658). */
  readonly coreMetadata: boolean;
}

/** What the indexes in force know of one project. */
export interface IndexProject {
  /** Normalised (PEP 503) name. */
  readonly name: string;
  readonly files: readonly IndexFile[];
}
