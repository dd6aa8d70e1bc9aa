import { CONFLICT_LINE, NO_WHEEL_LINE } from '../../packaging/uv-messages/log-lines.ts';

/** How installers say in one line that they found no solution, as sources of regular expressions. */

const PIP_CONFLICT = String.raw`^\s*(?:ERROR: )?(?:\[?(?:resolvelib\.[\w.]+\.)?ResolutionImpossible\b|Cannot install .* because these package versions have conflicting dependencies)`;
const PIP_NO_WHEEL = String.raw`^\s*(?:ERROR: )?(?:No matching distribution found for|Could not find a version that satisfies the requirement) ([\w.[\]<>=!~*+,-]*[\w\])*])`;
/** conda, its Navigator, mamba and pixi; below them they draw a tree. */
const CONDA = String.raw`^(?:\S+ +)?(?:LibMamba)?Unsatisfiable(?:Error: |Specifications:)|\bexception was: The following specifications were found to be in(?: conflict|compatible)|^\s*(?:error +libmamba )?Encountered problems while solving:|\bUnsatisfiable package specifications|\bCould not solve for environment specs|Cannot solve the request because of: |failed to solve the (?:conda|pypi) requirements of `;
const POETRY = ', version solving failed\\.';
/** pip, of what it leaves installed; pkg_resources, of what it finds. Of NumPy alone. */
const PIP_UNMET = String.raw`^(?:ERROR: )?(?<who>\S+ \d\S*) (?:requires|has requirement) (?<wants>numpy\b[^ ;]*?)(?: ?;.*)?, but you(?: have|'ll have) (?<has>numpy \d\S*) which is incompatible`;
const PKG_RESOURCES = String.raw`VersionConflict: \((?<found>numpy \d\S*) .*Requirement\.parse\('(?<asked>numpy[^']*)'\)(?:, \{'(?<asker>[^']+)')?`;

export const CONFLICT = `${PIP_CONFLICT}|${CONFLICT_LINE}|${CONDA}|${POETRY}|${PIP_UNMET}|${PKG_RESOURCES}`;
export const NO_CANDIDATE = `${PIP_NO_WHEEL}|${NO_WHEEL_LINE}`;

/** An installed NumPy that an installed package does not want. */
export interface Unmet {
  readonly who: string;
  /** A requirement: `numpy<2.1,>=1.22`. */
  readonly wants: string;
  /** `numpy 2.2.0` */
  readonly has: string;
}

/** @param match of `CONFLICT` */
export function unmetOf({ groups = {} }: RegExpExecArray): Unmet | undefined {
  const wants = groups['wants'] ?? groups['asked'];
  const has = groups['has'] ?? groups['found'];
  if (wants === undefined || has === undefined) return undefined;
  return { who: groups['who'] ?? groups['asker'] ?? 'a package', wants, has };
}
