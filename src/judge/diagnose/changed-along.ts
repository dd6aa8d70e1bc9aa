import { listOf } from '../../escape/list-of.ts';
import type { Evidence } from './evidence.ts';
import type { History } from './history.ts';

/** A distribution that has one release where the module works, and another where it fails. */
export interface ChangedAlong {
  readonly name: string;
  readonly works: string;
  readonly fails: string;
}

/**
 * What changed together with NumPy: resolvers take other releases of other packages beside an older
 * NumPy, and any of them may be the reason why it works there.
 *
 * @returns what differs between this combination and the nearest one that works, NumPy left out
 */
export function changedAlong(
  { installed, siblings, combination }: Evidence,
  history: History,
): readonly ChangedAlong[] {
  if (history.kind !== 'from' && history.kind !== 'below') return [];
  const working = siblings.filter(
    ({ numpy, outcome }) => numpy === history.works && outcome.kind === 'imported',
  );
  const beside = working.find(({ python }) => python === combination?.python) ?? working[0];
  if (beside?.installed === undefined) return [];
  const names = [...new Set([...installed.keys(), ...Object.keys(beside.installed)])].sort();
  return names.flatMap((name) => {
    const [works, fails] = [beside.installed?.[name], installed.get(name)];
    if (name === 'numpy' || works === fails) return [];
    return [{ name, works: works ?? 'none', fails: fails ?? 'none' }];
  });
}

/** @param along some */
export function tellAlong(along: readonly ChangedAlong[]): string {
  const told = along
    .slice(0, SHOWN)
    .map(({ name, works, fails }) => `${name} ${works} where it works, ${fails} where it fails`);
  const more = along.length > SHOWN ? [`${along.length - SHOWN} more`] : [];
  return `Beside that NumPy other releases are installed than where it works, too: ${[...told, ...more].join('; ')}. Any of them may be the reason.`;
}

/**
 * How to find out which of them it is, as an instruction.
 *
 * @param along some
 */
export function pinAlong(along: readonly ChangedAlong[]): string {
  const pins = along.slice(0, SHOWN).map(({ name, works }) => `\`${name}==${works}\``);
  return `Find out which of them it is: pin ${listOf(pins)} by a constraint (\`--constraint\`, input \`constraints\`) and run again. Then require what works.`;
}

const SHOWN = 3;
