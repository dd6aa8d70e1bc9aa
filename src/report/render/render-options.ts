import type { Location } from '../../model/finding.ts';
import type { KindHelp } from '../kind-help.ts';
import type { Invocation } from '../reproduce.ts';

/** What renderings need besides the report, all of it optional. */
export interface RenderOptions {
  /** How to say the command that reproduces a combination. */
  readonly invocation?: Invocation;
  /** For what has no line of its own: some readers refuse a finding without a place. */
  readonly fallback?: Location | null;
  /** Where the documentation of this version lies: what stands before `docs/failures/…`. */
  readonly documentationBase?: string | null;
  /** The documentation's texts by kind. */
  readonly kinds?: readonly KindHelp[];
}

/**
 * The address of a finding's page, or its path in the repository where no address is known.
 *
 * @example documentationLink('docs/a.md#b', { documentationBase: 'https://x/v1/' }) // 'https://x/v1/docs/a.md#b'
 */
export function documentationLink(path: string, options: RenderOptions): string {
  if (path === '') return '';
  const base = options.documentationBase ?? null;
  return base === null ? path : `${base.replace(/\/*$/, '/')}${path}`;
}
