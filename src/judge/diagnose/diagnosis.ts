import type { Diagnosed, Prose } from '../../model/finding.ts';
import type { Scope } from '../../model/scope.ts';

/**
 * What is wrong with one outcome, and how to tell it. Its own words are those of this outcome alone;
 * a finding is told anew, with all that it covers.
 */
export interface Diagnosis extends Diagnosed, Prose {
  /** What makes it another cause than one of the same kind and culprit; empty where nothing does. */
  readonly key: string;
  /** The oldest NumPy that its own fix asks to require; null where that is none of its ways out. */
  readonly floor: string | null;
  /** The words for it, wherever it happens. */
  readonly tell: (scope: Scope) => Prose;
}
