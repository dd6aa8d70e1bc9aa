import { compare } from '@renovatebot/pep440';
import { listSome } from '../../escape/plural.ts';
import { compareText } from '../../model/compare-text.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { Measurements, NumpySeries, Refused } from '../../model/measurements.ts';
import type { SubjectFacts } from '../../model/subject-facts.ts';
import { lostParts, onItsPlatform, wholePlan } from './merged-plan.ts';
import { type MeasurementsFile, partsOfRun } from './parts-of-run.ts';

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
 * @param unfit what was refused before
 */
export function mergeMeasurements(
  files: readonly MeasurementsFile[],
  unfit: readonly Measurements[] = [],
): Merged {
  const ordered = files.toSorted((a, b) => compareText(a.file, b.file));
  const { groups, refused } = partsOfRun(ordered);
  const named = groups.length === 1 ? groups : groups.map((group) => group.map(onItsPlatform));
  const taken = named.flat();
  const [base] = taken;
  if (!base) throw new Error('there is nothing to merge');
  const { measured, twice } = onceEach(taken);
  refused.push(...twice);
  const documents = taken.map(({ document }) => document);
  const plan = wholePlan(named);
  const { timeline, jobs, ...own } = base.document;
  const kept = new Set(taken.map(({ file }) => file));
  const others = ordered.flatMap(({ file, document }) => (kept.has(file) ? [] : [document]));
  for (const group of named) refused.push(...lostParts(group, measured, [...unfit, ...others]));
  return {
    refused,
    measurements: {
      ...own,
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
        emptyTables: Object.assign({}, ...documents.map(({ sources }) => sources.emptyTables)),
        extensions: unionBy(documents, ({ sources }) => sources.extensions),
        defined: unionBy(documents, ({ sources }) => sources.defined ?? []),
      },
      measurements: plan.planned.flatMap(({ id }) => measured.get(id)?.measurement ?? []),
      bisected: unionBy(documents, ({ bisected }) => bisected),
      advice: unionBy(documents, ({ advice }) => advice),
      notices: union(documents, ({ notices }) => notices),
      notTested: unionBy(documents, ({ notTested }) => notTested),
      seconds: summed(documents),
      // Time lines of several machines do not lie on one axis.
      ...(documents.length === 1 && { ...(timeline && { timeline }), ...(jobs && { jobs }) }),
    },
  };
}

interface Kept {
  readonly file: string;
  readonly measurement: Measurement;
}

/** One measurement of each combination, and the files that have another one of some. */
function onceEach(files: readonly MeasurementsFile[]) {
  const measured = new Map<string, Kept>();
  const twice: Refused[] = [];
  for (const { file, document } of files) {
    const doubled: { readonly id: string; readonly earlier: string }[] = [];
    for (const measurement of document.measurements) {
      const { id } = measurement.combination;
      const earlier = measured.get(id);
      if (earlier === undefined || weightOf(measurement) > weightOf(earlier.measurement)) {
        measured.set(id, { file, measurement });
      } else if (weightOf(measurement) === MEASURED) {
        doubled.push({ id, earlier: earlier.file });
      }
    }
    // One entry a file: they are counted as files.
    if (doubled.length > 0) twice.push({ what: file, reason: toldTwice(doubled) });
  }
  return { measured, twice };
}

function toldTwice(doubled: readonly { readonly id: string; readonly earlier: string }[]): string {
  const ids = listSome(
    doubled.map(({ id }) => id),
    3,
  );
  const earlier = listSome([...new Set(doubled.map((one) => one.earlier))], 3);
  const verb = doubled.length === 1 ? 'is' : 'are';
  return `${ids} ${verb} measured in ${earlier}, too: which of them counts cannot be told`;
}

const MEASURED = 2;

/** A shard says "skipped" of what it did not come to; bisect may try what is another shard's. */
function weightOf({ state, tried }: Measurement): number {
  if (state.kind === 'skipped') return 0;
  return tried ? 1 : MEASURED;
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

/** In whole milliseconds, whose sum does not depend on the order of the files. */
function summed(documents: readonly Measurements[]): Measurements['seconds'] {
  const found: Record<string, number> = {};
  for (const { seconds } of documents) {
    for (const [stage, spent] of Object.entries(seconds))
      found[stage] = (found[stage] ?? 0) + Math.round(spent * 1000);
  }
  return Object.fromEntries(Object.entries(found).map(([stage, spent]) => [stage, spent / 1000]));
}
