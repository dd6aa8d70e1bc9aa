import type { NumpySpec } from '../model/numpy-spec.ts';
import { type Release, seriesOf } from '../packaging/releases.ts';
import { type SpecProblem, specProblem } from '../packaging/spec-problem.ts';
import { allows } from '../packaging/specifier.ts';

/**
 * One wish for a NumPy: the first candidate that installs and is allowed on a Python is planned
 * there. When none is, `representative` is shown as excluded, with its reason.
 */
export interface Slot {
  readonly candidates: readonly Release[];
  readonly representative: Release;
  /** Named exactly by the user: also when it was withdrawn. */
  readonly exact: boolean;
  /** SPEC 0 also says which Pythons a project supports at a date. */
  readonly spec0: boolean;
  /** Its candidates are on the nightly index. */
  readonly nightly?: true;
  /** The user named this very NumPy: none to be had is a failure, not a gap in a range. */
  readonly named?: true;
}

export interface SlotOptions {
  /** Releases of NumPy, oldest first. */
  readonly releases: readonly Release[];
  /** Oldest release that the metadata allows on any Python; null without such a floor. */
  readonly floor: string | null;
  /** Releases on the nightly index, oldest first. */
  readonly nightly: readonly Release[];
  /** ISO date. */
  readonly today: string;
}

const SPEC0_NUMPY_MONTHS = 24;

/**
 * @returns the wishes that a spec stands for, or what is wrong with it on this index
 */
export function slotsOf(spec: NumpySpec, options: SlotOptions): readonly Slot[] | SpecProblem {
  const stable = options.releases.filter((release) => !release.prerelease && !release.yanked);
  const declared = fromFloor(stable, options.floor);
  const none = () =>
    specProblem(`no release of NumPy matches ${JSON.stringify(spec.text)}`, released(stable));
  const filled = (slots: readonly Slot[]) => (slots.length === 0 ? none() : slots);
  switch (spec.kind) {
    case 'none':
      return [];
    case 'auto':
      return filled(seriesSlots(declared));
    case 'oldest':
      return filled(slot(declared, declared.at(-1)));
    case 'latest':
      return filled(slot(declared.toReversed()));
    case 'prerelease':
      return filled(slot(options.releases.filter((each) => !each.yanked).toReversed()));
    case 'nightly':
      return options.nightly.length === 0
        ? specProblem(
            'the nightly index has no NumPy',
            'Check nightly-index: it must be the address of a simple index with nightly wheels',
          )
        : slot(options.nightly.toReversed()).map((each) => ({
            ...each,
            nightly: true,
            named: true,
          }));
    case 'edges':
      return filled(edgeSlots(declared));
    case 'spec0': {
      const since = monthsBefore(options.today, SPEC0_NUMPY_MONTHS);
      const series = seriesSlots(stable).filter((each) => (firstUpload(each) ?? '') >= since);
      return filled(series.map((each) => ({ ...each, spec0: true })));
    }
    case 'minor': {
      const patches = stable.filter((r) => r.major === spec.major && r.minor === spec.minor);
      return patches.length > 0
        ? slot(patches.toReversed()).map((each) => ({ ...each, named: true }))
        : missing(`${spec.major}.${spec.minor}`, options.releases, 'series');
    }
    case 'exact': {
      const release = options.releases.find((each) => allows(`==${spec.version}`, each.version));
      return release === undefined
        ? missing(spec.version, options.releases, 'release')
        : slot([release]).map((each) => ({ ...each, exact: true, named: true }));
    }
    case 'range': {
      // A range that names a pre-release (`>=2.5.0rc1`) asks for pre-releases, as PEP 440 says.
      const pool = /\d(?:a|b|rc|\.?dev)\d/.test(spec.specifier)
        ? options.releases.filter((each) => !each.yanked)
        : stable;
      return filled(seriesSlots(pool.filter((each) => allows(spec.specifier, each.version))));
    }
    default:
      return spec satisfies never;
  }
}

function fromFloor(stable: readonly Release[], floor: string | null): readonly Release[] {
  return floor === null ? stable : stable.filter(({ version }) => allows(`>=${floor}`, version));
}

function slot(candidates: readonly Release[], shown = candidates[0]): readonly Slot[] {
  return shown === undefined
    ? []
    : [{ candidates, representative: shown, exact: false, spec0: false }];
}

/** One slot for each series, its newest patch first. */
function seriesSlots(releases: readonly Release[]): readonly Slot[] {
  const series = new Map<string, Release[]>();
  for (const release of releases) {
    const name = seriesOf(release);
    series.set(name, [release, ...(series.get(name) ?? [])]);
  }
  return [...series.values()].flatMap((patches) => slot(patches));
}

/** Where the C ABI really changes: the oldest, the newest 1.x, the first and the newest 2.x. */
function edgeSlots(releases: readonly Release[]): readonly Slot[] {
  const majors = [...new Set(releases.map(({ major }) => major))];
  return [
    ...slot(releases, releases.at(-1)),
    ...majors.flatMap((major) => {
      const inside = releases.filter((release) => release.major === major);
      const newest = slot(inside.toReversed());
      return major < 2 ? newest : [...slot(inside), ...newest];
    }),
  ];
}

function firstUpload({ candidates }: Slot): string | null {
  return candidates.at(-1)?.uploaded ?? null;
}

/** @example monthsBefore('2026-11-23', 24) // '2024-11-23' */
export function monthsBefore(date: string, months: number): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString().slice(0, 10);
}

function missing(
  wanted: string,
  releases: readonly Release[],
  what: 'series' | 'release',
): SpecProblem {
  const stable = releases.filter(({ prerelease, yanked }) => !prerelease && !yanked);
  if (stable.length === 0) {
    return specProblem(
      `NumPy ${wanted} cannot be had`,
      `${released(stable)}. Set the index that has it, and no no-index beside it`,
    );
  }
  const known = what === 'series' ? newestOfEach(stable) : stable;
  const after = known.findIndex(({ version }) => allows(`>${wanted}`, version));
  const at = after < 0 ? known.length : after;
  const near = known.slice(Math.max(0, at - 2), at + 1).map(({ version }) => version);
  const guess = known[at - 1] ?? known[0];
  const name = guess === undefined ? '' : what === 'series' ? seriesOf(guess) : guess.version;
  const before = at > 2 ? '… ' : '';
  const behind = at + 1 < known.length ? ' …' : '';
  return specProblem(
    `NumPy ${wanted} does not exist`,
    `Released: ${before}${near.join(', ')}${behind}. Did you mean ${name}?`,
  );
}

function newestOfEach(stable: readonly Release[]): readonly Release[] {
  return [...new Map(stable.map((release) => [seriesOf(release), release])).values()];
}

function released(stable: readonly Release[]): string {
  const newest = newestOfEach(stable).map(({ version }) => version);
  return newest.length === 0
    ? 'The index has no release of NumPy with files'
    : `Released: ${newest[0]} to ${newest.at(-1)}`;
}
