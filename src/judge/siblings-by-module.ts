import type { Measurement } from '../model/measurement.ts';
import type { Observation } from '../model/observation.ts';
import { SMOKE } from '../model/result.ts';
import type { Sibling } from './diagnose/evidence.ts';
import { fingerprintOf } from './diagnose/fingerprint.ts';

/** A sibling, and the number that all siblings have of whom a history reads the same. */
interface Numbered {
  readonly sibling: Sibling;
  readonly number: number;
}

/**
 * What a module did on all combinations, by its name; read when the first one asks. Modules of one
 * package have one past more often than not: then they get the same list, which is read once.
 */
export function siblingsByModule(
  runs: readonly Measurement[],
): (name: string) => readonly Sibling[] {
  const made = new Map<string, readonly Sibling[]>();
  const alike = new Map<string, readonly Sibling[]>();
  let all: ReadonlyMap<string, readonly Numbered[]> | undefined;
  return (name) => {
    const known = made.get(name);
    if (known) return known;
    all ??= everySibling(runs);
    const own = all.get(name) ?? [];
    const key = own.map(({ number }) => number).join(' ');
    const found = alike.get(key) ?? own.map(({ sibling }) => sibling);
    alike.set(key, found);
    made.set(name, found);
    return found;
  };
}

function everySibling(runs: readonly Measurement[]): ReadonlyMap<string, readonly Numbered[]> {
  const found = new Map<string, Numbered[]>();
  const numbers = new Map<string, number>();
  for (const run of runs) {
    const numberedOf = siblingsOfRun(run, numbers);
    const add = (name: string, observation: Observation): void => {
      const list = found.get(name);
      if (list) list.push(numberedOf(observation));
      else found.set(name, [numberedOf(observation)]);
    };
    for (const { module, observation } of run.observed) add(module.name, observation);
    if (run.smoke) add(SMOKE, run.smoke.observation);
  }
  return found;
}

/** What was seen of two modules of one combination makes the same sibling, more often than not. */
function siblingsOfRun(
  run: Measurement,
  numbers: Map<string, number>,
): (observation: Observation) => Numbered {
  const seen = new Map<Observation, Numbered>();
  // Each that passed has an observation of its own, and tells of its NumPy alone.
  const passed = new Map<string | null, Numbered>();
  const numbered = (observation: Observation): Numbered => {
    const sibling = siblingOf(run, observation);
    const text = textOf(sibling);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return { sibling, number };
  };
  return (observation) => {
    if (observation.outcome.kind === 'imported' && observation.exceptions.length === 0) {
      const numpy = observation.numpy?.version ?? null;
      const known = passed.get(numpy) ?? numbered(observation);
      passed.set(numpy, known);
      return known;
    }
    const known = seen.get(observation) ?? numbered(observation);
    seen.set(observation, known);
    return known;
  };
}

/** All that a history is read from. */
function textOf({ combination, python, numpy, outcome, fingerprint }: Sibling): string {
  return JSON.stringify([combination, python, numpy, outcome.kind, fingerprint]);
}

function siblingOf(run: Measurement, observation: Observation): Sibling {
  return {
    combination: run.combination.id,
    python: run.combination.interpreter.version,
    numpy: observation.numpy?.version ?? run.installed['numpy'] ?? null,
    outcome: observation.outcome,
    fingerprint: fingerprintOf(observation),
    installed: run.installed,
  };
}
