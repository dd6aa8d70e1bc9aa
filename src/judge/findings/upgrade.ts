import type { Combination } from '../../model/combination.ts';
import type { Diagnosed } from '../../model/finding.ts';
import type { ReleaseAdvice } from '../../model/release-advice.ts';

/** Kinds whose cause, built for NumPy 1, a binary's bytes tell. */
const KINDS: readonly string[] = [
  'np1-on-np2',
  'np-abi-mismatch',
  'latent-np1',
  'silent-corruption',
];

/** A release that fails, and that a newer one of the same distribution may mend. */
export interface Upgradable {
  readonly distribution: string;
  readonly version: string;
}

/** @returns whose releases are worth looking at, undefined when a release's bytes would not tell */
function upgradable(
  found: Pick<Diagnosed, 'fault' | 'culprit' | 'kind' | 'inner'>,
): Upgradable | undefined {
  const { fault, culprit, kind, inner } = found;
  const { distribution, version } = culprit;
  if (fault !== 'dependency' || distribution === null || version === null) return undefined;
  return KINDS.includes(inner ?? kind) ? { distribution, version } : undefined;
}

/** Whose releases are worth looking at, and the combination whose wheels count: the last one. */
export function upgradeWanted<C extends Pick<Combination, 'id' | 'python'>>(
  found: Pick<Diagnosed, 'fault' | 'culprit' | 'kind' | 'inner'> & {
    readonly combinations: readonly string[];
  },
  planned: readonly C[],
): { readonly culprit: Upgradable; readonly python: string; readonly combination: C } | undefined {
  const culprit = upgradable(found);
  const combination = planned.find(({ id }) => id === found.combinations.at(-1));
  return culprit && combination ? { culprit, python: combination.python, combination } : undefined;
}

/** @returns the fix that names the release to upgrade to, or says that there is none; null: unknown */
export function upgradeFix({ distribution: name, python, search }: ReleaseAdvice): string | null {
  switch (search.kind) {
    case 'unknown':
      return null;
    case 'found': {
      const what = search.first
        ? `${name} ${search.version} is the first release whose wheel for Python ${python} runs on NumPy 2`
        : `the wheel of ${name} ${search.version} for Python ${python} runs on NumPy 2`;
      return `Upgrade: ${what}. Require \`${name}>=${search.version}\`, or \`numpy<2\` as long as you cannot.`;
    }
    case 'none': {
      const newest = `even the newest release with a wheel for Python ${python}, ${name} ${search.newest}, was built for NumPy 1.x`;
      return `Require \`numpy<2\`: ${newest}. Report it to the maintainers of ${name}.`;
    }
    default:
      return search satisfies never;
  }
}
