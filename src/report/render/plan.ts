import { safeJson } from '../../escape/json.ts';
import type { Combination, ShownPlan } from '../../model/combination.ts';
import type { Provenance } from '../../model/config.ts';
import type { PlanFile } from '../../model/plan-file.ts';
import { foldUnrun, type Unrun } from '../exclusions.ts';
import { byPlatform, hasPlatforms } from '../platforms.ts';
import { leftOutOf, shownAxes } from '../shown-axes.ts';
import { countsOf } from './plan-line.ts';

/** What the plan was made from, for the reader. */
export interface PlanContext {
  readonly subject: string;
  readonly version: string | null;
  readonly declaredNumpy: string | null;
  readonly declaredPython: string | null;
  readonly pythons: readonly string[];
  readonly numpys: readonly string[];
  readonly provenance: Readonly<Record<string, Provenance>>;
  /** The part that each planned combination belongs to, from 1; null or absent when not cut. */
  readonly parts?: readonly number[] | null;
  /** The plan as `check --plan` reads it. */
  readonly file?: PlanFile;
}

/**
 * The plan as lines of plain text: the grid, who decided, and why each cell is missing.
 *
 * Names and reasons come from files: where the lines are shown, each is escaped as one line, so
 * that no line end in a name begins another.
 */
export function planLines(plan: ShownPlan, context: PlanContext): readonly string[] {
  const name = [context.subject, context.version ?? ''].join(' ').trim();
  return [
    `${name}  ·  ${countsOf(plan)}`,
    '',
    ...grid(plan),
    ...unseen(plan),
    '',
    `python  ${context.pythons.join(', ')}  (${whence(context.provenance['python-version'])})`,
    `numpy   ${context.numpys.join(', ')}  (${whence(context.provenance['numpy-version'])})`,
    ...others(context.provenance),
    `declared  numpy${context.declaredNumpy ?? ' is not required'} · Python ${context.declaredPython || 'any'}`,
    ...interpreters(plan),
    ...shards(plan, context),
    ...reasons(plan),
    ...plan.notices.map((notice) => `note: ${notice}`),
  ];
}

/** What else was set, and where. */
function others(provenance: Readonly<Record<string, Provenance>>): readonly string[] {
  const set = given(provenance).map(([name, from]) => `${name} (${from})`);
  return set.length === 0 ? [] : [`set     ${set.join(', ')}`];
}

function given(
  provenance: Readonly<Record<string, Provenance>>,
): readonly (readonly [string, string])[] {
  return Object.entries(provenance)
    .filter(([name, from]) => from.kind !== 'default' && !AXES.has(name))
    .map(([name, from]) => [name, whence(from)] as const);
}

/** They have lines of their own; the rest says nothing about the plan. */
const AXES: ReadonlySet<string> = new Set([
  'python-version',
  'numpy-version',
  'json',
  'quiet',
  'verbose',
  'mode',
  'project',
  'wheels',
  'packages',
]);

function grid(plan: ShownPlan): readonly string[] {
  const cells = cellsOf(plan);
  if (!hasPlatforms(cells)) return gridOf(cells, 'NumPy');
  return byPlatform(cells).flatMap(([platform, own], at) => [
    ...(at > 0 ? [''] : []),
    ...gridOf(own, platform),
  ]);
}

/** A cell of the grid, and its sign. */
interface Cell {
  readonly label: string;
  readonly numpy: string;
  readonly platform: string;
  readonly verdict: 'planned' | 'excluded' | 'missing';
}

const SIGNS = { planned: 'run', excluded: '–', missing: '!' } as const;

function cellsOf(plan: ShownPlan): readonly Cell[] {
  const cells = (all: readonly Combination[], verdict: Cell['verdict']): readonly Cell[] =>
    all.map(({ python, numpy, platform }) => ({ label: python, numpy, platform, verdict }));
  return [
    ...cells(plan.excluded, 'excluded'),
    ...cells(plan.missing, 'missing'),
    ...cells(plan.planned, 'planned'),
  ];
}

function gridOf(cells: readonly Cell[], corner: string): readonly string[] {
  const { pythons, numpys } = shownAxes(cells);
  const signs = new Map(
    cells.map(({ label, numpy, verdict }) => [`${label} ${numpy}`, SIGNS[verdict]] as const),
  );
  const rows = pythons.map((python) => [
    /^\d/.test(python) ? `py${python}` : python,
    ...numpys.map((numpy) => signs.get(`${python} ${numpy}`) ?? ''),
  ]);
  return aligned([[corner, ...numpys], ...rows]);
}

function unseen(plan: ShownPlan): readonly string[] {
  const leftOut = leftOutOf(cellsOf(plan));
  return leftOut === '' ? [] : [`not shown, as nothing can run there: ${leftOut}`];
}

