import type { Env } from '../../host/child-environment.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import type { SpecProblem } from '../../packaging/spec-problem.ts';

/**
 * Stops where there are problems, telling all of them at once.
 *
 * @throws {UserError} exit 2
 */
export function refuse(problems: readonly SpecProblem[]): void {
  if (problems.length === 0) return;
  if (problems.length > 1) {
    const lines = problems.map(({ message, remedy }) => `${message}. ${remedy}`);
    throw new UserError(lines.join('\n'), { exitCode: EXIT.usage });
  }
  throw new UserError(problems.map(({ message }) => message).join('\n'), {
    exitCode: EXIT.usage,
    remedy: [...new Set(problems.map(({ remedy }) => remedy))].join('\n'),
  });
}

/**
 * Stops where a variable that probes are to see is not set here: they would prove something else
 * than was asked for.
 *
 * @throws {UserError} exit 3
 */
export function refuseUnset(names: readonly string[], env: Env): void {
  const set = new Set(Object.keys(env).map((name) => name.toUpperCase()));
  const unset = names.filter((name) => !set.has(name.toUpperCase()));
  if (unset.length === 0) return;
  const verb = unset.length === 1 ? 'is' : 'are';
  throw new UserError(`${unset.join(', ')} ${verb} named in environment, and not set here`, {
    exitCode: EXIT.setUp,
    remedy: 'Set it for this step, or take it out of environment',
  });
}
