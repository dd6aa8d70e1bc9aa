import type { SpecProblem } from '../packaging/spec-problem.ts';
import { type Given, placeOf } from './given.ts';
import { listOf } from './lists.ts';
import type { Kind, Machine, Option, Rows } from './option.ts';
import type { Problem } from './problem.ts';
import { type Place, readText } from './read-text.ts';
import type { ValuesOf } from './value-of.ts';

/** Where the values of rows come from. */
export interface Source extends Machine, Pick<Place, 'files'> {
  readonly given: readonly Given[];
  /** Absolute; what relative paths of flags and inputs are relative to. */
  readonly cwd: string;
  /** Absolute; what relative paths in pyproject.toml are relative to. */
  readonly project: string;
}

/**
 * The values of rows, each what was given or else what its row presets.
 *
 * @param problems what cannot be read is added, in the order of the rows
 */
export async function readRows<R extends Rows>(
  rows: R,
  source: Source,
  problems: Problem[],
): Promise<ValuesOf<R>> {
  const read = await Promise.all(
    Object.entries(rows).map(async ([key, row]) => [key, await readRow(row, source)] as const),
  );
  problems.push(...read.flatMap(([, one]) => one.problems));
  // Each row's kind decides its type, by the same table: `ValueOf`.
  return Object.fromEntries(read.map(([key, { value }]) => [key, value])) as ValuesOf<R>;
}

interface Reading {
  /** Undefined: nothing was said. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

async function readRow(option: Option, source: Source): Promise<Reading> {
  const given = source.given.find(({ name }) => name === option.name);
  const said = given === undefined ? NOTHING : await readGiven(option, given, source);
  return { problems: said.problems, value: said.value ?? (await presetOf(option, source)) };
}

const NOTHING: Reading = { value: undefined, problems: [] };

async function readGiven(option: Option, given: Given, source: Source): Promise<Reading> {
  const { provenance } = given;
  const base = provenance.kind === 'pyproject' ? source.project : source.cwd;
  const place: Place = { base, files: source.files, flag: provenance.kind === 'flag' };
  const where = placeOf(option.name, provenance);
  const read = await readTexts(option.kind, given.texts, place);
  return {
    value: read.value,
    problems: read.problems.map(({ message, remedy }) => ({ where, message, remedy })),
  };
}

/** A preset is read like a user's text. One that cannot be read is a bug of ours. */
async function presetOf({ name, kind, preset }: Option, source: Source): Promise<unknown> {
  const stated = typeof preset === 'string' ? preset : preset.text;
  const text = typeof stated === 'string' ? stated : stated(source);
  if (text === '') return kind.type === 'list' ? [] : null;
  const place: Place = { base: source.cwd, files: source.files, flag: false };
  const { value, problems } = await readTexts(kind, [text], place);
  if (problems.length > 0) throw new Error(`the preset of ${name} cannot be read: ${text}`);
  return value;
}

/** A list of nothing, or of nothing that can be read, is as if nothing was said. */
async function readTexts(
  kind: Kind,
  texts: readonly string[],
  place: Place,
): Promise<{ readonly value: unknown; readonly problems: readonly Omit<SpecProblem, 'kind'>[] }> {
  const single = kind.type !== 'list';
  const items = single
    ? texts.slice(0, 1)
    : texts.flatMap((text) => listOf(text, { words: kind.words }));
  const read = await Promise.all(items.map((text) => readText(kind, text, place)));
  const values = read.flatMap((one) => (one.ok ? [one.value] : []));
  const problems = read.flatMap((one) => (one.ok ? [] : [one]));
  return { value: single ? values[0] : values.length > 0 ? values : undefined, problems };
}
