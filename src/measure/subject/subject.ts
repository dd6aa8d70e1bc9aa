import type { SubjectFacts } from '../../model/subject-facts.ts';
import type { ConstraintLine } from '../../packaging/constraint-lines.ts';

/** What is tested, as far as it can be known before anything is built. */
export type Subject = ProjectSubject | WheelsSubject | PackagesSubject;

/** What all subjects say of themselves. */
interface Described {
  readonly name: string;
  readonly version: string | null;
  readonly facts: readonly SubjectFacts[];
  /** What constraint files say of other packages. */
  readonly limits: readonly ConstraintLine[];
}

/** A source project, built here. */
export interface ProjectSubject extends Described {
  readonly kind: 'project';
  /** Absolute. */
  readonly folder: string;
}

/** Wheels that are there already. */
export interface WheelsSubject extends Described {
  readonly kind: 'wheels';
  /** Absolute. */
  readonly files: readonly string[];
}

/** Packages from an index. */
export interface PackagesSubject extends Described {
  readonly kind: 'packages';
  /** As they are installed. */
  readonly requirements: readonly string[];
  /** What is installed instead where a Python gets a release of its own, by its label. */
  readonly pinned: ReadonlyMap<string, readonly string[]>;
}

/** The folder of a subject's sources; null for one that has none here. */
export function sourceFolder(subject: Subject): string | null {
  switch (subject.kind) {
    case 'project':
      return subject.folder;
    case 'wheels':
    case 'packages':
      return null;
    default:
      return subject satisfies never;
  }
}
