import type { Category, LocationHints } from '../../../model/finding.ts';
import type { Look } from '../../../model/look.ts';
import type { Kind } from '../rule.ts';

/** A rule over the output of a compiler, a build or an installer. */
export interface BuildRule extends Kind {
  /** Matches one line. */
  readonly pattern: RegExp;
  /** Every line that the pattern matches has this, too; it is found sooner, so that others are left alone. */
  readonly hint: RegExp;
  title(match: RegExpExecArray): string;
  fix(match: RegExpExecArray): string;
  readonly hints?: LocationHints;
}

/** gcc and clang say `error:`, MSVC `error C2039:`. */
export const ERROR = String.raw`(?:error|error [A-Z]\d+): `;
/** What compilers begin a quoted name with: gcc quotes with ‘’ unless LC_ALL=C. */
export const Q = String.raw`[‘'"\`]`;
/** A kind whose failures are errors always. */
export function buildKind(
  where: readonly Look[],
  id: string,
  name: string,
  category: Category,
  means: string,
  remedy: string,
  links: readonly string[],
): Kind {
  return { id, where, name, category, severity: 'error', means, remedy, links };
}
