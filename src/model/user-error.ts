/** Exit codes of the command, and their meaning. */
export const EXIT = {
  proven: 0,
  findings: 1,
  usage: 2,
  setUp: 3,
  nothingTested: 4,
  bug: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * Something the user can put right: wrong input, a missing tool, no network.
 *
 * `message` says what happened and why; `remedy` what to do now. Anything else that is thrown is a
 * bug of ours and is reported as one.
 */
export class UserError extends Error {
  override readonly name = 'UserError' as const;
  readonly exitCode: ExitCode;
  readonly remedy: string | undefined;

  constructor(message: string, options: { exitCode: ExitCode; remedy?: string; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.exitCode = options.exitCode;
    this.remedy = options.remedy;
  }
}

/** Somebody ended the run: nothing that was still under way counts. */
export function interrupted(cause?: unknown): UserError {
  return new UserError('Interrupted: no process was left running', {
    exitCode: EXIT.interrupted,
    cause,
  });
}
