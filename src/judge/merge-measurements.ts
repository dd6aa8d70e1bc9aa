import { compare } from '@renovatebot/pep440';
import type { Combination } from '../model/combination.ts';
import { compareNumpy } from '../model/compare-numpy.ts';
import type { MeasuredCombination, Measurement } from '../model/measurement.ts';
import type { MeasuredPlan, Measurements, NumpySeries, Refused } from '../model/measurements.ts';
import type { SubjectFacts } from '../model/subject-facts.ts';
import { combinationOn, joinPlans, platformsOf } from '../plan/join-plans.ts';
import { partName, shardsOf } from '../plan/shards.ts';

/** Measurements, and the file that they were read from. */
export interface MeasurementsFile {
  readonly file: string;
  readonly document: Measurements;
}

/** Why a part of the plan is not there. */
const LOST = 'it left no measurements: it was stopped, failed, or never began';

/** All shards as one run. */
export interface Merged {
  readonly measurements: Measurements;
  /** What could not be taken in, and why: with any of it, the run is not green. */
  readonly refused: readonly Refused[];
}

/**
 * Puts the measurements of one run together again, in whatever order its parts come. Parts of
 * another run are refused, each with the reason; what is missing is missing in the result, too.
 *
 * @param files at least one; the identity that most of them share is the run's
 */
export function mergeMeasurements(files: readonly MeasurementsFile[]): Merged {
  const ordered = files.toSorted((a, b) => compareText(a.file, b.file));
  const { groups, refused } = runOf(ordered);
  const named = groups.length === 1 ? groups : groups.map((group) => group.map(onItsPlatform));
  const taken = named.flat();
  const [base] = taken;
  if (!base) throw new Error('there is nothing to merge');
  const measured = new Map<string, { readonly file: string; readonly measurement: Measurement }>();
  for (const { file, document } of taken) {
    for (const measurement of document.measurements) {
      const { id } = measurement.combination;
      const earlier = measured.get(id);
      // A shard says "skipped" of what other shards run.
      if (earlier === undefined || earlier.measurement.state.kind === 'skipped') {
        measured.set(id, { file, measurement });
      } else if (measurement.state.kind !== 'skipped') {
        const reason = `${id} is measured in ${earlier.file}, too: which of them counts cannot be told`;
        refused.push({ what: file, reason });
      }
    }
  }
  const documents = taken.map(({ document }) => document);
  const plan = wholePlan(named);
  for (const group of named) refused.push(...lostParts(group, measured));
  return {
    refused,
    measurements: {
      ...base.document,
      subject: {
        ...base.document.subject,
        version: documents.find(({ subject }) => subject.version !== null)?.subject.version ?? null,
        facts: mergedFacts(documents),
      },
      plan,
      numpy: mergedSeries(documents),
      pythons: union(documents, ({ pythons }) => pythons).toSorted(compare),
      sources: {
        uninitialised: Object.assign({}, ...documents.map(({ sources }) => sources.uninitialised)),
        extensions: unionBy(documents, ({ sources }) => sources.extensions),
      },
      measurements: plan.planned.flatMap(({ id }) => measured.get(id)?.measurement ?? []),
      bisected: unionBy(documents, ({ bisected }) => bisected),
      advice: unionBy(documents, ({ advice }) => advice),
      notices: union(documents, ({ notices }) => notices),
      notTested: unionBy(documents, ({ notTested }) => notTested),
      seconds: summed(documents),
      ...timesOf(documents),
    },
  };
}

/**
 * The files that are parts of one run, those of one plan together: machines of several platforms
 * each have a plan of their own, unless one was made for all of them.
 */
