import type { IndexFile } from '../packaging/index-project.ts';
import type { Requirement } from '../packaging/requirements.ts';

/** What planning and judging must know of one distribution under test. */
export interface SubjectFacts {
  readonly name: string;
  readonly version: string | null;
  readonly requiresPython: string | null;
  /** Null when only a build tells (dynamic metadata): then nothing is excluded by it yet. */
  readonly requirements: readonly Requirement[] | null;
  /** Those that were asked for. */
  readonly extras: readonly string[];
  /** Those that it has, normalised; null or absent when only a build tells. */
  readonly provides?: readonly string[] | null;
  /** Its wheels when it is built already; null for a source project. */
  readonly wheels: readonly Pick<IndexFile, 'filename' | 'tags' | 'requiresPython'>[] | null;
  /** Set where the index has its sources besides. */
  readonly sources?: true;
  /** Where each Python gets another release of it: the facts by the Python's label. */
  readonly onPython?: Readonly<Record<string, SubjectFacts>>;
  /** That the index has withdrawn this release, in a sentence with the index's reason. */
  readonly withdrawn?: string;
  /** Why its requirements are not known, where that is not a build's to tell. */
  readonly unknownBecause?: string;
}
