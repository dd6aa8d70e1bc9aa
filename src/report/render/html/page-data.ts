import { plural } from '../../../escape/plural.ts';
import { visible } from '../../../escape/visible.ts';
import { groupBy } from '../../../model/group-by.ts';
import { isProvenResult, type Result, SMOKE } from '../../../model/result.ts';
import type { Cause } from '../../causes.ts';
import type { Evidence } from '../../evidence.ts';
import { findingOfResult } from '../../finding-of-result.ts';
import { outcomeText } from '../../outcome-text.ts';
import type { Report, ResultReport } from '../../report.ts';
import { evidenceParts } from '../evidence-text.ts';

/** Characters of all evidence in a page: what is left out is in the JSON report. */
const EVIDENCE_ROOM = 2 * 1024 * 1024;

/**
 * What the page's script reads: each text once, and results as columns of small numbers, so that
 * 100 combinations × 500 modules stay small.
 *
 * Invisible characters are shown as escapes here already: the script only sets text.
 */
export interface PageData {
  readonly combinations: readonly PageCombination[];
  readonly modules: readonly PageModule[];
  readonly outcomes: readonly PageOutcome[];
  /** Sections of text, by the outcome's `evidence`. */
  readonly evidence: readonly (readonly (readonly [title: string, text: string])[])[];
}

interface PageCombination {
  readonly id: string;
  readonly python: string;
  readonly numpy: string;
  readonly verdict: string;
  /** Rows of the head of its panel: what, and its value. */
  readonly facts: readonly (readonly [string, string])[];
  /** By result: place in `modules` (-1 is the smoke code), place in `outcomes`, milliseconds, KiB. */
  readonly m: readonly number[];
  readonly o: readonly number[];
  readonly t: readonly number[];
  readonly p: readonly number[];
}

interface PageModule {
  readonly name: string;
  readonly distribution: string;
  readonly facts: readonly (readonly [string, string])[];
}

interface PageOutcome {
  readonly text: string;
  /** 1: proven; 0: not; 2: failed as foretold. */
  readonly good: 0 | 1 | 2;
  readonly kind: string;
  readonly severity: string;
  /** Place in `evidence`, -1 for none. */
  readonly e: number;
  /** Number of the finding, from 1; 0 for none. */
  readonly f: number;
  readonly loadedAs: string;
}

/** What the page’s script shows on demand, each equal outcome once. */
export function pageData(report: Report, causes: readonly Cause[]): PageData {
  const moduleOf = placesOf(report.modules);
  const outcomes = new Map<string, number>();
  const list: PageOutcome[] = [];
  const findingOf = findingOfResult(causes.map(({ finding }) => finding));
  const numbers = new Map(causes.map(({ finding }, index) => [finding, index + 1]));
  const placeOf = (result: ResultReport): number => {
    const finding = findingOf(result);
    const outcome = outcomeOf(result, (finding && numbers.get(finding)) ?? 0);
    const key = keyOf(outcome);
    const known = outcomes.get(key);
    if (known !== undefined) return known;
    outcomes.set(key, list.length);
    list.push(outcome);
    return list.length - 1;
  };
  const columns = new Map<string, { m: number[]; o: number[]; t: number[]; p: number[] }>();
  for (const result of report.results) {
    const own = columns.get(result.combination) ?? { m: [], o: [], t: [], p: [] };
    columns.set(result.combination, own);
    own.m.push(moduleOf(result));
    own.o.push(placeOf(result));
    own.t.push(Math.round((result.seconds ?? 0) * 1000));
    own.p.push(Math.round((result.peakBytes ?? 0) / 1024));
  }
  return {
    combinations: report.combinations.map((one) => ({
      id: visible(one.id),
      python: visible(one.label),
      numpy: visible(one.numpy),
      verdict: one.verdict,
      facts: combinationFacts(one),
      ...(columns.get(one.id) ?? { m: [], o: [], t: [], p: [] }),
    })),
    modules: report.modules.map((one) => ({
      name: visible(one.name),
      distribution: visible(one.distribution),
      facts: moduleFacts(one),
    })),
    outcomes: list,
    evidence: evidenceTexts(report.evidence ?? []),
  };
}