function runOf(files: readonly MeasurementsFile[]): {
  readonly groups: readonly (readonly MeasurementsFile[])[];
  readonly refused: Refused[];
} {
  const base = commonest(files, ({ document }) => JSON.stringify(identityOf(document)));
  const refused: Refused[] = [];
  const wheels = new Map<string, string>();
  const own: MeasurementsFile[] = [];
  for (const one of files) {
    const reason = foreignness(one.document, base.document) ?? otherWheel(one.document, wheels);
    if (reason === undefined) own.push(one);
    else refused.push({ what: one.file, reason });
  }
  const planOf = ({ document }: MeasurementsFile) => document.plan.id;
  const groups: (readonly MeasurementsFile[])[] = [];
  let left: readonly MeasurementsFile[] = own;
  const taken = new Map<string, MeasurementsFile>();
  while (left.length > 0) {
    const first = commonest(left, planOf);
    const group = left.filter((one) => planOf(one) === planOf(first));
    const platforms = platformsOf(first.document.plan);
    const rival = platforms.flatMap((platform) => taken.get(platform) ?? [])[0];
    if (rival === undefined) {
      groups.push(group);
      for (const platform of platforms) taken.set(platform, first);
    } else {
      const [is, other] = [planOf(first), planOf(rival)].map((id) => id.slice(0, 12));
      const reason = `it comes from another run: its plan (${is}) differs from the others' (${other})`;
      refused.push(...group.map(({ file }) => ({ what: file, reason })));
    }
    left = left.filter((one) => planOf(one) !== planOf(first));
  }
  const platformOf = (group: readonly MeasurementsFile[]) =>
    group.flatMap(({ document }) => platformsOf(document.plan))[0] ?? '';
  return {
    groups: groups.toSorted((a, b) => compareText(platformOf(a), platformOf(b))),
    refused: refused.toSorted((a, b) => compareText(a.what, b.what)),
  };
}

/** What was measured on a platform of several, with ids that say which. */
function onItsPlatform({ file, document }: MeasurementsFile): MeasurementsFile {
  const { plan, measurements } = document;
  if (platformsOf(plan).length > 1) return { file, document };
  const named = <C extends Combination>(one: C): C => combinationOn(one, one.platform);
  return {
    file,
    document: {
      ...document,
      plan: {
        ...plan,
        planned: plan.planned.map(named),
        excluded: plan.excluded.map(named),
        missing: plan.missing.map(named),
      },
      measurements: measurements.map((one) => ({ ...one, combination: named(one.combination) })),
    },
  };
}

function wholePlan(groups: readonly (readonly MeasurementsFile[])[]): MeasuredPlan {
  const plans = groups.flatMap((group) => {
    const documents = group.map(({ document }) => document);
    return documents[0] ? [mergedPlan(documents, documents[0].plan)] : [];
  });
  const [first, ...others] = plans;
  if (!first) throw new Error('there is nothing to merge');
  if (others.length === 0) return first;
  const joined = joinPlans(plans.map((plan) => ({ plan, runner: null })));
  if (joined.kind === 'twice') throw new Error(`${joined.platform} is in two plans`);
  return { id: plans.map(({ id }) => id).join('+'), ...joined.plan };
}

/** Parts of a cut plan of which nothing came back: each by its name. */
function lostParts(
  group: readonly MeasurementsFile[],
  measured: ReadonlyMap<string, unknown>,
): readonly Refused[] {
  const plan = group.find(({ document }) => document.plan.shards !== undefined)?.document.plan;
  if (plan?.shards === undefined) return [];
  const { planned, shards: count } = plan;
  const parts = shardsOf(planned, count);
  const there = new Set(parts.filter((_, at) => measured.has(planned[at]?.id ?? '')));
  return [...new Set(parts)]
    .filter((part) => !there.has(part))
    .sort((a, b) => a - b)
    .map((index) => ({
      what: partName(planned, { index, count }),
      reason: LOST,
      lost: true as const,
    }));
}

/** What makes two documents parts of one run. */
function identityOf({ tool, subject, settings }: Measurements) {
  return {
    'version of numpy-abi-matrix': tool.version,
    subject: `${subject.kind} ${subject.name}`,
    commit: subject.commit ?? 'none',
    settings: JSON.stringify(settings),
  };
}

function foreignness(document: Measurements, base: Measurements): string | undefined {
  const own = Object.entries(identityOf(document));
  const wanted = new Map(Object.entries(identityOf(base)));
  const [name, is] = own.find(([field, value]) => wanted.get(field) !== value) ?? [];
  if (name !== undefined) {
    const shown = (value = '') => (name === 'settings' ? '' : ` (${value.slice(0, 60)})`);
    return `it comes from another run: its ${name}${shown(is)} differs from the others'${shown(wanted.get(name))}`;
  }
  const [a, b] = [document.subject.version, base.subject.version];
  return a === null || b === null || a === b
    ? undefined
    : `it measured version ${a} of ${document.subject.name}, the others ${b}`;
}

