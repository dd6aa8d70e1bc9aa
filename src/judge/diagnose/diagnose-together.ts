import type { Observation } from '../../model/observation.ts';
import { ALONE } from '../../model/scope.ts';
import { diagnoseAll } from './diagnose.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Evidence } from './evidence.ts';
import { type History, readHistory } from './history.ts';

/** What differs from outcome to outcome of one combination. */
interface Outcome extends Pick<Evidence, 'observation' | 'module' | 'smoke'> {
  readonly siblings: () => Evidence['siblings'];
}

/** What was said of the first module that a process took down. */
interface Told {
  readonly siblings: Evidence['siblings'];
  readonly history: History;
  readonly diagnoses: readonly Diagnosis[];
  /** A rule looked at the module itself: the next one may be another matter. */
  readonly ofOne: boolean;
}

/**
 * Diagnoses the outcomes of one combination, as `diagnoseAll` does each. Modules that one process took
 * down, all five hundred of a package at times, share its observation: where no rule asked which module
 * it was, and the other combinations tell the same of both, they share the diagnosis.
 *
 * @param around what the outcomes have in common
 */
export function diagnoseTogether(
  around: Required<Omit<Evidence, keyof Outcome>>,
): (outcome: Outcome) => readonly Diagnosis[] {
  const told = new Map<Observation, Told>();
  return (outcome) => {
    const { observation, module, smoke } = outcome;
    // Of what passed nobody asks what it did elsewhere.
    if (observation.outcome.kind === 'imported') {
      return diagnoseAll(evidenceOf(around, observation, module, smoke, NONE));
    }
    const siblings = outcome.siblings();
    const known = told.get(observation);
    if (known && !smoke && !known.ofOne && known.siblings === siblings) return known.diagnoses;
    const evidence = evidenceOf(around, observation, module, smoke, siblings);
    if (smoke || known?.ofOne) return diagnoseAll(evidence);
    const history = readHistory(evidence);
    if (known && isSame(known.history, history)) return known.diagnoses;
    let ofOne = false;
    const diagnoses = diagnoseAll({
      ...evidence,
      get module() {
        ofOne = true;
        return module;
      },
    });
    // The words may ask for it, too.
    for (const one of diagnoses) one.tell(ALONE);
    if (known === undefined) told.set(observation, { siblings, history, diagnoses, ofOne });
    return diagnoses;
  };
}

/** Field by field: there are tens of thousands of them, and spreading an object takes twenty times as long. */
function evidenceOf(
  around: Required<Omit<Evidence, keyof Outcome>>,
  observation: Evidence['observation'],
  module: Evidence['module'],
  smoke: boolean,
  siblings: Evidence['siblings'],
): Required<Evidence> {
  return {
    observation,
    combination: around.combination,
    module,
    smoke,
    subjects: around.subjects,
    foreign: around.foreign,
    uninitialised: around.uninitialised,
    emptyTable: around.emptyTable,
    installed: around.installed,
    ownerOf: around.ownerOf,
    factsOf: around.factsOf,
    filesFor: around.filesFor,
    siblings,
    siblingsOf: around.siblingsOf,
  };
}

/** Most of them are one and the same. */
function isSame(a: History, b: History): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

const NONE: Evidence['siblings'] = [];
