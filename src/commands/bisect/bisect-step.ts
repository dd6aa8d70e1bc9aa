/** What is known of one release: it works, it fails, or it could not be tried. */
export type Tried = 'passed' | 'failed' | 'unusable';

export type BisectStep =
  /** Try this release next. */
  | { readonly kind: 'try'; readonly version: string }
  /** `first` fails and `last` is the newest one before it that works; none in between is left. */
  | {
      readonly kind: 'found';
      readonly lastPassing: string;
      readonly firstFailing: string;
      /** Releases between the two that could not be tried. */
      readonly untried: readonly string[];
    }
  /** There are not both a passing and a failing release. */
  | { readonly kind: 'nothing-to-narrow' };

/**
 * The next step of a binary search over releases between a passing and a failing neighbour, in
 * either direction (what works may be the newer one). Ask again with the answer added; it takes
 * at most ⌈log2(n + 1)⌉ + 1 environments for n releases in between, plus one for each unusable one.
 * Within that limit it asks first where NumPy really changes: between majors, then between minors.
 *
 * @param releases oldest first, those that exist for this Python
 * @param known results so far, by version
 * @example nextToTry(['1.26.4', '2.0.0', '2.0.2'], new Map([['1.26.4', 'passed'], ['2.0.2', 'failed']]))
 * // { kind: 'try', version: '2.0.0' }
 */
export function nextToTry(
  releases: readonly string[],
  known: ReadonlyMap<string, Tried>,
): BisectStep {
  const settled = releases
    .map((version, at) => ({ version, at, tried: known.get(version) }))
    .filter(({ tried }) => tried === 'passed' || tried === 'failed');
  const right = settled.findLastIndex(
    ({ tried }, at) => at > 0 && settled[at - 1]?.tried !== tried,
  );
  const [before, after] = [settled[right - 1], settled[right]];
  if (right < 1 || before === undefined || after === undefined) {
    return { kind: 'nothing-to-narrow' };
  }
  const between = releases.slice(before.at + 1, after.at);
  const open = between.filter((version) => !known.has(version));
  const next = likeliest(open, releases);
  if (next !== undefined) {
    return { kind: 'try', version: next };
  }
  const [passing, failing] = before.tried === 'passed' ? [before, after] : [after, before];
  return {
    kind: 'found',
    lastPassing: passing.version,
    firstFailing: failing.version,
    untried: between,
  };
}

/** Nearly every break is one of the ABI, between majors: these two are worth one environment more. */
const LAST_OF_MAJOR = 1;

/** The likeliest place of a change, unless the search could then take longer than by halves. */
function likeliest(open: readonly string[], releases: readonly string[]): string | undefined {
  const steps = Math.ceil(Math.log2(open.length + 1));
  const most = 2 ** (steps - 1) - 1;
  const middle = (open.length - 1) / 2;
  const [best] = open
    .map((version, at) => ({ version, at, rank: rankOf(version, releases) }))
    .filter(({ at, rank }) => rank <= LAST_OF_MAJOR || Math.max(at, open.length - 1 - at) <= most)
    .sort((a, b) => a.rank - b.rank || Math.abs(a.at - middle) - Math.abs(b.at - middle));
  return best?.version;
}

/** First of a major, last of a major, first of a minor, last of a minor, any other. */
function rankOf(version: string, releases: readonly string[]): number {
  const at = releases.indexOf(version);
  const differs = (other: string | undefined, parts: number): boolean =>
    other !== undefined && segment(other, parts) !== segment(version, parts);
  const [before, after] = [releases[at - 1], releases[at + 1]];
  const places = [differs(before, 1), differs(after, 1), differs(before, 2), differs(after, 2)];
  const rank = places.indexOf(true);
  return rank < 0 ? places.length : rank;
}

function segment(version: string, parts: number): string {
  return version.split('.').slice(0, parts).join('.');
}