/** A wheel's name stands for one file; another under the same name is another subject. */
function otherWheel(
  { measurements, subject }: Measurements,
  seen: Map<string, string>,
): string | undefined {
  // A project is built by each shard anew, and builds are seldom equal to the byte.
  if (subject.kind === 'project') return undefined;
  for (const { file, sha256 } of measurements.flatMap(({ wheels }) => wheels)) {
    const known = seen.get(file) ?? sha256;
    seen.set(file, known);
    if (known !== sha256)
      return `its ${file} is another file than the others' (SHA-256 ${sha256.slice(0, 12)}…)`;
  }
  return undefined;
}

/** The first of the files that most have in common; of equal numbers, the first file's. */
function commonest(
  files: readonly MeasurementsFile[],
  keyOf: (file: MeasurementsFile) => string,
): MeasurementsFile {
  const groups = new Map<string, MeasurementsFile[]>();
  for (const one of files) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  const [largest] = [...groups.values()].toSorted((a, b) => b.length - a.length);
  const [first] = largest ?? [];
  if (!first) throw new Error('there is nothing to merge');
  return first;
}

/** Each shard knows of the releases that its own Pythons get. */
function mergedFacts(documents: readonly Measurements[]): readonly SubjectFacts[] {
  const [first] = documents;
  return (first?.subject.facts ?? []).map((one) => {
    const all = documents.flatMap(({ subject }) =>
      subject.facts.flatMap(({ name, onPython }) =>
        name === one.name && onPython !== undefined ? [onPython] : [],
      ),
    );
    return all.length === 0 ? one : { ...one, onPython: Object.assign({}, ...all.toReversed()) };
  });
}

/** The plan; bisect may have added to it in some parts. */
function mergedPlan(documents: readonly Measurements[], base: MeasuredPlan): MeasuredPlan {
  const planned = new Map<string, MeasuredCombination>();
  for (const { plan } of documents) for (const one of plan.planned) planned.set(one.id, one);
  const known = new Set(base.planned.map(({ id }) => id));
  const rank = new Map<string, number>();
  for (const one of base.planned) if (!rank.has(rowOf(one))) rank.set(rowOf(one), rank.size);
  const extra = [...planned.values()].filter(({ id }) => !known.has(id));
  const all = [...base.planned.flatMap(({ id }) => planned.get(id) ?? []), ...extra];
  return {
    ...base,
    planned:
      extra.length === 0
        ? all
        : all.toSorted(
            (a, b) =>
              (rank.get(rowOf(a)) ?? 0) - (rank.get(rowOf(b)) ?? 0) ||
              compareNumpy(a.numpy, b.numpy),
          ),
    excluded: base.excluded.filter(({ id }) => !planned.has(id)),
  };
}

function rowOf({ platform, python }: Combination): string {
  return JSON.stringify([platform, python]);
}

function mergedSeries(documents: readonly Measurements[]): readonly NumpySeries[] {
  const found = new Map<string, NumpySeries>();
  for (const { numpy } of documents) {
    for (const { name, releases, installable } of numpy) {
      const earlier = found.get(name);
      found.set(name, {
        name,
        releases: [...new Set([...(earlier?.releases ?? []), ...releases])].toSorted(compare),
        installable: installable || (earlier?.installable ?? false),
      });
    }
  }
  return [...found.values()].toSorted((a, b) => compare(a.name, b.name));
}

function union<T>(
  documents: readonly Measurements[],
  of: (document: Measurements) => readonly T[],
): readonly T[] {
  return [...new Set(documents.flatMap(of))];
}

function unionBy<T>(
  documents: readonly Measurements[],
  of: (document: Measurements) => readonly T[],
): readonly T[] {
  return [...new Map(documents.flatMap(of).map((one) => [JSON.stringify(one), one])).values()];
}

/** Time lines of several machines do not lie on one axis. */
function timesOf(documents: readonly Measurements[]): Pick<Measurements, 'timeline' | 'jobs'> {
  const [only, ...others] = documents;
  if (only === undefined || others.length > 0) return {};
  const { timeline, jobs } = only;
  return { ...(timeline ? { timeline } : {}), ...(jobs === undefined ? {} : { jobs }) };
}

function summed(documents: readonly Measurements[]): Measurements['seconds'] {
  const found: Record<string, number> = {};
  for (const { seconds } of documents) {
    for (const [stage, spent] of Object.entries(seconds))
      found[stage] = (found[stage] ?? 0) + spent;
  }
  return found;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
