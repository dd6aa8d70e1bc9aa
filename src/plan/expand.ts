import {
  combinationId,
  type ExcludedCombination,
  NUMPY_NONE,
  type Plan,
  type PlannedCombination,
} from '../model/combination.ts';
import { compareNumpy } from '../model/compare-numpy.ts';
import type { CombinationFilter, Config } from '../model/config.ts';
import type { NumpySpec } from '../model/numpy-spec.ts';
import type { SubjectFacts } from '../model/subject-facts.ts';
import { tagSet } from '../packaging/compatibility.ts';
import type { ConstraintLine } from '../packaging/constraint-lines.ts';
import type { IndexProject } from '../packaging/index-project.ts';
import type { Interpreter } from '../packaging/interpreter.ts';
import { listReleases, type Release } from '../packaging/releases.ts';
import type { SpecProblem } from '../packaging/spec-problem.ts';
import { type DeclaredBySubject, declaredBy, declaredFloor, factsOn } from './declared-range.ts';
import { type Judge, judgeOf } from './feasibility.ts';
import { matchesCombination } from './filters.ts';
import { type Slot, slotsOf } from './numpy-slots.ts';

/** A Python that is planned. */
export interface ChosenPython {
  readonly label: string;
  readonly interpreter: Interpreter;
}

/** A Python that was asked for (or that `auto` allows) and can't be had here. */
export interface UnavailablePython {
  readonly label: string;
  readonly reason: string;
}

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
  readonly metadata: Config['metadata'];
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
  const floor = declaredFloor(input.subjects, input.pythons, releases);
  const results = input.numpys.map((spec) =>
    slotsOf(spec, { releases, nightly, floor, today: input.today }),
  );
  const problems = results.filter((result): result is SpecProblem => 'kind' in result);
  if (problems.length > 0) {
    return { kind: 'problems', problems };
  }
  const slots = results.flatMap((result) => ('kind' in result ? [] : result));
  const kinds = new Set(input.numpys.map(({ kind }) => kind));
  const plan = new PlanBuilder(input);
  for (const python of input.pythons) {
    const tags = tagSet(python.interpreter);
    const subjects = factsOn(input.subjects, python.label);
    const declared = declaredBy(subjects, python.interpreter);
    const judge = judgeOf({ ...input, subjects }, python, tags, declared);
    if (kinds.has('none') || (kinds.has('auto') && requiresNoNumpy(declared))) {
      plan.place(python, NUMPY_NONE, judge.python(false));
    }
    for (const slot of slots) {
      fill(plan, python, slot, judge);
    }
  }
  return { kind: 'plan', plan: plan.finish(notices(input, releases, kinds)) };
}

function requiresNoNumpy(declared: DeclaredBySubject): boolean {
  return declared.kind === 'known' && declared.lines.length === 0;
}

function fill(plan: PlanBuilder, python: ChosenPython, slot: Slot, judge: Judge): void {
  const wholePython = judge.python(slot.spec0);
  if (wholePython !== null) {
    plan.place(python, slot.representative.version, wholePython);
    return;
  }
  const found = slot.candidates.find((release) => judge.release(release, slot.exact) === null);
  if (found === undefined) {
    const shown = slot.representative;
    plan.place(python, shown.version, judge.release(shown, slot.exact));
  } else {
    plan.place(python, found.version, null, slot.nightly);
  }
}

/** Collects cells, each once; what runs wins over what is excluded. */
class PlanBuilder {
  readonly #input: ExpandInput;
  readonly #planned = new Map<string, PlannedCombination>();
  readonly #excluded = new Map<string, ExcludedCombination>();

  constructor(input: ExpandInput) {
    this.#input = input;
  }

  place(python: ChosenPython, numpy: string, reason: string | null, nightly?: true): void {
    const id = combinationId(python.label, numpy);
    const { interpreter } = python;
    const cell = { id, python: python.label, numpy, platform: interpreter.platform };
    const why = reason ?? this.#filtered(interpreter, numpy);
    if (why === null) {
      this.#planned.set(id, { ...cell, interpreter, ...(nightly && { nightly }) });
    } else if (!this.#excluded.has(id)) {
      this.#excluded.set(id, { ...cell, reason: why });
    }
  }

  finish(notices: readonly string[]): Plan {
    const rank = new Map<string, number>();
    for (const { label } of [...this.#input.pythons]) {
      rank.set(label, rank.size);
    }
    const order = (
      a: { readonly python: string; readonly numpy: string },
      b: { readonly python: string; readonly numpy: string },
    ) => (rank.get(a.python) ?? 0) - (rank.get(b.python) ?? 0) || compareNumpy(a.numpy, b.numpy);
    const planned = [...this.#planned.values()].sort(order);
    const excluded = [...this.#excluded.values()]
      .filter(({ id }) => !this.#planned.has(id))
      .sort(order);
    return { planned, excluded: [...excluded, ...this.#unavailable()], notices };
  }

  /** A row for each Python that can't be had, over the columns of the others. */
  #unavailable(): readonly ExcludedCombination[] {
    const seen = [...this.#planned.values(), ...this.#excluded.values()];
    const numpys = [...new Set(seen.map(({ numpy }) => numpy))].sort(compareNumpy);
    const columns = numpys.length === 0 ? [NUMPY_NONE] : numpys;
    return this.#input.unavailable.flatMap(({ label, reason }) =>
      columns.map((numpy) => ({
        id: combinationId(label, numpy),
        python: label,
        numpy,
        platform: this.#input.platform,
        reason,
      })),
    );
  }

  #filtered(interpreter: Interpreter, numpy: string): string | null {
    // A line that names a module takes out that module there, not the combination.
    const include = this.#input.include.filter(({ module }) => module === null);
    const exclude = this.#input.exclude.filter(({ module }) => module === null);
    const out = exclude.find((filter) => matchesCombination(filter, interpreter, numpy));
    if (out !== undefined) {
      return out.reason === null
        ? `taken out by exclude: ${out.text}`
        : `${out.reason} (exclude: ${out.text})`;
    }
    const wanted =
      include.length === 0 ||
      include.some((filter) => matchesCombination(filter, interpreter, numpy));
    return wanted ? null : 'no line of include names it';
  }
}

function notices(
  input: ExpandInput,
  releases: readonly Release[],
  kinds: ReadonlySet<NumpySpec['kind']>,
): readonly string[] {
  const result: string[] = [];
  const newest = releases.findLast((release) => !release.yanked);
  if (kinds.has('prerelease') && newest !== undefined && !newest.prerelease) {
    result.push(`No pre-release of NumPy is newer than ${newest.version}: that is used`);
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
