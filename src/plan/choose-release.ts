import { combinationId } from '../model/combination.ts';
import type { MetadataPolicy } from '../model/config.ts';
import type { NumpySpec } from '../model/numpy-spec.ts';
import type { SubjectFacts } from '../model/subject-facts.ts';
import { tagSet } from '../packaging/compatibility.ts';
import type { ConstraintLine } from '../packaging/constraint-lines.ts';
import type { IndexProject } from '../packaging/index-project.ts';
import { listReleases, type Release } from '../packaging/releases.ts';
import type { SpecProblem } from '../packaging/spec-problem.ts';
import type { ChosenPython } from './chosen-python.ts';
import { declaredBy, declaredFloor, factsOn } from './declared-range.ts';
import { type Judge, judgeOf } from './feasibility.ts';
import { slotsOf } from './numpy-slots.ts';
import { oldestInstallable } from './oldest-installable.ts';

/** What a choice among NumPy's releases must know. */
export interface ChoiceInput {
  readonly numpy: IndexProject;
  /** Distributions whose requirements hold; none leaves every release that installs. */
  readonly subjects: readonly SubjectFacts[];
  readonly constraints?: readonly ConstraintLine[];
  readonly metadata: MetadataPolicy;
  /** ISO date, for SPEC 0. */
  readonly today: string;
}

export type ChosenRelease =
  | { readonly kind: 'release'; readonly version: string }
  /** `reason` is a sentence for the user. */
  | { readonly kind: 'none'; readonly reason: string };

/**
 * The one release that a spec means on one Python: the oldest for `oldest`, else the newest of those
 * that install there and are allowed.
 */
export function chooseRelease(
  spec: NumpySpec,
  python: ChosenPython,
  input: ChoiceInput,
): ChosenRelease {
  const releases = listReleases(input.numpy);
  const judge = judgeOn(python, input);
  const floor =
    declaredFloor(input.subjects, [python], releases) ?? oldestInstallable(releases, [judge]);
  const slots = slotsOf(spec, { releases, nightly: [], floor, today: input.today });
  if ('kind' in slots) return { kind: 'none', reason: slots.message };
  const order = spec.kind === 'oldest' ? slots : slots.toReversed();
  for (const { candidates, exact, spec0 } of order) {
    if (judge.python(spec0) !== null) continue;
    const found = candidates.find((release) => judge.release(release, exact) === null);
    if (found !== undefined) return { kind: 'release', version: found.version };
  }
  const shown = order[0];
  const why =
    shown && (judge.python(shown.spec0) ?? judge.release(shown.representative, shown.exact));
  return { kind: 'none', reason: why?.reason ?? 'no release fits' };
}

/**
 * Every final release that can run on a Python, oldest first.
 *
 */
export function releasesOn(
  python: ChosenPython,
  input: ChoiceInput,
): readonly { readonly id: string; readonly version: string }[] {
  const judge = judgeOn(python, input);
  if (judge.python(false) !== null) return [];
  return finalReleases(input.numpy)
    .filter((release) => judge.release(release, true) === null)
    .map(({ version }) => ({ id: combinationId(python.label, version), version }));
}

/** Specs that name nothing on the index, whatever the subject and the Python. */
export function unknownReleases(
  specs: readonly NumpySpec[],
  numpy: IndexProject,
): readonly SpecProblem[] {
  const releases = listReleases(numpy);
  return specs
    .filter(({ kind }) => kind === 'minor' || kind === 'exact' || kind === 'range')
    .map((spec) => slotsOf(spec, { releases, nightly: [], floor: null, today: '9999-12-31' }))
    .filter((result): result is SpecProblem => 'kind' in result);
}

function judgeOn(python: ChosenPython, input: ChoiceInput): Judge {
  const subjects = factsOn(input.subjects, python.label);
  const declared = declaredBy(subjects, python.interpreter);
  return judgeOf({ ...input, subjects }, python, tagSet(python.interpreter), declared);
}

function finalReleases(numpy: IndexProject): readonly Release[] {
  return listReleases(numpy).filter(({ prerelease, yanked }) => !prerelease && !yanked);
}
