import { NUMPY_NONE, type Plan } from '../model/combination.ts';
import type { CombinationFilter, MetadataPolicy } from '../model/config.ts';
import type { NumpySpec } from '../model/numpy-spec.ts';
import type { SubjectFacts } from '../model/subject-facts.ts';
import { tagSet } from '../packaging/compatibility.ts';
import type { ConstraintLine } from '../packaging/constraint-lines.ts';
import type { IndexProject } from '../packaging/index-project.ts';
import { listReleases, type Release } from '../packaging/releases.ts';
import type { SpecProblem } from '../packaging/spec-problem.ts';
import type { ChosenPython, UnavailablePython } from './chosen-python.ts';
import { type DeclaredBySubject, declaredBy, declaredFloor, factsOn } from './declared-range.ts';
import { type Judge, judgeOf, type Reason } from './feasibility.ts';
import { type Slot, slotsOf } from './numpy-slots.ts';
import { oldestInstallable, trimSlots } from './oldest-installable.ts';
import { type Placement, PlanBuilder } from './plan-builder.ts';
import { takenOut } from './taken-out.ts';
import { unavailableRows } from './unavailable-rows.ts';

export interface ExpandInput {
  readonly numpys: readonly NumpySpec[];
  /** Ascending. */
  readonly pythons: readonly ChosenPython[];
  readonly unavailable: readonly UnavailablePython[];
  /** Shown for Pythons that can't be had: `linux-x86_64`. */
  readonly platform: string;
  readonly numpy: IndexProject;
  readonly nightly: IndexProject | null;
  readonly subjects: readonly SubjectFacts[];
  /** Lines of constraint files. */
  readonly constraints?: readonly ConstraintLine[];
  readonly metadata: MetadataPolicy;
  readonly include: readonly CombinationFilter[];
  readonly exclude: readonly CombinationFilter[];
  /** ISO date, for SPEC 0. */
  readonly today: string;
}

export type ExpandResult =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'problems'; readonly problems: readonly SpecProblem[] };

/**
 * Pythons × NumPy specs → the combinations to run, and those that cannot exist, each with its
 * reason. Deterministic: Pythons, then NumPys, ascending.
 *
 * @returns the plan, or every spec that names nothing on this index
 */
export function expand(input: ExpandInput): ExpandResult {
  const releases = listReleases(input.numpy);
  const nightly = input.nightly === null ? [] : listReleases(input.nightly);
  const rows = input.pythons.map((python) => {
    const subjects = factsOn(input.subjects, python.label);
    const declared = declaredBy(subjects, python.interpreter);
    const judge = judgeOf({ ...input, subjects }, python, tagSet(python.interpreter), declared);
    return { python, declared, judge };
  });
  const judges = rows.map(({ judge }) => judge);
  const stated = declaredFloor(input.subjects, input.pythons, releases);
  const floor = stated ?? oldestInstallable(releases, judges);
  const results = input.numpys.map((spec) =>
    slotsOf(spec, { releases, nightly, floor, today: input.today }),
  );
  const problems = results.filter((result): result is SpecProblem => 'kind' in result);
  if (problems.length > 0) {
    return { kind: 'problems', problems };
  }
  const trimmed = results.map((result) => trimSlots('kind' in result ? [] : result, judges));
  const slots = trimmed.flatMap((one) => one.slots);
  const kinds = new Set(input.numpys.map(({ kind }) => kind));
  const plan = new PlanBuilder(takenOut(input));
  for (const { python, declared, judge } of rows) {
    if (kinds.has('none') || (kinds.has('auto') && requiresNoNumpy(declared))) {
      const reason = judge.python(false);
      plan.place(python, NUMPY_NONE, reason === null ? { kind: 'run' } : excluded(reason));
    }
    for (const slot of slots) {
      fill(plan, python, slot, judge, judges);
    }
  }
  const gone = unavailableRows(input, slots, plan.numpys(), kinds.has('none'));
  const made = plan.finish(input.pythons);
  return {
    kind: 'plan',
    plan: {
      planned: made.planned,
      excluded: [...made.excluded, ...gone.excluded],
      missing: [...made.missing, ...gone.missing],
      notices: [
        ...trimmed.flatMap(({ notice }) => notice ?? []),
        ...notices(input, releases, kinds),
      ],
    },
  };
}

function requiresNoNumpy(declared: DeclaredBySubject): boolean {
  return declared.kind === 'known' && declared.lines.length === 0;
}

function fill(
  plan: PlanBuilder,
  python: ChosenPython,
  slot: Slot,
  judge: Judge,
  judges: readonly Judge[],
): void {
  const { candidates, representative, exact, nightly } = slot;
  const wholePython = judge.python(slot.spec0);
  if (wholePython !== null) {
    plan.place(python, representative.version, excluded(wholePython));
    return;
  }
  const found = candidates.find((release) => judge.release(release, exact) === null);
  if (found !== undefined) {
    plan.place(python, found.version, { kind: 'run', ...(nightly && { nightly }) });
    return;
  }
  const why = judge.release(representative, exact);
  if (why === null) throw new Error(`${representative.version} is refused without a reason`);
  const nowhere = () => !judges.some((one) => candidates.some((each) => one.installs(each, exact)));
  plan.place(
    python,
    representative.version,
    slot.named && nowhere()
      ? { kind: 'missing', failure: { setUp: 'no-numpy', message: why.reason, lines: [] } }
      : excluded(why),
  );
}

function excluded({ reason, cause }: Reason): Placement {
  return { kind: 'excluded', reason, cause };
}

function notices(
  input: ExpandInput,
  releases: readonly Release[],
  kinds: ReadonlySet<NumpySpec['kind']>,
): readonly string[] {
  const result: string[] = [];
  const newest = releases.findLast((release) => !release.yanked);
  if (kinds.has('prerelease') && newest !== undefined && !newest.prerelease) {
    result.push(
      `No pre-release of NumPy is newer than ${newest.version}: the newest release that fits is used`,
    );
  }
  for (const subject of input.subjects) {
    const releases = [subject, ...Object.values(subject.onPython ?? {})];
    result.push(...new Set(releases.flatMap(({ withdrawn }) => withdrawn ?? [])));
  }
  for (const { name, requirements, onPython, unknownBecause } of input.subjects) {
    if (requirements === null && onPython === undefined) {
      result.push(
        unknownBecause ?? `What ${name} requires is known after its build only (dynamic metadata)`,
      );
    }
    if (onPython !== undefined) {
      result.push(`${name} resolves to ${byRelease(onPython)}`);
    }
  }
  return result;
}

/** `2.0.3 on Python 3.8, 2.3.3 on Python 3.9 and 3.10`. */
function byRelease(onPython: Readonly<Record<string, SubjectFacts>>): string {
  const labels = new Map<string, string[]>();
  for (const [label, { version }] of Object.entries(onPython)) {
    const release = version ?? 'an unknown release';
    labels.set(release, [...(labels.get(release) ?? []), label]);
  }
  return [...labels]
    .map(([release, pythons]) => `${release} on Python ${pythons.join(' and ')}`)
    .join(', ');
}
