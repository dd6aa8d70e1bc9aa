import { compare } from '@renovatebot/pep440';
import { compareNumpy } from '../model/compare-numpy.ts';
import type { MeasuredCombination, Measurement } from '../model/measurement.ts';
import type { MeasuredPlan, Measurements, NotTested, NumpySeries } from '../model/measurements.ts';

/** Measurements, and the file that they were read from. */
export interface MeasurementsFile {
  readonly file: string;
  readonly document: Measurements;
}

/** All shards as one run. */
export interface Merged {
  readonly measurements: Measurements;
  /** What could not be taken in, and why: with any of it, the run is not green. */
  readonly refused: readonly NotTested[];
}

/**
 * Puts the measurements of one run together again, in whatever order its parts come. Parts of
 * another run are refused, each with the reason; what is missing is missing in the result, too.
 *
 * @param files at least one; the identity that most of them share is the run's
 */
export function mergeMeasurements(files: readonly MeasurementsFile[]): Merged {
  const ordered = files.toSorted((a, b) => compareText(a.file, b.file));
  const base = commonest(ordered);
  const refused: NotTested[] = [];
  const taken: MeasurementsFile[] = [];
  const wheels = new Map<string, string>();
  for (const one of ordered) {
    const reason = foreignness(one.document, base.document) ?? otherWheel(one.document, wheels);
    if (reason === undefined) taken.push(one);
    else refused.push({ what: one.file, reason });
  }
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
  const plan = mergedPlan(documents, base.document.plan);
  return {
    refused,
    measurements: {
      ...base.document,
      subject: {
        ...base.document.subject,
        version: documents.find(({ subject }) => subject.version !== null)?.subject.version ?? null,
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

/** What makes two documents parts of one run. */
function identityOf({ tool, plan, subject, settings }: Measurements) {
  return {
    'version of numpy-abi-matrix': tool.version,
    subject: `${subject.kind} ${subject.name}`,
    commit: subject.commit ?? 'none',
    plan: plan.id,
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

function commonest(files: readonly MeasurementsFile[]): MeasurementsFile {
  const groups = new Map<string, MeasurementsFile[]>();
  for (const one of files) {
    const key = JSON.stringify(identityOf(one.document));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const [largest] = [...groups.values()].toSorted((a, b) => b.length - a.length);
  const [first] = largest ?? [];
  if (!first) throw new Error('there is nothing to merge');
  return first;
}

/** The plan; bisect may have added to it in some parts. */
function mergedPlan(documents: readonly Measurements[], base: MeasuredPlan): MeasuredPlan {
  const planned = new Map<string, MeasuredCombination>();
  for (const { plan } of documents) for (const one of plan.planned) planned.set(one.id, one);
  const known = new Set(base.planned.map(({ id }) => id));
  const rank = new Map<string, number>();
  for (const { python } of base.planned) if (!rank.has(python)) rank.set(python, rank.size);
  const extra = [...planned.values()].filter(({ id }) => !known.has(id));
  const all = [...base.planned.flatMap(({ id }) => planned.get(id) ?? []), ...extra];
  return {
    ...base,
    planned:
      extra.length === 0
        ? all
        : all.toSorted(
            (a, b) =>
              (rank.get(a.python) ?? 0) - (rank.get(b.python) ?? 0) ||
              compareNumpy(a.numpy, b.numpy),
          ),
    excluded: base.excluded.filter(({ id }) => !planned.has(id)),
  };
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
