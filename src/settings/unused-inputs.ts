import type { Config } from './config.ts';
import { OPTIONS } from './options.ts';
import { orList } from './read-value.ts';

/** What says what is tested, and how. What shapes the output, or what is kept, proves nothing. */
const BEARING: ReadonlySet<string> = new Set(['subject', 'axes', 'run']);
const MODES: readonly string[] = ['check', 'plan', 'build', 'merge', 'audit'];

/**
 * Inputs that were given to a mode which does nothing with them, a line each: what they were to restrict
 * or to check is not restricted or checked. The command line refuses such flags; a workflow may hand
 * the same inputs to all of its steps.
 *
 * @example unusedInputs({ mode: 'plan', given: [{ name: 'smoke', texts: ['smoke.py'] }] })
 * // ['smoke: mode plan does not take it, only check']
 */
export function unusedInputs({ mode, given }: Pick<Config, 'mode' | 'given'>): readonly string[] {
  return OPTIONS.filter(
    ({ name, part, commands, preset }) =>
      BEARING.has(part) &&
      !commands.includes(mode) &&
      given.some(
        (one) =>
          one.name === name && one.texts.some((text) => text.trim().toLowerCase() !== preset),
      ),
  ).map(({ name, commands }) => {
    const takes = orList(commands.filter((one) => MODES.includes(one)));
    return `${name}: mode ${mode} does not take it, only ${takes}`;
  });
}