function aligned(table: readonly (readonly string[])[]): readonly string[] {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => (row[column] ?? '').length)),
  );
  return table.map((row) =>
    row
      .map((text, column) => text.padEnd((widths[column] ?? 0) + 2))
      .join('')
      .trimEnd(),
  );
}

function interpreters(plan: ShownPlan): readonly string[] {
  const seen = new Map(plan.planned.map(({ python, interpreter }) => [python, interpreter]));
  return [...seen].flatMap(([label, { executable, source, version }]) =>
    executable === undefined ? [] : [`  ${label} is ${version}: ${executable} (${source})`],
  );
}

function shards({ planned }: ShownPlan, { parts, file }: PlanContext): readonly string[] {
  if (!parts) return [];
  const numbers = [...new Set(parts)].sort((a, b) => a - b);
  const count = file?.plan.shards ?? Math.max(...numbers);
  const lines = numbers.map((number) => {
    const own = planned.filter((_, at) => parts[at] === number).map(({ id }) => id);
    return `shard ${number}/${count}  ${own.join(' ')}`;
  });
  const empty = count - numbers.length;
  return empty > 0 ? [...lines, `${empty} of ${count} shards have nothing to run`] : lines;
}

/** Equal reasons are told once, with the cells that they take out. */
function reasons(plan: ShownPlan): readonly string[] {
  const excluded = plan.excluded.map((cell) => unrun(cell, cell.reason, cell.cause));
  const missing = plan.missing.map((cell) => unrun(cell, cell.failure.message));
  const grid = [...plan.planned.map((cell) => unrun(cell, '')), ...excluded, ...missing];
  const told = (title: string, cells: readonly Unrun[]): readonly string[] => {
    const lines = foldUnrun(cells, grid).map(({ reason, where, ids }) => {
      const which = ids.length > 2 ? where : ids.join(', ');
      return `  ${reason}  [${which}]`;
    });
    return lines.length === 0 ? [] : ['', title, ...lines];
  };
  return [
    ...told('not planned:', excluded),
    // What the user named and cannot have: the run will fail of it, so it is said apart.
    ...told('cannot be had, although asked for by name (the run fails of it):', missing),
  ];
}

/** A cell of the plan that does not run, or stands in the grid beside those that do not. */
export function unrun(combination: Combination, reason: string, cause = reason): Unrun {
  const { id, python, numpy, platform } = combination;
  return { id, label: python, numpy, platform, status: 'excluded', reason, cause };
}

/** @example whence({ kind: 'flag', name: '--numpy' }) // '--numpy' */
export function whence(provenance: Provenance | undefined): string {
  switch (provenance?.kind) {
    case undefined:
    case 'default':
      return 'default';
    case 'flag':
      return provenance.name;
    case 'input':
      return `input ${provenance.name}`;
    case 'pyproject':
      return `${provenance.file}:${provenance.line}`;
    default:
      return provenance satisfies never;
  }
}

/**
 * The same as JSON, in the shape of the report's `combinations` (schema 1), and with it the plan as
 * `check --plan` reads it.
 */
export function planJson(plan: ShownPlan, context: PlanContext): string {
  const combinations = [
    ...plan.planned.map((cell, at) => ({
      ...(context.parts ? { shard: context.parts[at] } : {}),
      id: cell.id,
      python: cell.interpreter.version,
      label: cell.python,
      numpy: cell.numpy,
      platform: cell.platform,
      status: 'planned',
      reason: null,
      interpreter: cell.interpreter.executable ?? null,
      source: cell.interpreter.source ?? null,
    })),
    ...plan.excluded.map(({ id, python, version = python, numpy, platform, reason }) => ({
      id,
      python: version,
      label: python,
      numpy,
      platform,
      status: 'excluded',
      reason,
      interpreter: null,
      source: null,
    })),
    ...plan.missing.map(({ id, python, version = python, numpy, platform, failure }) => ({
      id,
      python: version,
      label: python,
      numpy,
      platform,
      status: 'error',
      reason: failure.message,
      setUp: failure.setUp,
      interpreter: null,
      source: null,
    })),
  ];
  const { file } = context;
  const document = {
    schema: 1,
    ...(file && { document: file.document, tool: file.tool }),
    subject: {
      ...file?.subject,
      name: context.subject,
      version: context.version,
      declaredNumpy: context.declaredNumpy,
      declaredPython: context.declaredPython,
    },
    combinations,
    notices: plan.notices,
    provenance: {
      python: { values: context.pythons, from: whence(context.provenance['python-version']) },
      numpy: { values: context.numpys, from: whence(context.provenance['numpy-version']) },
      ...Object.fromEntries(given(context.provenance).map(([name, from]) => [name, { from }])),
    },
    ...(file && { plan: file.plan, runners: file.runners, pinned: file.pinned }),
  };
  return `${safeJson(document)}\n`;
}
