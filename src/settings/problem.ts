/** Something wrong in what the user wrote. All problems of a run are reported together. */
export interface Problem {
  /** `--timeout`, `input timeout`, `pyproject.toml line 7`. */
  readonly where: string;
  readonly message: string;
  /** What to do now. */
  readonly remedy: string;
}

/**
 * Problems as one text, for the message of a usage error.
 *
 * @example describeProblems([{ where: '--jobs', message: '0 is too small', remedy: 'Use 1 or more' }])
 * // '--jobs: 0 is too small. Use 1 or more.'
 */
export function describeProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ where, message, remedy }) =>
      `${where}: ${sentence(message)} ${sentence(remedy)}`.trim(),
    )
    .join('\n');
}

function sentence(text: string): string {
  return text === '' || /[.?!]$/.test(text) ? text : `${text}.`;
}
