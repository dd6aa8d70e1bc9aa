import type { SubjectFacts } from '../../model/subject-facts.ts';
import type { ConstraintLine } from '../../packaging/constraint-lines.ts';

/** What is tested, as far as it can be known before anything is built. */
export interface Subject {
  readonly kind: 'project' | 'wheels' | 'packages';
  readonly name: string;
  readonly version: string | null;
  readonly facts: readonly SubjectFacts[];
  /** Folder of a source project, absolute. */
  readonly project: string | null;
  /** Wheel files, absolute. */
  readonly wheels: readonly string[];
  readonly requirements: readonly string[];
  /** What is installed instead where a Python gets a release of its own, by its label. */
  readonly pinned?: ReadonlyMap<string, readonly string[]>;
  /** What constraint files say of other packages. */
  readonly limits?: readonly ConstraintLine[];
}
