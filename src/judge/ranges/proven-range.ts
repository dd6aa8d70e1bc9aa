import { compare } from '@renovatebot/pep440';
import { minorOf } from '../../packaging/python-name.ts';

/** One measured version: it worked wherever it was tried, or it failed somewhere. */
export interface Point {
  readonly version: string;
  readonly passed: boolean;
}

export interface ProvenRange {
  /** Pasteable PEP 440 specifier that covers nothing untested. */
  readonly specifier: string;
  /** Lower end; `1.23`, or a patch where earlier ones of that series fail. */
  readonly floor: string;
  /** Upper end (exclusive): the first series that fails or was not tried; null: the newest passed. */
  readonly cap: string | null;
  /** A measured failure lies right below, right above: the range really ends there. */
  readonly failsBelow: boolean;
  readonly failsAbove: boolean;
}

interface Series {
  readonly name: string;
  readonly state: 'good' | 'bad' | 'untested' | 'rising' | 'falling';
  /** First passing patch of a rising series, first failing one of a falling series. */
  readonly turn: string | null;
}

/** More exceptions than this make a specifier nobody would paste. */
const MOST_GAPS = 3;

/**
 * The longest stretch of series that were all measured and all passed; the newer of equals.
 * A few untested series inside are left out by `!=`; failures always end a stretch.
 *
 * @param universe all versions that exist (any order); what is not measured is never claimed
 * @returns null when nothing passed
 * @example provenRange([{ version: '1.26.4', passed: true }], ['1.25.2', '1.26.4', '2.0.2'])
 * // { specifier: '>=1.26,<2', … }
 */
export function provenRange(
  points: readonly Point[],
  universe: readonly string[],
): ProvenRange | null {
  const names = [...new Set([...universe, ...points.map(({ version }) => version)].map(minorOf))];
  const series = names.sort(compare).map((name) => seriesOf(name, points));
  const strict = stretches(series, 0);
  const stretch = best([...stretches(series, MOST_GAPS), ...strict]);
  return stretch === undefined ? null : describe(stretch, series);
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

/** Runs of series without a failure inside, with at most so many untested ones between. */
function stretches(series: readonly Series[], mostGaps: number): readonly (readonly Series[])[] {
  const found: Series[][] = [];
  let run: Series[] = [];
  const close = () => {
    while (run.at(-1)?.state === 'untested') {
      run.pop();
    }
    if (run.length > 0) {
      found.push(run);
    }
    run = [];
  };
  for (const each of series) {
    const gaps = run.filter(({ state }) => state === 'untested').length;
    if (each.state === 'bad' || (each.state === 'untested' && gaps >= mostGaps)) {
      close();
    } else if (each.state === 'rising') {
      close();
      run = [each];
    } else if (each.state !== 'untested' || run.length > 0) {
      run.push(each);
      if (each.state === 'falling') {
        close();
      }
    }
  }
  close();
  return found;
}

function best(runs: readonly (readonly Series[])[]): readonly Series[] | undefined {
  const weight = (run: readonly Series[]) => run.filter(({ state }) => state !== 'untested').length;
  return runs.reduce<readonly Series[] | undefined>(
    (winner, run) => (winner === undefined || weight(run) >= weight(winner) ? run : winner),
    undefined,
  );
}

function describe(run: readonly Series[], series: readonly Series[]): ProvenRange | null {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) {
    return null;
  }
  const below = series[series.indexOf(first) - 1];
  const above = series[series.indexOf(last) + 1];
  const floor = first.state === 'rising' ? (first.turn ?? first.name) : first.name;
  const cap = last.state === 'falling' ? last.turn : above === undefined ? null : short(above.name);
  const gaps = run.filter(({ state }) => state === 'untested').map(({ name }) => `!=${name}.*`);
  return {
    specifier: [`>=${floor}`, ...gaps, ...(cap === null ? [] : [`<${cap}`])].join(','),
    floor,
    cap,
    failsBelow: first.state === 'rising' || hasFailed(below),
    failsAbove: last.state === 'falling' || hasFailed(above),
  };
}

function hasFailed(series: Series | undefined): boolean {
  return series !== undefined && series.state !== 'untested' && series.state !== 'good';
}

/** `<2` reads better than `<2.0`, and says the same. */
function short(name: string): string {
  return name.replace(/^(\d+)\.0$/, '$1');
}
