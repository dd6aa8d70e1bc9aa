import type { Given, Layer } from './given.ts';
import { OPTIONS } from './options.ts';
import type { Problem } from './problem.ts';
import { suggest } from './suggest.ts';

/**
 * The action's inputs as the runner hands them over: `INPUT_` and the name in capitals.
 *
 * @example inputsOf({ 'INPUT_FAIL-ON': 'never', PATH: '/bin' }) // { 'fail-on': 'never' }
 */
export function inputsOf(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const pairs = Object.entries(environment).flatMap(([key, value]) =>
    key.startsWith('INPUT_') && value !== undefined
      ? [[key.slice('INPUT_'.length).toLowerCase(), value] as const]
      : [],
  );
  return Object.fromEntries(pairs);
}

/**
 * Reads the action's inputs. An empty one is one that is not set.
 *
 * A name that is nearly an input's is a problem, since what it was meant to restrict or to check
 * would silently not be; other unknown names are the runner's to report.
 */
export function parseInputs(inputs: Readonly<Record<string, string>>): Layer {
  const known = OPTIONS.filter((option) => option.input);
  const given: Given[] = [];
  const problems: Problem[] = [];
  for (const [name, text] of Object.entries(inputs)) {
    if (text.trim() === '') continue;
    const option = known.find((one) => one.name === name);
    if (option === undefined) {
      const flag = OPTIONS.find((one) => one.input && one.flag === name)?.name;
      const near =
        flag ??
        suggest(
          name,
          known.map((one) => one.name),
        );
      if (near === undefined) continue;
      problems.push({
        where: `input ${name}`,
        message: 'There is no such input',
        remedy: `Did you mean ${near}?`,
      });
    } else {
      given.push({ name, texts: [text], provenance: { kind: 'input', name } });
    }
  }
  return { given, problems };
}
