import type { Combination } from '../../model/combination.ts';
import type { Culprit, Finding } from '../../model/finding.ts';
import { groupBy } from '../../model/group-by.ts';
import { makeFinding } from '../../model/make-finding.ts';
import { ofEach } from '../../model/of-each.ts';
import { orderFindings } from '../../model/order-findings.ts';
import { SMOKE } from '../../model/result.ts';
import { compareMinors } from '../../packaging/numpy-releases.ts';
import type { Diagnosis } from '../diagnose/diagnosis.ts';
import { highestFloor } from '../diagnose/required-floor.ts';
import { type Known, scopeFacts, scopeOf } from './scope-of.ts';
import { tellFinding } from './tell-finding.ts';
import { toldBetter } from './told-better.ts';

/** A diagnosis, and where it was made. */
export interface DiagnosedOutcome {
  readonly diagnosis: Diagnosis;
  /** Name of the module under test, or `<smoke>`. */
  readonly module: string;
  readonly combination: Combination;
}

/** A module that passed under a combination. */
export type PassedOutcome = Omit<DiagnosedOutcome, 'diagnosis'>;

const NOTHING_MORE: Known = { bisected: [], advice: [] };

/**
 * Folds equal diagnoses over modules and combinations: one culprit distribution with one kind and
 * one cause is one finding, however many modules it takes down and under however many NumPys. Its
 * words are told here, once, with all that it covers.
 *
 * @param items in plan order
 * @param passes what passed, for "works on …"
 * @returns findings without a location, worst first
 */
export function foldFindings(
  items: readonly DiagnosedOutcome[],
  passes: readonly PassedOutcome[] = [],
  known: Known = NOTHING_MORE,
): readonly Finding[] {
  const isToldBetter = toldBetter(items);
  const kept = items.filter((item) => !isToldBetter(item));
  const cause = ofEach(causeOf);
  const groups = groupBy(kept, (item) => cause(item.diagnosis));
  const passed = groupBy(passes, ({ module }) => module);
  const floors = new Set(kept.map(({ diagnosis }) => diagnosis.floor));
  const all = { ...known, floor: highestFloor([...floors, known.floor ?? null]) };
  return orderFindings([...groups.values()].map((group) => foldGroup(group, passed, all)));
}

const HIDDEN: readonly string[] = ['swallowed', 'latent-np1'];

function causeOf({ kind, severity, culprit, inner, key }: Diagnosis): string {
  const who = culprit.distribution ?? culprit.module ?? culprit.file;
  return JSON.stringify([kind, severity, who, inner, key]);
}

function foldGroup(
  group: readonly DiagnosedOutcome[],
  passed: ReadonlyMap<string, readonly PassedOutcome[]>,
  known: Known,
): Finding {
  const first = mostFrequent(group);
  const targets = new Set(group.map((item) => item.module));
  const here = unique(group.map((item) => item.combination));
  const ids = new Set(here.map((one) => one.id));
  const works = [...targets].some((module) =>
    passed.get(module)?.some(({ combination }) => !ids.has(combination.id)),
  );
  const modules = modulesOf(group);
  const diagnoses = [...new Set(group.map((item) => item.diagnosis))];
  const versions = new Set(diagnoses.map((one) => one.culprit.version));
  const culprit = versions.size === 1 ? first.culprit : { ...first.culprit, version: null };
  const found = { ...first, culprit, combinations: here.map((one) => one.id) };
  const culprits = [...new Set(diagnoses.flatMap((one) => one.culprit.module ?? []))];
  const scope = scopeOf(found, { modules, culprits, here, works }, known);
  return makeFinding(
    { ...first, id: first.kind },
    {
      ...found,
      ...tellFinding(first, scope),
      category: categoryOf(first, here, works),
      facts: { ...first.facts, ...scopeFacts(scope) },
      modules,
    },
  );
}

/** What a swallowed failure or a lazy user concerns is that file, not who imported it. */
function modulesOf(group: readonly DiagnosedOutcome[]): readonly string[] {
  const names = group.map(({ diagnosis, module }) =>
    HIDDEN.includes(diagnosis.kind) ? (diagnosis.culprit.module ?? module) : module,
  );
  const own = [...new Set(names)].filter((name) => name !== '').sort();
  // The smoke code fails with the modules that it calls; alone it is what failed.
  return own.length > 1 ? own.filter((name) => name !== SMOKE) : own;
}

/** Whoever asks for the newest NumPy: what helps it helps the others. Of those the most frequent. */
function mostFrequent(all: readonly DiagnosedOutcome[]): Diagnosis {
  const floor = highestFloor([...new Set(all.map(({ diagnosis }) => diagnosis.floor))]);
  const group = all.filter(({ diagnosis }) => diagnosis.floor === floor);
  const textOf = ofEach((culprit: Culprit) => JSON.stringify(culprit));
  const byCulprit = groupBy(group, (item) => textOf(item.diagnosis.culprit));
  const [largest] = [...byCulprit.values()].toSorted((a, b) => b.length - a.length);
  const [item] = largest ?? group;
  if (!item) throw new Error('a group of findings is never empty');
  return item.diagnosis;
}

function unique(combinations: readonly Combination[]): readonly Combination[] {
  return [...new Map([...new Set(combinations)].map((one) => [one.id, one])).values()];
}

/** A swallowed failure has no siblings: that it happens on every NumPy shows only here. */
function categoryOf(
  found: Diagnosis,
  here: readonly Combination[],
  works: boolean,
): Diagnosis['category'] {
  const open = found.category === 'loader' || found.category === 'unclassified';
  const spread = here.some((one) => here.some((two) => compareMinors(one.numpy, two.numpy) !== 0));
  return found.kind === 'swallowed' && open && spread && !works ? 'unrelated' : found.category;
}
