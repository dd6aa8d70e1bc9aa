import { compareNumpy } from '../../model/compare-numpy.ts';
import type { Scope } from '../../model/scope.ts';
import { compareMinors, majorOf } from '../../packaging/numpy-releases.ts';
import type { Evidence, Sibling } from './evidence.ts';
import { fingerprintOf } from './fingerprint.ts';

/**
 * What the other combinations say of this failure:
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

const FAILED: readonly string[] = ['raised', 'signalled', 'exited', 'timed-out'];

interface Trial {
  readonly numpy: string;
  readonly failed: boolean;
  readonly fingerprint: string | null;
}

function trial(sibling: Sibling): Trial | undefined {
  if (sibling.numpy === null) return undefined;
  const failed = FAILED.includes(sibling.outcome.kind);
  if (!failed && sibling.outcome.kind !== 'imported') return undefined;
  return { numpy: sibling.numpy, failed, fingerprint: sibling.fingerprint };
}

/** Each combination is the sibling of all others, for each module: millions, so without `flatMap`. */
function trialsOf(siblings: readonly Sibling[]): readonly Trial[] {
  const found: Trial[] = [];
  for (const sibling of siblings) {
    const one = trial(sibling);
    if (one !== undefined) found.push(one);
  }
  return found;
}

/** Splits at a NumPy: all failures on one side, all successes on the other. */
function split(numpy: string, tried: readonly Trial[]): History | undefined {
  const works = new Set<string>();
  const fails = new Set([numpy]);
  for (const one of tried) (one.failed ? fails : works).add(one.numpy);
  const sortedWorks = [...works].sort(compareNumpy);
  const sortedFails = [...fails].sort(compareNumpy);
  const [lowWork, highWork] = [sortedWorks[0], sortedWorks.at(-1)];
  const [lowFail, highFail] = [sortedFails[0], sortedFails.at(-1)];
  if (!lowWork || !highWork || !lowFail || !highFail) return undefined;
  if (compareNumpy(highWork, lowFail) < 0)
    return { kind: 'from', numpy: lowFail, works: highWork, cap: capBetween(highWork, lowFail) };
  if (compareNumpy(highFail, lowWork) < 0)
    return { kind: 'below', numpy: highFail, works: lowWork };
  return undefined;
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
  if (own.kind !== 'unknown' || culprit === null || culprit === evidence.module?.name) return own;
  const siblings = evidence.siblingsOf?.(culprit) ?? [];
  const theirs = readHistory({ ...evidence, siblings });
  return theirs.kind === 'from' || theirs.kind === 'below' ? theirs : own;
}

/** @returns what the same module did under the other combinations, in one word */
export function readHistory(evidence: Evidence): History {
  const { combination, siblings, observation } = evidence;
  // What a success hides (a swallowed failure, a lazy user) the others' outcomes say nothing of.
  if (combination === null || observation.outcome.kind === 'imported') return { kind: 'unknown' };
  const numpy = combination.numpy ?? observation.numpy?.version ?? null;
  if (numpy === null) return readAlike(evidence, []);
  const samePython = (one: Sibling) =>
    one.python === combination.python || one.python === combination.label;
  const here = trialsOf(siblings.filter(samePython));
  const there = siblings.filter((one) => !samePython(one));
  const found = split(numpy, here);
  if (found) return found;
  if (here.some((one) => !one.failed)) return { kind: 'unknown' };
  // Nothing works on this Python: do others tell NumPy's part from Python's?
  const worksThere = there.filter((one) => one.outcome.kind === 'imported');
  if (worksThere.some((one) => one.numpy && compareMinors(one.numpy, numpy) === 0)) {
    return { kind: 'python', works: [...new Set(worksThere.map((one) => one.python))] };
  }
  const everywhere = split(numpy, [...here, ...trialsOf(there)]);
  if (everywhere) return everywhere;
  return readAlike(evidence, [numpy]);
}

/** Whether it fails the same way wherever it was tried, on several NumPys. */
function readAlike(evidence: Evidence, own: readonly string[]): History {
  const all = trialsOf(evidence.siblings);
  const numpys = [...new Set([...own, ...all.map((one) => one.numpy)])].sort(compareNumpy);
  const prints = new Set([
    fingerprintOf(evidence.observation),
    ...all.map((one) => one.fingerprint),
  ]);
  const alike = all.length > 0 && all.every((one) => one.failed) && prints.size === 1;
  const [low, high] = [numpys[0], numpys.at(-1)];
  return alike && low && high && compareMinors(low, high) < 0
    ? { kind: 'alike', numpys }
    : { kind: 'unknown' };
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
