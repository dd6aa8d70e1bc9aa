import { listSome } from '../../escape/plural.ts';
import { NUMPY_NONE } from '../../model/combination.ts';
import { compareNumpy } from '../../model/compare-numpy.ts';
import type { Finding } from '../../model/finding.ts';
import { makeFinding } from '../../model/make-finding.ts';
import type { Supported } from '../../model/supported.ts';
import { minorOf } from '../../packaging/minor.ts';
import { allows } from '../../packaging/specifier.ts';
import type { Kind } from '../diagnose/rule.ts';
import { rangeTooNarrow, rangeTooWide } from '../diagnose/rules/elsewhere.ts';
import { narrowed, reachOf, widened } from './declare.ts';
import {
  type KnownSeries,
  type Point,
  type Proven,
  type ProvenRange,
  proven,
} from './proven-range.ts';

/** One combination's result, and what the metadata declares on its Python. */
export interface MeasuredCell {
  readonly id: string;
  /** Label: `3.11`, `3.13t`. */
  readonly python: string;
  readonly numpy: string;
  readonly status: 'passed' | 'failed';
  /** Absent: all cells are of one platform. */
  readonly platform?: string;
  /** PEP 440 specifier declared on this Python (`''`: any NumPy); null: NumPy is not required. */
  readonly declared: string | null;
}

export interface SupportedInput {
  readonly subject: { readonly name: string; readonly version: string | null };
  readonly cells: readonly MeasuredCell[];
  /** All series of NumPy that exist. */
  readonly series: readonly KnownSeries[];
  /** All CPython minors that exist: `3.11`. */
  readonly pythons: readonly string[];
}

export interface JudgedRange {
  readonly supported: Supported;
  readonly findings: readonly Finding[];
}

/**
 * The measured range against the declared one. Only what ran counts: excluded, skipped and
 * errored combinations prove nothing, in either direction.
 */
export function judgeSupported(input: SupportedInput): JudgedRange {
  const ran = input.cells.filter(({ numpy }) => numpy !== NUMPY_NONE);
  const pythons = [...new Set(ran.map(({ python }) => python))];
  // A Python on which no NumPy works, on its platform, says nothing about NumPy.
  const alive = new Set(ran.flatMap((cell) => (cell.status === 'passed' ? [rowOf(cell)] : [])));
  const telling = ran.filter((cell) => alive.has(rowOf(cell)));
  const dead = new Set(pythons.filter((python) => !telling.some((cell) => cell.python === python)));
  const overall = proven(pointsOf(telling), input.series);
  const perPython = Object.fromEntries(
    pythons.map((python) => {
      const cells = telling.filter((cell) => cell.python === python);
      return [python, proven(pointsOf(cells), input.series).range?.specifier ?? null];
    }),
  );
  return {
    supported: {
      numpy: overall.range?.specifier ?? null,
      python: provenPython(ran, dead, input.pythons),
      perPython,
      tested: overall.tested,
      untested: overall.untested,
    },
    findings: [...tooWide(input, telling, overall), ...tooNarrow(input, telling, overall)],
  };
}

function rowOf({ platform, python }: MeasuredCell): string {
  return JSON.stringify([platform, python]);
}

/** A version is good when it passed somewhere and failed nowhere. */
function pointsOf(cells: readonly MeasuredCell[]): readonly Point[] {
  return [...new Set(cells.map(({ numpy }) => numpy))].map((version) => ({
    version,
    passed: cells.every((cell) => cell.numpy !== version || cell.status === 'passed'),
  }));
}

function provenPython(
  ran: readonly MeasuredCell[],
  dead: ReadonlySet<string>,
  pythons: readonly string[],
): string | null {
  const labels = [...new Set(ran.map(({ python }) => python))].filter((label) =>
    /^\d[\d.]*$/.test(label),
  );
  const points = labels.map((label) => ({ version: label, passed: !dead.has(label) }));
  const universe = pythons.map((name) => ({ name, installable: true }));
  return proven(points, universe).range?.specifier ?? null;
}

