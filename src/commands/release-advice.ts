import type { Finding } from '../model/finding.ts';
import type { ReleaseSearch } from '../model/release-advice.ts';

/** Kinds whose cause, built for NumPy 1, a binary's bytes tell. */
const KINDS: readonly string[] = [
  'np1-on-np2',
  'np-abi-mismatch',
  'latent-np1',
  'silent-corruption',
];

/** A finding that a newer release of its culprit may end. */
export interface Upgradable {
  readonly distribution: string;
  readonly version: string;
}

/** @returns whose releases are worth looking at, undefined when a release's bytes would not tell */
export function upgradable(finding: Finding): Upgradable | undefined {
  const { fault, culprit, kind, inner } = finding;
  const { distribution, version } = culprit;
  if (fault !== 'dependency' || distribution === null || version === null) return undefined;
  return KINDS.includes(inner ?? kind) ? { distribution, version } : undefined;
}

/**
 * The finding with a fix that names the release to upgrade to, or says that there is none.
 *
 * @param python label of the Python whose wheels were looked at
 */
export function adviseRelease(finding: Finding, search: ReleaseSearch, python: string): Finding {
  const name = finding.culprit.distribution;
  switch (search.kind) {
    case 'unknown':
      return finding;
    case 'found': {
      const what = search.first
        ? `${name} ${search.version} is the first release whose wheel for Python ${python} runs on NumPy 2`
        : `the wheel of ${name} ${search.version} for Python ${python} runs on NumPy 2`;
      const pin = `Upgrade: ${what}. Require \`${name}>=${search.version}\`, or \`numpy<2\` as long as you cannot.`;
      return { ...finding, fix: pin };
    }
    case 'none': {
      const newest = `even the newest release with a wheel for Python ${python}, ${name} ${search.newest}, was built for NumPy 1.x`;
      const fix = `Require \`numpy<2\`: ${newest}. Report it to the maintainers of ${name}.`;
      return { ...finding, fix };
    }
    default:
      return search satisfies never;
  }
}
