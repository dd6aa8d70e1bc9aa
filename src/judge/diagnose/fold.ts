import { listOf } from '../../escape/list-of.ts';
import type { Combination } from '../../model/combination.ts';
import type { Culprit, Diagnosis, Finding } from '../../model/finding.ts';
import { SMOKE } from '../../model/result.ts';
import { compareSeverity } from '../../model/severity.ts';
import { compareMinors } from '../../packaging/numpy-releases.ts';
import { SPAN_SENTENCE } from './history.ts';

/** A diagnosis, and where it was made. */
export interface DiagnosedOutcome {
  readonly diagnosis: Diagnosis;
  /** Name of the module under test, or `<smoke>`. */
  readonly module: string;
  readonly combination: Combination;
}

/** A module that passed under a combination. */
export type PassedOutcome = Omit<DiagnosedOutcome, 'diagnosis'>;

/** @returns the page of a kind in the documentation */
export function documentationOf(kind: string): string {
  return `docs/failures/${kind}.md`;
}

/**
 * Folds equal diagnoses over modules and combinations: one culprit distribution with one kind and
 * one cause is one finding, however many modules it takes down and under however many NumPys.
 *
 * @param items in plan order
 * @param passes what passed, for "works on …"
 * @returns findings without a location, worst first
 */
export function foldFindings(
  items: readonly DiagnosedOutcome[],
  passes: readonly PassedOutcome[] = [],
): readonly Finding[] {
  const kept = items.filter((item) => !isToldBetter(item, items));
  const groups = groupBy(kept, (item) => causeOf(item.diagnosis));
  return [...groups.values()].map((group) => foldGroup(group, passes)).toSorted(compareFindings);
}

/** `Map.groupBy`, which Node 20 lacks. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

const HIDDEN: readonly string[] = ['swallowed', 'latent-np1'];

/** Equal causes have equal text once versions, numbers and paths are out of it. */
function causeOf({ kind, severity, culprit, inner, title }: Diagnosis): string {
  const text = title.replace(/(?:[A-Za-z]:)?(?:[\\/][\w.+-]+)+/g, '').replace(/\d[\w.]*/g, '#');
  const who = culprit.distribution ?? culprit.module ?? culprit.file;
  return JSON.stringify([kind, severity, who, inner, text]);
}

function sameCulprit(a: Culprit, b: Culprit): boolean {
  if (a.file !== null && b.file !== null) return a.file === b.file;
  return a.module !== null && a.module === b.module;
}

/** A warning about a file whose failure is an error of its own adds nothing. */
function isToldBetter(item: DiagnosedOutcome, items: readonly DiagnosedOutcome[]): boolean {
  const { kind, severity, culprit } = item.diagnosis;
  if (severity === 'error') return false;
  return items.some(({ diagnosis: other, combination }) => {
    if (compareSeverity(other.severity, severity) >= 0) return false;
    if (!sameCulprit(culprit, other.culprit)) return false;
    return other.kind === kind || (kind === 'swallowed' && combination.id === item.combination.id);
  });
}

function foldGroup(group: readonly DiagnosedOutcome[], passes: readonly PassedOutcome[]): Finding {
  const first = mostFrequent(group);
  const targets = new Set(group.map((item) => item.module));
  const here = unique(group.map((item) => item.combination));
  const ids = new Set(here.map((one) => one.id));
  const works = unique(
    passes
      .filter((one) => targets.has(one.module) && !ids.has(one.combination.id))
      .map((one) => one.combination),
  );
  const modules = modulesOf(group);
  const versions = new Set(group.map((item) => item.diagnosis.culprit.version));
  return {
    ...first,
    category: categoryOf(first, here, works),
    culprit: versions.size === 1 ? first.culprit : { ...first.culprit, version: null },
    explanation: explain(first, modules, here, works),
    location: null,
    modules,
    combinations: here.map((one) => one.id),
    documentation: documentationOf(first.kind),
  };
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

/** The culprit that stands behind most of the group; of equals the first. */
function mostFrequent(group: readonly DiagnosedOutcome[]): Diagnosis {
  const byCulprit = groupBy(group, (item) => JSON.stringify(item.diagnosis.culprit));
  const [largest] = [...byCulprit.values()].toSorted((a, b) => b.length - a.length);
  const [item] = largest ?? group;
  if (!item) throw new Error('a group of findings is never empty');
  return item.diagnosis;
}

function unique(combinations: readonly Combination[]): readonly Combination[] {
  return [...new Map(combinations.map((one) => [one.id, one])).values()];
}

/** A swallowed failure has no siblings: that it happens on every NumPy shows only here. */
function categoryOf(
  found: Diagnosis,
  here: readonly Combination[],
  works: readonly Combination[],
): Diagnosis['category'] {
  const open = found.category === 'loader' || found.category === 'unclassified';
  const spread = here.some((one) => here.some((two) => compareMinors(one.numpy, two.numpy) !== 0));
  return found.kind === 'swallowed' && open && spread && works.length === 0
    ? 'unrelated'
    : found.category;
}

function explain(
  found: Diagnosis,
  modules: readonly string[],
  here: readonly Combination[],
  works: readonly Combination[],
): string {
  if (here.length === 1 && works.length === 0)
    return withModules(found, found.explanation, modules);
  const numpys = [...new Set(here.map((one) => one.numpy))].toSorted(compareMinors);
  let text = found.explanation.replaceAll(SPAN_SENTENCE, '');
  const one = numpys.find((numpy) => mentions(text, numpy));
  if (one && numpys.length > 1) {
    text = text.replaceAll(mention(one), `NumPy ${listOf(numpys)}`);
  }
  // Where it fails and works is shown beside it, from the combinations.
  return withModules(found, text, modules);
}

function mention(numpy: string): RegExp {
  return new RegExp(`NumPy ${numpy.replace(/[.+*]/g, '\\$&')}(?![\\w.]*\\d)`, 'g');
}

function mentions(text: string, numpy: string): boolean {
  return mention(numpy).test(text);
}

function withModules(found: Diagnosis, text: string, modules: readonly string[]): string {
  if (modules.length < 2) return text;
  const verb = found.severity === 'error' ? 'takes down' : 'concerns';
  return `${text} It ${verb} ${modules.length} modules.`;
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    compareSeverity(a.severity, b.severity) ||
    b.combinations.length - a.combinations.length ||
    b.modules.length - a.modules.length ||
    compareText(a.kind, b.kind) ||
    compareText(a.culprit.distribution ?? '', b.culprit.distribution ?? '') ||
    compareText(a.title, b.title)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
