import { satisfies, valid, validRange } from '@renovatebot/pep440';

/**
 * Puts a PEP 440 specifier set into the form that the PEP 440 library reads: commas between clauses
 * (`>=3.11 <3.15`), none at the end, and the two legacy spellings that packaging tools still repair
 * (`>=3.5.*`, as uv does).
 *
 * @returns undefined when it is no specifier set; `''` allows everything
 * @example normaliseSpecifier('>=1.21 <2,') // '>=1.21,<2'
 */
export function normaliseSpecifier(text: string): string | undefined {
  const clauses = text
    .replace(/(?<=[^\s,<>=!~])\s+(?=[<>=!~])/g, ',')
    .split(',')
    .map((clause) => clause.replaceAll(/\s+/g, ''))
    .filter((clause) => clause !== '')
    .map((clause) => clause.replace(/^(>=|<=|<|>|~=)(.*)\.\*$/, '$1$2'));
  const specifier = clauses.join(',');
  return validRange(specifier) ? specifier : undefined;
}

const MEMO_LIMIT = 50_000;
const memo = new Map<string, boolean>();

/**
 * Whether a version is inside a (normalised) specifier set. Whether pre-releases are wanted is
 * decided by who lists the candidates, so that a pre-release counts as what it is here.
 *
 * @example allows('>=1.23,<2', '1.26.4') // true
 */
export function allows(specifier: string, version: string): boolean {
  const key = `${specifier} ${version}`;
  let answer = memo.get(key);
  if (answer === undefined) {
    // Old file names hold versions that nobody can order (`bottleneck-1.0.0dev-r5`).
    answer = valid(version) !== null && satisfies(version, specifier, { prereleases: true });
    if (memo.size >= MEMO_LIMIT) {
      memo.clear();
    }
    memo.set(key, answer);
  }
  return answer;
}

/**
 * Whether a `requires-python` admits a Python. As pip does: the release segment counts (3.15.0rc2
 * is a 3.15.0), and a value that nobody can read forbids nothing.
 *
 * @example admitsPython('>=3.9', '3.8.18') // false
 */
export function admitsPython(requiresPython: string | null, version: string): boolean {
  if (requiresPython === null || requiresPython === '') {
    return true;
  }
  const specifier = normalised(requiresPython);
  return specifier === undefined || allows(specifier, releaseSegment(version));
}

/** An index page repeats a dozen values thousands of times. */
const normal = new Map<string, string | undefined>();

function normalised(text: string): string | undefined {
  if (!normal.has(text)) {
    if (normal.size >= MEMO_LIMIT) {
      normal.clear();
    }
    normal.set(text, normaliseSpecifier(text));
  }
  return normal.get(text);
}

/** @example releaseSegment('3.15.0rc2') // '3.15.0' */
export function releaseSegment(version: string): string {
  return /^\d+(?:\.\d+)*/.exec(version)?.[0] ?? version;
}

/** No CPython minor has had more patch releases than 3.8 to 3.12 with their twenties. */
const MOST_PATCHES = 40;

/**
 * Whether any patch release of a Python minor is admitted: `==3.9.7` admits the minor 3.9.
 *
 * @example admitsMinor('>=3.9.3', 3, 9) // true
 */
export function admitsMinor(requiresPython: string | null, major: number, minor: number): boolean {
  for (let patch = 0; patch <= MOST_PATCHES; patch += 1) {
    if (admitsPython(requiresPython, `${major}.${minor}.${patch}`)) {
      return true;
    }
  }
  return false;
}
