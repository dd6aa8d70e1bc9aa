import { NUMPY_NONE } from '../model/combination.ts';
import { type Axes, axesOf } from './axes.ts';
import { byPlatform, hasPlatforms, type OnPlatform, tellByPlatform } from './platforms.ts';
import type { CombinationReport } from './report.ts';

/** What places a combination in the grid. */
export type Cell = Pick<CombinationReport, 'id' | 'label' | 'numpy' | 'status'> & OnPlatform;

/** A rectangle of the grid: every combination in it that could run belongs to it. */
interface Block {
  readonly pythons: readonly string[];
  readonly numpys: readonly string[];
}

/** More blocks than this are no longer readable. */
const MAX_BLOCKS = 4;

/**
 * Says which combinations are meant, as `Python 3.9–3.12 × NumPy 2.0, 2.1, 2.2`.
 *
 * Combinations that cannot exist neither belong nor not belong, so a range may span them; every
 * combination that could run and lies in a range said here is one of `ids`.
 *
 * @param ids the combinations meant
 * @param all every combination of the report
 * @returns plain text, platform by platform where there are several; empty for no combination
 */
export function describeCombinations(ids: readonly string[], all: readonly Cell[]): string {
  if (!hasPlatforms(all)) return describeOnOne(ids, all);
  return tellByPlatform(
    byPlatform(all).map(([platform, own]) => {
      const there = new Set(own.map(({ id }) => id));
      return [
        platform,
        describeOnOne(
          ids.filter((id) => there.has(id)),
          own,
        ),
      ];
    }),
  );
}

function describeOnOne(ids: readonly string[], all: readonly Cell[]): string {
  const blocks = blocksOf(ids, all);
  const axes = axesOf(all);
  const said = blocks.slice(0, MAX_BLOCKS).map((block) => describeBlock(block, axes));
  const left = blocks.slice(MAX_BLOCKS);
  if (left.length === 0) return said.join('; ');
  const wanted = new Set(ids);
  const more = all.filter(
    (one) =>
      wanted.has(one.id) &&
      left.some((block) => block.pythons.includes(one.label) && block.numpys.includes(one.numpy)),
  ).length;
  return `${said.join('; ')}; and ${more} more`;
}

/** `3.9–3.12`, `2.0, 2.1, 2.2`: four or more in a row become a range. */
export function describeRun(
  values: readonly string[],
  axis: readonly string[],
  name: (value: string) => string = (value) => value,
): string {
  const runs: string[][] = [];
  for (const value of axis.filter((one) => values.includes(one))) {
    const run = runs.at(-1);
    const previous = axis[axis.indexOf(value) - 1];
    if (run && previous !== undefined && run.at(-1) === previous && value !== NUMPY_NONE) {
      run.push(value);
    } else {
      runs.push([value]);
    }
  }
  return runs
    .map((run) =>
      run.length >= 4
        ? `${name(run[0] ?? '')}–${name(run.at(-1) ?? '')}`
        : run.map(name).join(', '),
    )
    .join(', ');
}

function describeBlock(block: Block, axes: Axes): string {
  const pythons = describeRun(block.pythons, axes.pythons);
  const releases = block.numpys.filter((one) => one !== NUMPY_NONE);
  const said: string[] = [];
  if (releases.length > 0) said.push(`NumPy ${describeRun(releases, axes.numpys, axes.short)}`);
  if (releases.length < block.numpys.length) said.push('no NumPy asked for');
  return `Python ${pythons} × ${said.join(', ')}`;
}

/** Covers the combinations with few rectangles: rows first, or columns where that needs fewer. */
function blocksOf(ids: readonly string[], all: readonly Cell[]): readonly Block[] {
  const wanted = new Set(ids);
  const cells = all.filter((one) => wanted.has(one.id));
  const barred = new Set(
    all
      .filter((one) => !wanted.has(one.id) && one.status !== 'excluded')
      .map((one) => cellKey(one.label, one.numpy)),
  );
  const free = (block: Block) =>
    block.pythons.every((p) => block.numpys.every((n) => !barred.has(cellKey(p, n))));
  const byRow = mergeLines(
    unique(cells.map((one) => one.label)).map((label) => ({
      pythons: [label],
      numpys: unique(cells.filter((one) => one.label === label).map((one) => one.numpy)),
    })),
    free,
  );
  const byColumn = mergeLines(
    unique(cells.map((one) => one.numpy)).map((numpy) => ({
      pythons: unique(cells.filter((one) => one.numpy === numpy).map((one) => one.label)),
      numpys: [numpy],
    })),
    free,
  );
  return byColumn.length < byRow.length ? byColumn : byRow;
}

function mergeLines(lines: readonly Block[], free: (block: Block) => boolean): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const at = blocks.findIndex((block) => free(union(block, line)));
    const found = blocks[at];
    if (found) blocks[at] = union(found, line);
    else blocks.push(line);
  }
  return blocks;
}

function union(a: Block, b: Block): Block {
  return {
    pythons: unique([...a.pythons, ...b.pythons]),
    numpys: unique([...a.numpys, ...b.numpys]),
  };
}

function cellKey(python: string, numpy: string): string {
  return JSON.stringify([python, numpy]);
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
