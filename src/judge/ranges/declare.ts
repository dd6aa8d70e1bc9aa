import { compare } from '@renovatebot/pep440';
import { compareNumpy } from '../../model/compare-numpy.ts';
import { minorOf } from '../../packaging/minor.ts';
import { allows } from '../../packaging/specifier.ts';
import { type KnownSeries, type Point, type ProvenRange, seriesAfter } from './proven-range.ts';

/** From where to where a range may go without reaching a failure; untried series lie inside. */
export interface Reach {
  readonly proven: ProvenRange;
  readonly floor: string;
  readonly cap: string;
}

/** The proven stretch, and what passed beside it with no failure between. */
export function reachOf(
  proven: ProvenRange,
  points: readonly Point[],
  series: readonly KnownSeries[],
): Reach {
  const versions = (wanted: boolean) =>
    points
      .filter(({ passed }) => passed === wanted)
      .map(({ version }) => version)
      .sort(compareNumpy);
  const [passed, failed] = [versions(true), versions(false)];
  const below = failed.findLast((one) => compare(one, proven.floor) < 0);
  const above = failed.find((one) => compare(one, proven.cap) >= 0);
  const inside = passed.filter(
    (one) =>
      (below === undefined || compare(one, below) > 0) &&
      (above === undefined || compare(one, above) < 0),
  );
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) {
    return { proven, floor: proven.floor, cap: proven.cap };
  }
  const names = series.map(({ name }) => name);
  return {
    proven,
    floor: below !== undefined && minorOf(below) === minorOf(first) ? first : minorOf(first),
    cap: above !== undefined && minorOf(above) === minorOf(last) ? above : seriesAfter(last, names),
  };
}

/** The declared range, cut where failures were measured and nowhere else: `numpy>=1.23,<2`. */
export function narrowed(declared: string, reach: Reach, failing: readonly string[]): string {
  const { proven, floor, cap } = reach;
  const failsBelow = failing.some((version) => compare(version, floor) < 0);
  const failsAbove = failing.some((version) => compare(version, cap) >= 0);
  const clauses = clausesOf(declared);
  const kept = clauses.filter(
    (clause) => !(failsBelow && isLower(clause)) && !(failsAbove && isUpper(clause)),
  );
  const bottom = failsBelow || !kept.some(isLower) ? [`>=${floor}`] : [];
  const top = failsAbove ? [`<${cap}`] : [];
  // Failures with gaps around them: only the proven range itself is safe to paste.
  return !failsBelow && !failsAbove
    ? `numpy${proven.specifier}`
    : `numpy${[...bottom, ...kept, ...top].join(',')}`;
}

/** The declared range, widened where it forbids what works and nowhere else. */
export function widened(
  declared: string,
  { floor, cap }: Pick<ProvenRange, 'floor' | 'cap'>,
  works: readonly string[],
): string {
  const clauses = clausesOf(declared);
  const kept = clauses.filter((clause) => works.every((version) => allows(clause, version)));
  const gone = clauses.filter((clause) => !kept.includes(clause));
  // `~=1.26` and `==1.26.*` are both ends at once.
  const bottom = gone.some((one) => isLower(one) || isBoth(one)) ? [`>=${floor}`] : [];
  const top = gone.some((one) => isUpper(one)) ? [`<${cap}`] : [];
  return `numpy${[...bottom, ...kept, ...top].join(',')}`;
}

function clausesOf(specifier: string): readonly string[] {
  return specifier === '' ? [] : specifier.split(',').map((clause) => clause.trim());
}

function isLower(clause: string): boolean {
  return clause.startsWith('>');
}

function isUpper(clause: string): boolean {
  return clause.startsWith('<') || isBoth(clause);
}

function isBoth(clause: string): boolean {
  return clause.startsWith('~=') || clause.startsWith('==');
}
