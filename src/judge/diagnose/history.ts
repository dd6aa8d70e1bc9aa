import { compareNumpy } from '../../model/compare-numpy.ts';
import type { Observation } from '../../model/observation.ts';
import type { Scope } from '../../model/scope.ts';
import { compareMinors, majorOf } from '../../packaging/numpy-releases.ts';
import type { Evidence } from './evidence.ts';
import { fingerprintOf } from './fingerprint.ts';
import { joined, type Past, pastOf, type Row, type Trial, without } from './past.ts';

/**
 * What the other combinations say of this failure, on its side of what works:
 * `alike` it fails the same on every NumPy tried · `from` it works below a NumPy and fails from it
 * on · `below` it fails on old NumPys and works from a later one on · `python` it works on another
 * Python with the same NumPys · `unknown` they say nothing.
 */
export type History =
  | { readonly kind: 'alike'; readonly numpys: readonly string[] }
  /** `cap`: what to declare as the upper bound. */
  | {
      readonly kind: 'from';
      readonly numpy: string;
      readonly works: string;
      readonly cap: string;
    }
  | { readonly kind: 'below'; readonly numpy: string; readonly works: string }
  | { readonly kind: 'python'; readonly works: readonly string[] }
  | { readonly kind: 'unknown' };

const NOTHING: Row = { works: [], fails: [] };

/**
 * Splits at a NumPy. What works may have failures on both sides, such as a binary of NumPy 1.x that is
 * too new for old releases and refused by 2.x: then the side where this failure lies is told.
 */
function split(numpy: string, { works, fails }: Row): History | undefined {
  const [lowWork, highWork] = [works[0]?.[0], works.at(-1)?.[0]];
  if (!lowWork || !highWork) return undefined;
  const failed = [...fails.map(([one]) => one), numpy].sort(compareNumpy);
  const above = failed.filter((one) => compareNumpy(one, highWork) > 0);
  const below = failed.filter((one) => compareNumpy(one, lowWork) < 0);
  if (above.length + below.length < failed.length) return undefined;
  const [first, last] = [above[0], below.at(-1)];
  if (first && above.includes(numpy))
    return { kind: 'from', numpy: first, works: highWork, cap: capBetween(highWork, first) };
  return last ? { kind: 'below', numpy: last, works: lowWork } : undefined;
}

/** The lowest cap that keeps what works: nothing untried between the two is let in. */
function capBetween(works: string, fails: string): string {
  if (compareMinors(works, fails) === 0) return fails;
  const [major = 0, minor = 0] = works.split('.').map(Number);
  return majorOf(fails) === major ? `${major}.${minor + 1}` : `${major + 1}`;
}

/**
 * A module that another file takes down shares that file's history: what the file did by itself
 * under the other combinations tells more than what else befell the module there.
 *
 * @param culprit the module that could not be initialised, null when it is not known
 */
export function readCulpritHistory(evidence: Evidence, culprit: string | null): History {
  const own = readHistory(evidence);
  if (own.kind !== 'unknown' || culprit === null) return own;
  const siblings = evidence.siblingsOf?.(culprit) ?? [];
  const theirs = readHistory({ ...evidence, siblings });
  return theirs.kind === 'from' || theirs.kind === 'below' ? theirs : own;
}

/** @returns what the same module did under the other combinations, in one word */
export function readHistory(evidence: Evidence): History {
  const { combination, siblings, observation } = evidence;
  // What a success hides (a swallowed failure, a lazy user) the others' outcomes say nothing of.
  if (combination === null || observation.outcome.kind === 'imported') return UNKNOWN;
  if (siblings.length === 0) return UNKNOWN;
  const numpy = combination.numpy ?? observation.numpy?.version ?? null;
  const past = pastOf(siblings);
  const known = readBefore.get(past) ?? new Map<string, History>();
  readBefore.set(past, known);
  const { id, python, label } = combination;
  const asked = [id, python, label, numpy, fingerprintOf(observation)].join('\n');
  const found = known.get(asked) ?? readPast(combination, numpy, observation, past);
  known.set(asked, found);
  return found;
}

const UNKNOWN: History = { kind: 'unknown' };
/** Modules of one package have one past more often than not. */
const readBefore = new WeakMap<Past, Map<string, History>>();

function readPast(
  combination: NonNullable<Evidence['combination']>,
  numpy: string | null,
  observation: Observation,
  past: Past,
): History {
  const own = past.byCombination.get(combination.id) ?? [];
  const all = without(past.all, own);
  if (numpy === null) return readAlike(observation, [], past, own, all);
  const isSame = (python: string) => python === combination.python || python === combination.label;
  const [first = NOTHING, ...more] = [...new Set([combination.python, combination.label])].flatMap(
    (python) => past.byPython.get(python) ?? [],
  );
  const here = without(
    more.reduce(joined, first),
    own.filter(({ python }) => isSame(python)),
  );
  const found = split(numpy, here);
  if (found) return found;
  if (here.works.length > 0) return UNKNOWN;
  // Nothing works on this Python: do others tell NumPy's part from Python's?
  if (all.works.some(([one]) => compareMinors(one, numpy) === 0)) {
    return { kind: 'python', works: past.importedOn.filter((python) => !isSame(python)) };
  }
  return split(numpy, all) ?? readAlike(observation, [numpy], past, own, all);
}

/** Whether it fails the same way wherever it was tried, on several NumPys. */
function readAlike(
  observation: Observation,
  planned: readonly string[],
  past: Past,
  own: readonly Trial[],
  { works, fails }: Row,
): History {
  const others = past.trials - own.length;
  if (others === 0 || works.length > 0) return UNKNOWN;
  const print = fingerprintOf(observation);
  const ownAlike = own.filter(({ fingerprint }) => fingerprint === print).length;
  if ((past.prints.get(print) ?? 0) - ownAlike < others) return UNKNOWN;
  const numpys = [...new Set([...planned, ...fails.map(([one]) => one)])].sort(compareNumpy);
  const [low, high] = [numpys[0], numpys.at(-1)];
  return low && high && compareMinors(low, high) < 0 ? { kind: 'alike', numpys } : UNKNOWN;
}

/** @returns a sentence for the explanation, empty when the combinations say nothing */
export function describeHistory(history: History, scope: Scope): string {
  // Where it fails and works is shown beside it, from the combinations.
  if (!scope.alone && (history.kind === 'from' || history.kind === 'below')) return '';
  switch (history.kind) {
    case 'alike':
      return 'It fails the same way on every NumPy tried, so NumPy is not the cause.';
    case 'from':
      return `It works up to NumPy ${history.works} and fails from NumPy ${history.numpy} on.`;
    case 'below':
      return `It fails up to NumPy ${history.numpy} and works from NumPy ${history.works} on.`;
    case 'python':
      return `It works with the same NumPy on Python ${history.works.join(', ')}.`;
    case 'unknown':
      return '';
    default:
      return history satisfies never;
  }
}

/**
 * The same for a kind whose text proves that NumPy is the cause: where every NumPy that was tried
 * fails alike, all of them were on the wrong side.
 */
export function describeBoundary(history: History, scope: Scope): string {
  return history.kind === 'alike' ? '' : describeHistory(history, scope);
}
