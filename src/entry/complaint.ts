import { EXIT, type ExitCode, UserError } from '../model/user-error.ts';
import type { Problem } from '../settings/problem.ts';
import { describeProblems } from '../settings/problem.ts';
import { VERSION } from '../version.ts';

/** What to say of an error that ended the run. */
export interface Complaint {
  readonly exitCode: ExitCode;
  /** What happened and why; one line each. */
  readonly message: string;
  /** What to do now, or for a bug of ours the lines to report; empty when there is nothing. */
  readonly remedy: string;
}

/** What happened, why, what to do now; a stack trace only for a bug of ours. */
export function complaintOf(error: unknown): Complaint {
  if (error instanceof UserError) {
    return { exitCode: error.exitCode, message: error.message, remedy: error.remedy ?? '' };
  }
  const said = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? said) : said;
  return {
    exitCode: EXIT.bug,
    message: `this is a bug in numpy-abi-matrix ${VERSION}: ${said}`,
    remedy: `Please report it, with the command that you ran and the lines below:\n${stack}`,
  };
}

/** Everything that is wrong with what the user wrote, as one error. */
export function usageError(problems: readonly Problem[]): UserError {
  return new UserError(describeProblems(problems), { exitCode: EXIT.usage });
}
