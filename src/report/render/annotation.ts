/** What GitHub shows on a line of a pull request. Plain text; the adapter escapes and prints it. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  /** Clean, POSIX, relative to the repository. */
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
}
