import { compare } from '@renovatebot/pep440';
import { minorOf } from '../../packaging/minor.ts';

/** One measured version: it worked wherever it was tried, or it failed somewhere. */
export interface Point {
  readonly version: string;
  readonly passed: boolean;
}

/** A minor series that exists. What cannot be installed leaves no gap in a range. */
export interface KnownSeries {
  readonly name: string;
  readonly installable: boolean;
}

export interface ProvenRange {
  /** Pasteable PEP 440 specifier that covers nothing untested. */
  readonly specifier: string;
  /** Lower end; `1.23`, or a patch where earlier ones of that series fail. */
  readonly floor: string;
  /** Upper end (exclusive): the series, or the patch, after the newest that passed. */
  readonly cap: string;
  /** A measured failure lies right below, right above: the range really ends there. */
  readonly failsBelow: boolean;
  readonly failsAbove: boolean;
}

/** What may be said of all that was measured. */
export interface Proven {
  /** The longest stretch of series that were all tried and all passed; the newer of equals. */
  readonly longest: ProvenRange | null;
  /** That stretch, where it is all that passed: then it is the range. */
  readonly range: ProvenRange | null;
  /** Names of the series that passed, ascending. */
  readonly tested: readonly string[];
  /** Names of installable series between those that were not tried. */
  readonly untested: readonly string[];
}

interface Series {
  readonly name: string;
  readonly state: 'good' | 'bad' | 'untested' | 'rising' | 'falling';
  /** First passing patch of a rising series, first failing one of a falling series. */
  readonly turn: string | null;
}

/**
 * A range is claimed only where every series in it that exists and installs was tried and passed.
 *
 * @param universe all series that exist, in any order
 * @example proven([{ version: '1.26.4', passed: true }], [{ name: '1.26', installable: true }, { name: '2.0', installable: true }]).range?.specifier // '>=1.26,<2'
 */
export function proven(points: readonly Point[], universe: readonly KnownSeries[]): Proven {
  const measured = new Set(points.map(({ version }) => minorOf(version)));
  const known = universe.filter(({ name, installable }) => installable || measured.has(name));
  const names = [...new Set([...known.map(({ name }) => name), ...measured])].sort(compare);
  const all = [...new Set([...universe.map(({ name }) => name), ...measured])].sort(compare);
  const series = names.map((name) => seriesOf(name, points));
  const runs = stretches(series);
  const longest = runs.reduce<readonly Series[] | undefined>(
    (winner, run) => (winner === undefined || run.length >= winner.length ? run : winner),
    undefined,
  );
  const described = longest === undefined ? null : describe(longest, series, all);
  const passed = series.filter(({ state }) => state !== 'untested' && state !== 'bad');
  const [first, last] = [passed[0], passed.at(-1)];
  const between = first && last ? series.slice(series.indexOf(first), series.indexOf(last)) : [];
  return {
    longest: described,
    range: runs.length === 1 ? described : null,
    tested: passed.map(({ name }) => name),
    untested: between.filter(({ state }) => state === 'untested').map(({ name }) => name),
  };
}

function seriesOf(name: string, points: readonly Point[]): Series {
  const inside = points
    .filter(({ version }) => minorOf(version) === name)
    .toSorted((a, b) => compare(a.version, b.version));
  const passed = inside.filter((point) => point.passed);
  const failed = inside.filter((point) => !point.passed);
  const [firstPass, lastPass] = [passed[0]?.version, passed.at(-1)?.version];
  const [firstFail, lastFail] = [failed[0]?.version, failed.at(-1)?.version];
  if (firstPass === undefined || lastPass === undefined) {
    return { name, state: inside.length === 0 ? 'untested' : 'bad', turn: null };
  }
  if (firstFail === undefined || lastFail === undefined) {
    return { name, state: 'good', turn: null };
  }
  if (compare(lastFail, firstPass) < 0) {
    return { name, state: 'rising', turn: firstPass };
  }
  return compare(lastPass, firstFail) < 0
    ? { name, state: 'falling', turn: firstFail }
    : { name, state: 'bad', turn: null };
}

/** Runs of series that passed, with nothing between them. */
function stretches(series: readonly Series[]): readonly (readonly Series[])[] {
  const found: Series[][] = [];
  let run: Series[] = [];
  const close = () => {
    if (run.length > 0) found.push(run);
    run = [];
  };
  for (const each of series) {
    if (each.state === 'bad' || each.state === 'untested' || each.state === 'rising') close();
    if (each.state === 'bad' || each.state === 'untested') continue;
    run.push(each);
    if (each.state === 'falling') close();
  }
  close();
  return found;
}

function describe(
  run: readonly Series[],
  series: readonly Series[],
  all: readonly string[],
): ProvenRange | null {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return null;
  const below = series[series.indexOf(first) - 1];
  const above = series[series.indexOf(last) + 1];
  const floor = first.state === 'rising' ? (first.turn ?? first.name) : first.name;
  const next = seriesAfter(last.name, all);
  const cap = last.state === 'falling' ? (last.turn ?? next) : next;
  return {
    specifier: `>=${floor},<${cap}`,
    floor,
    cap,
    failsBelow: first.state === 'rising' || hasFailed(below),
    failsAbove: last.state === 'falling' || hasFailed(above),
  };
}

/**
 * The upper bound that lets in a version's series and nothing after it.
 *
 * @param names all series that exist, in any order
 * @example seriesAfter('1.26.4', ['1.25', '1.26', '2.0']) // '2'
 */
export function seriesAfter(version: string, names: readonly string[]): string {
  const own = minorOf(version);
  const next = names.toSorted(compare).find((name) => compare(name, own) > 0);
  if (next !== undefined) return short(next);
  // Nothing newer exists, and nothing newer is claimed.
  const [major = '0', minor = '0'] = own.split('.');
  return `${major}.${Number(minor) + 1}`;
}

function hasFailed(series: Series | undefined): boolean {
  return series !== undefined && series.state !== 'untested' && series.state !== 'good';
}

/** `<2` reads better than `<2.0`, and says the same. */
function short(name: string): string {
  return name.replace(/^(\d+)\.0$/, '$1');
}