function tooWide(
  input: SupportedInput,
  cells: readonly MeasuredCell[],
  { longest: stretch, untested }: Proven,
): readonly Finding[] {
  const failing = cells.filter(
    (cell) =>
      cell.status === 'failed' && cell.declared !== null && allows(cell.declared, cell.numpy),
  );
  const declared = failing[0]?.declared;
  if (declared === undefined || declared === null || stretch === null) {
    return [];
  }
  const versions = failing.map(({ numpy }) => numpy);
  const paste = narrowed(declared, reachOf(stretch, pointsOf(cells), input.series), versions);
  const untried = untested.filter((name) => allows(paste.replace('numpy', ''), `${name}.0`));
  const works = isDense(stretch, cells)
    ? `proven is ${quoted(stretch.specifier)}`
    : `it works with NumPy ${list(cells.filter(({ status }) => status === 'passed'))}`;
  return [
    finding(rangeTooWide, input, failing, {
      facts: { declared, fails: versionsOf(failing), declare: paste },
      title: `${input.subject.name} allows NumPy versions that it does not work with`,
      explanation: `It declares ${quoted(declared)}, but fails with NumPy ${list(failing)}; ${works}.`,
      fix: `Declare ${untried.length > 0 ? 'no more than' : 'what works,'} "${paste}"${notTested(untried)}, or repair the failure and keep the range.`,
    }),
  ];
}

/** What a range lets in although nobody has tried it. */
function notTested(series: readonly string[]): string {
  return series.length > 0 ? ` (${listSome(series, 4)} not tested)` : '';
}

function tooNarrow(
  input: SupportedInput,
  cells: readonly MeasuredCell[],
  overall: Proven,
): readonly Finding[] {
  const { range } = overall;
  const passing = cells.filter(
    (cell) =>
      cell.status === 'passed' &&
      cell.declared !== null &&
      !allows(cell.declared, cell.numpy) &&
      // One Python's failure there keeps the requirement right.
      cells.every((other) => other.numpy !== cell.numpy || other.status === 'passed'),
  );
  const declared = passing[0]?.declared;
  if (declared === undefined || declared === null) {
    return [];
  }
  return [
    finding(rangeTooNarrow, input, passing, {
      facts: { declared, works: versionsOf(passing) },
      title: `${input.subject.name} works with NumPy versions that it does not allow`,
      explanation: `It declares ${quoted(declared)}, and also works with NumPy ${list(passing)}.`,
      // A few measured points say nothing of what lies between them.
      fix:
        range !== null && isDense(range, cells)
          ? `If nothing else speaks against them, declare "${widened(declared, range, versionsOf(passing))}".`
          : `If nothing else speaks against them, widen ${quoted(declared)} so that it allows them.`,
    }),
  ];
}

/** Several series in a row, all of them measured: a range that may be pasted as it is. */
function isDense(range: ProvenRange, cells: readonly MeasuredCell[]): boolean {
  const inside = cells.filter(({ numpy }) => allows(range.specifier, numpy));
  return new Set(inside.map(({ numpy }) => minorOf(numpy))).size > 1;
}

function quoted(specifier: string): string {
  return `"numpy${specifier}"`;
}

function list(cells: readonly MeasuredCell[]): string {
  const versions = versionsOf(cells);
  const shown = versions.length > 6 ? [...versions.slice(0, 5), '…', versions.at(-1)] : versions;
  const pythons = [...new Set(cells.map(({ python }) => minorOf(python) || python))];
  return `${shown.join(', ')} (Python ${pythons.join(', ')})`;
}

function versionsOf(cells: readonly MeasuredCell[]): readonly string[] {
  return [...new Set(cells.map(({ numpy }) => numpy))].sort(compareNumpy);
}

function finding(
  kind: Kind,
  { subject }: SupportedInput,
  cells: readonly MeasuredCell[],
  text: Pick<Finding, 'facts' | 'title' | 'explanation' | 'fix'>,
): Finding {
  return makeFinding(kind, {
    ...text,
    fault: 'own',
    culprit: { distribution: subject.name, version: subject.version, module: null, file: null },
    evidence: [],
    hints: { requirement: 'numpy', table: 'runtime' },
    modules: [],
    combinations: cells.map(({ id }) => id),
  });
}
