import {
  combinationId,
  type ExcludedCombination,
  type MissingCombination,
  NUMPY_NONE,
} from '../model/combination.ts';
import type { Release } from '../packaging/releases.ts';
import type { UnavailablePython } from './chosen-python.ts';
import type { Slot } from './numpy-slots.ts';
import { ofThatPython } from './of-that-python.ts';

/**
 * A row for each Python that can't be had: failures where the user named it, else exclusions. Its
 * NumPys are those of the other rows; without any, those of the specs that have a wheel for it.
 *
 * @param numpys the columns of the other rows, ascending
 * @param none whether the user asked for `none`
 */
export function unavailableRows(
  input: { readonly unavailable: readonly UnavailablePython[]; readonly platform: string },
  slots: readonly Slot[],
  numpys: readonly string[],
  none: boolean,
): {
  readonly excluded: readonly ExcludedCombination[];
  readonly missing: readonly MissingCombination[];
} {
  const excluded: ExcludedCombination[] = [];
  const missing: MissingCombination[] = [];
  for (const { label, reason, named } of input.unavailable) {
    const columns = numpys.length > 0 ? numpys : columnsOf(label, slots, none);
    for (const numpy of columns) {
      const id = combinationId(label, numpy);
      const cell = { id, python: label, numpy, platform: input.platform };
      if (named) {
        const failure = { setUp: 'no-interpreter', message: reason, lines: [] };
        missing.push({ ...cell, failure });
      } else excluded.push({ ...cell, reason, cause: ofThatPython(reason, label) });
    }
  }
  return { excluded, missing };
}

function columnsOf(label: string, slots: readonly Slot[], none: boolean): readonly string[] {
  const fitting = slots.flatMap(({ candidates }) => {
    const found = candidates.find((release) => hasWheelFor(release, label));
    return found === undefined ? [] : [found.version];
  });
  const shown =
    fitting.length > 0 ? fitting : slots.slice(-1).map((one) => one.representative.version);
  return [...new Set([...shown, ...(none || shown.length === 0 ? [NUMPY_NONE] : [])])];
}

/** By the tags alone: nobody can ask a Python that is not here which ones it takes. */
function hasWheelFor({ wheels }: Release, label: string): boolean {
  const [, pypy, minor = '', threads = ''] = /^(pypy)?3\.(\d+)[\d.a-z]*?(t?)$/.exec(label) ?? [];
  const tag = pypy ? `pp3${minor}-` : `cp3${minor}-cp3${minor}${threads}-`;
  return wheels.some(({ tags }) => tags.some((one) => one.startsWith(tag)));
}
