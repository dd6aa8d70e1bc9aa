import {
  type Combination,
  combinationId,
  type ExcludedCombination,
  type MissingCombination,
  type Plan,
  type PlannedCombination,
} from '../model/combination.ts';
import { compareNumpy } from '../model/compare-numpy.ts';
import type { SetUpFailure } from '../model/set-up-failure.ts';
import type { ChosenPython } from './chosen-python.ts';
import type { Reason } from './feasibility.ts';
import type { TakenOut } from './taken-out.ts';

/** What becomes of one cell. */
export type Placement =
  | { readonly kind: 'run'; readonly nightly?: true }
  | ({ readonly kind: 'excluded' } & Reason)
  /** Named by the user, and not to be had. */
  | { readonly kind: 'missing'; readonly failure: SetUpFailure };

/** Collects cells, each once; what runs wins over what does not. */
export class PlanBuilder {
  readonly #taken: TakenOut;
  readonly #planned = new Map<string, PlannedCombination>();
  readonly #excluded = new Map<string, ExcludedCombination>();
  readonly #missing = new Map<string, MissingCombination>();

  constructor(taken: TakenOut) {
    this.#taken = taken;
  }

  place(python: ChosenPython, numpy: string, placement: Placement): void {
    const id = combinationId(python.label, numpy);
    const { interpreter } = python;
    const cell = { id, python: python.label, numpy, platform: interpreter.platform };
    const { version } = interpreter;
    const taken = placement.kind === 'excluded' ? null : this.#taken(interpreter, numpy);
    if (placement.kind === 'excluded' || taken !== null) {
      const reason = taken ?? ('reason' in placement ? placement.reason : '');
      const cause = taken ?? ('cause' in placement ? placement.cause : '');
      if (!this.#excluded.has(id)) this.#excluded.set(id, { ...cell, version, reason, cause });
    } else if (placement.kind === 'missing') {
      this.#missing.set(id, { ...cell, version, failure: placement.failure });
    } else if (placement.kind === 'run') {
      const { nightly } = placement;
      this.#planned.set(id, { ...cell, interpreter, ...(nightly && { nightly }) });
    }
  }

  /** All NumPys that have a cell, ascending. */
  numpys(): readonly string[] {
    const seen = [this.#planned, this.#excluded, this.#missing].flatMap((one) => [...one.values()]);
    return [...new Set(seen.map(({ numpy }) => numpy))].sort(compareNumpy);
  }

  /** @param pythons in the order of the rows */
  finish(pythons: readonly ChosenPython[]): Omit<Plan, 'notices'> {
    const rank = new Map(pythons.map(({ label }, at) => [label, at]));
    const order = (a: Combination, b: Combination) =>
      (rank.get(a.python) ?? 0) - (rank.get(b.python) ?? 0) || compareNumpy(a.numpy, b.numpy);
    const missing = [...this.#missing.values()].filter(({ id }) => !this.#planned.has(id));
    const excluded = [...this.#excluded.values()].filter(
      ({ id }) => !this.#planned.has(id) && !this.#missing.has(id),
    );
    return {
      planned: [...this.#planned.values()].sort(order),
      excluded: excluded.sort(order),
      missing: missing.sort(order),
    };
  }
}