/** The place of a result's module in the list; -1 for the smoke code. Several files may share a name. */
function placesOf(modules: Report['modules']): (result: ResultReport) => number {
  const byName = groupBy(modules.keys(), (index) => modules[index]?.name);
  return ({ module, file }) => {
    const own = module === SMOKE ? [] : (byName.get(module) ?? []);
    return own.find((index) => modules[index]?.file === file) ?? own.at(-1) ?? -1;
  };
}

function outcomeOf(result: ResultReport, finding: number): PageOutcome {
  return {
    text: visible(outcomeText(result.outcome)),
    good: goodnessOf(result),
    kind: visible(result.diagnosis ?? ''),
    severity: result.severity,
    e: result.evidence ?? -1,
    f: finding,
    loadedAs: visible(result.loadedAs ?? ''),
  };
}

/** None of its texts has a line feed: that would be shown as an escape. */
function keyOf({ text, good, kind, severity, e, f, loadedAs }: PageOutcome): string {
  return `${severity} ${good} ${e} ${f} ${kind}\n${text}\n${loadedAs}`;
}

function goodnessOf(result: Result): PageOutcome['good'] {
  if (result.known) return 2;
  return isProvenResult(result) ? 1 : 0;
}

function combinationFacts(one: Report['combinations'][number]): readonly [string, string][] {
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ['Python', one.python],
    ['NumPy', one.numpy],
    ['NumPy loaded', one.loadedNumpy],
    ['Built with', builtWith(one)],
    ['Predicted', predictionOf(one)],
    ['Platform', one.platform],
    [
      'Time',
      one.seconds > 0
        ? `${one.seconds.toFixed(1)} s, ${plural(one.processes, 'process', 'processes')}`
        : null,
    ],
    ['Why', one.reason],
    ['Set-up failure', one.setUp],
    ['The smoke code printed', one.smokeOutput?.trim() ? one.smokeOutput.slice(0, 4000) : null],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, visible(value, '\n\t')]] : []));
}

/** What the bytes said, without running anything. */
function predictionOf({ predicted }: Report['combinations'][number]): string | null {
  if (predicted === undefined) return null;
  const { imports, refused, undecided, contradictions } = predicted;
  const counts = [
    ...(imports > 0 ? [`${imports} accepted by NumPy`] : []),
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
  ];
  const otherwise = contradictions.map(({ module }) => module);
  const seen = otherwise.length > 0 ? `; seen otherwise: ${otherwise.join(', ')}` : '';
  return `${counts.join(', ')} (from the files’ bytes)${seen}`;
}

function builtWith({ buildNumpy, buildPython }: Report['combinations'][number]): string | null {
  const parts = [
    ...(buildNumpy === null ? [] : [`NumPy ${buildNumpy}`]),
    ...(buildPython === null ? [] : [`Python ${buildPython}`]),
  ];
  return parts.length > 0 ? parts.join(', ') : null;
}

function moduleFacts(one: Report['modules'][number]): readonly [string, string][] {
  const { era, target, also } = one.capi;
  const { binary } = one;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ['File', one.file],
    ['Distribution', `${one.distribution} ${one.version}`],
    ['Wheel', one.wheel],
    ['NumPy C ABI', also.length > 0 ? `${era}, also ${also.join(', ')}` : era],
    ['C-API target', target === null ? null : `NumPy ${target}`],
    [
      'Made by',
      binary?.generators.map(({ name, version }) => `${name} ${version ?? ''}`).join(', '),
    ],
    ['Needs', binary?.needed.join(', ')],
    ['Format', binary ? `${binary.format}, ${binary.machines.join(', ')}` : null],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, visible(value)]] : []));
}

function evidenceTexts(evidence: readonly Evidence[]): PageData['evidence'] {
  let left = EVIDENCE_ROOM;
  return evidence.map((one) => {
    const parts = evidenceParts(one).map(
      ([title, text]) => [title, visible(text, '\n\t')] as const,
    );
    const size = parts.reduce((sum, [title, text]) => sum + title.length + text.length, 0);
    if (size > left) return [['Left out', 'There was no more room: see the JSON report']];
    left -= size;
    return parts;
  });
}
