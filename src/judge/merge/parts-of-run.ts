import { compareText } from '../../model/compare-text.ts';
import { groupBy } from '../../model/group-by.ts';
import type { MeasuredCombination } from '../../model/measurement.ts';
import type { Measurements, Refused } from '../../model/measurements.ts';
import { platformsOf } from '../../plan/join-plans.ts';

/** Measurements, and the file that they were read from. */
export interface MeasurementsFile {
  readonly file: string;
  readonly document: Measurements;
}

/**
 * The files that are parts of one run, those of one plan together: machines of several platforms
 * each have a plan of their own, unless one was made for all of them.
 */
export function partsOfRun(files: readonly MeasurementsFile[]): {
  readonly groups: readonly (readonly MeasurementsFile[])[];
  readonly refused: Refused[];
} {
  const base = commonest(files, ({ document }) => JSON.stringify(identityOf(document)));
  const refused: Refused[] = [];
  const wheels = commonWheels(files);
  const own: MeasurementsFile[] = [];
  for (const one of files) {
    const reason =
      foreignness(one.document, base.document) ??
      misplaced(one.document) ??
      otherWheel(one.document, wheels);
    if (reason === undefined) own.push(one);
    else refused.push({ what: one.file, reason });
  }
  const planOf = ({ document }: MeasurementsFile) => document.plan.id;
  const groups: (readonly MeasurementsFile[])[] = [];
  let left: readonly MeasurementsFile[] = own;
  const taken = new Map<string, MeasurementsFile>();
  while (left.length > 0) {
    const first = commonest(left, planOf);
    const { group, others } = lookedAlike(left.filter((one) => planOf(one) === planOf(first)));
    refused.push(...others);
    const platforms = platformsOf(first.document.plan);
    const rival = platforms.flatMap((platform) => taken.get(platform) ?? [])[0];
    if (rival === undefined) {
      groups.push(group);
      for (const platform of platforms) taken.set(platform, first);
    } else {
      const [is, other] = [planOf(first), planOf(rival)].map((id) => id.slice(0, 12));
      const reason = `it comes from another run: its plan (${is}) differs from the others' (${other}), and machines of one platform share one: make it with \`plan --json FILE\` (mode plan), and run its parts`;
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

/**
 * Parts of one plan that looked at the same on each platform: where one tested fewer modules, or
 * another smoke code, its combinations would pass for what they are not.
 */
function lookedAlike(files: readonly MeasurementsFile[]): {
  readonly group: readonly MeasurementsFile[];
  readonly others: readonly Refused[];
} {
  const placeOf = ({ document }: MeasurementsFile) =>
    document.measurements[0]?.combination.platform ?? '';
  const others: Refused[] = [];
  for (const place of new Set(files.map(placeOf))) {
    const here = files.filter((one) => placeOf(one) === place);
    const { looked: wanted } = commonest(here, ({ document }) =>
      JSON.stringify(document.looked),
    ).document;
    for (const { file, document } of here) {
      const option = Object.keys({ ...wanted, ...document.looked })
        .toSorted(compareText)
        .find((name) => document.looked?.[name] !== wanted?.[name]);
      if (option === undefined) continue;
      const reason = `it comes from another run: its \`${option}\` differs from the others'`;
      others.push({ what: file, reason });
    }
  }
  const group = files.filter(({ file }) => !others.some(({ what }) => what === file));
  return { group, others };
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

/** What was measured is what the file's own plan has, on a Python of that kind. */
function misplaced({ plan, measurements }: Measurements): string | undefined {
  const planned = new Map(plan.planned.map((one) => [one.id, one]));
  for (const { combination } of measurements) {
    const { id } = combination;
    const own = planned.get(id);
    if (own === undefined) return `it measured ${id}, which its plan does not have`;
    const [is, wanted] = [combination, own].map(whereOf);
    if (is !== wanted) return `it measured ${id} on ${is}, and its plan has it on ${wanted}`;
  }
  return undefined;
}

function whereOf({ python, numpy, platform, interpreter }: MeasuredCombination): string {
  const { implementation, freeThreaded, platform: machine } = interpreter;
  const build = freeThreaded ? `free-threaded ${implementation}` : implementation;
  const place = platform === machine ? machine : `${machine} (${platform})`;
  return `${build} ${python}, NumPy ${numpy}, ${place}`;
}

/** A wheel's name → the file that most of the files have under it: another one is another subject. */
function commonWheels(files: readonly MeasurementsFile[]): ReadonlyMap<string, string> {
  const seen = new Map<string, Map<string, number>>();
  for (const { document } of files) {
    for (const [file, hashes] of wheelsOf(document)) {
      const counts = seen.get(file) ?? new Map<string, number>();
      for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
      seen.set(file, counts);
    }
  }
  return new Map(
    [...seen].flatMap(([file, counts]) => {
      const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
      return most ? [[file, most[0]]] : [];
    }),
  );
}

function otherWheel(
  document: Measurements,
  common: ReadonlyMap<string, string>,
): string | undefined {
  for (const [file, hashes] of wheelsOf(document)) {
    const other = [...hashes].find((hash) => hash !== common.get(file));
    if (other !== undefined)
      return `its ${file} is another file than the others' (SHA-256 ${other.slice(0, 12)}…)`;
  }
  return undefined;
}

/** A wheel's name → the files that were installed under it; of a project, for each Python. */
function wheelsOf({ subject, plan, measurements }: Measurements): ReadonlyMap<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  // Where each shard builds a project anew, builds are seldom equal to the byte.
  if (subject.kind === 'project' && !plan.buildOnce) return found;
  for (const { combination, wheels } of measurements) {
    const { python, platform } = combination;
    for (const { file, sha256 } of wheels) {
      const name = subject.kind === 'project' ? `${file} (Python ${python}, ${platform})` : file;
      found.set(name, (found.get(name) ?? new Set()).add(sha256));
    }
  }
  return found;
}

/** The first of the files that most have in common; of equal numbers, the first file's. */
function commonest(
  files: readonly MeasurementsFile[],
  keyOf: (file: MeasurementsFile) => string,
): MeasurementsFile {
  const [largest] = [...groupBy(files, keyOf).values()].toSorted((a, b) => b.length - a.length);
  const [first] = largest ?? [];
  if (!first) throw new Error('there is nothing to merge');
  return first;
}
