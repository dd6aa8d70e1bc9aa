import type { Scope } from '../../model/scope.ts';

/** Why NumPy itself cannot be imported, and what helps. */
export interface NumpyCause {
  /** Another one is another cause. */
  readonly cause: string;
  readonly title: string;
  readonly why: string | ((scope: Scope) => string);
  readonly fix: string;
}
