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
