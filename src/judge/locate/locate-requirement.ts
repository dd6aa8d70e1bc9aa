import type { RequirementTable } from '../../model/look.ts';
import { evaluateMarker } from '../../packaging/markers.ts';
import { normaliseName } from '../../packaging/requirement-name.ts';
import { parseRequirement } from '../../packaging/requirements.ts';
import { bundledPybind11 } from './bundled-pybind11.ts';
import type { Located } from './located.ts';
import { namedLists } from './named-lists.ts';
import { atTheTop, filesNamed } from './project-files.ts';
import { listedLines, type RequirementLine, requirementLines } from './requirement-lines.ts';
import type { Sources } from './sources.ts';
import { type Surroundings, UNKNOWN_SURROUNDINGS } from './surroundings.ts';

/** In the order in which they decide what is installed. */
const METADATA: readonly RegExp[] = [/^pyproject\.toml$/, /^setup\.cfg$/, /^setup\.py$/];
/** The same, below those and the files that they read. */
const OTHERS: readonly RegExp[] = [
  /^(?:.*requirements.*\.(?:txt|in)|constraints.*\.txt)$/i,
  /^meson\.build$/,
  /^Cargo\.toml$/,
  /^(?:uv|poetry|pdm)\.lock$|^pylock.*\.toml$/,
];

/** Lists below such a folder are for examples, tests, pages and vendored packages. */
const ASIDE =
  /(?:^|\/)(?:_*tests?_*|testing|testdata|samples?|examples?|fixtures?|docs?|bench(?:marks?)?|vendor(?:ed)?|third[_-]?party|extern(?:al)?|node_modules)\//i;

/** Deeper ones belong to examples, tests and vendored packages. */
const PROJECT_FILE = /(?:^|\/)(?:pyproject\.toml|setup\.cfg|setup\.py)$/;

interface Found extends RequirementLine {
  readonly file: string;
}

/**
 * The line that asks for a distribution: of several with markers, one that holds where it fails.
 *
 * @param names distribution names, the wanted one first (`numpy`, then `oldest-supported-numpy`)
 * @param tables where to look, best first
 * @param surroundings where it fails
 */
export async function locateRequirement(
  names: readonly string[],
  tables: readonly RequirementTable[],
  sources: Sources,
  surroundings: Surroundings = UNKNOWN_SURROUNDINGS,
): Promise<Located | null> {
  const found = await allRequirements(sources);
  for (const table of tables) {
    for (const name of names.map(normaliseName)) {
      const all = found.filter((one) => one.table === table && one.name === name);
      const holding = all.filter((one) => holds(one, surroundings));
      const [best, ...rest] = holding.length > 0 ? holding : all;
      if (best) return located(best, `asks for ${name} in ${best.place}`, rest.length);
    }
  }
  return null;
}

/** Whether the line's marker holds somewhere; nothing is known of where, or it has none: it does. */
function holds({ table, text }: Found, { building, running }: Surroundings): boolean {
  const where = table === 'build' ? building : running;
  const requirement = text === undefined ? null : parseRequirement(text);
  if (requirement?.kind !== 'requirement' || where.length === 0) return true;
  return where.some((environment) => evaluateMarker(requirement.marker, environment, []));
}

/** The list that a missing requirement belongs into. */
export async function locateRequirementList(
  table: RequirementTable,
  sources: Sources,
): Promise<Located | null> {
  const found = await allRequirements(sources);
  const best = found.find((one) => one.table === table && one.name === null);
  if (best) return located(best, `${best.place} is where it belongs`, 0);
  return table === 'runtime' ? locateProjectTable(sources) : null;
}

/** A project without any `dependencies`: they would stand in its `[project]` table. */
async function locateProjectTable(sources: Sources): Promise<Located | null> {
  for (const file of await filesNamed(sources, /^pyproject\.toml$/)) {
    if (!atTheTop(sources, file)) continue;
    const lines = ((await sources.text(file)) ?? '').split(/\r?\n/);
    const at = lines.findIndex((line) => /^\s*\[project\]/.test(line));
    if (at >= 0) return { file, line: at + 1, why: '[project], which has no dependencies' };
  }
  return null;
}

async function allRequirements(sources: Sources): Promise<readonly Found[]> {
  const listed = await namedLists(sources);
  const lists: Found[] = [];
  for (const { file, table } of listed) {
    const lines = listedLines(file, (await sources.text(file)) ?? '', table);
    lists.push(...lines.map((one) => ({ ...one, file })));
  }
  const others = await requirementsIn(OTHERS, sources);
  return [
    ...(await requirementsIn(METADATA, sources)),
    ...lists,
    ...others.filter(({ file }) => !listed.some((one) => one.file === file)),
    ...(await bundledPybind11(sources)),
  ];
}

async function requirementsIn(
  names: readonly RegExp[],
  sources: Sources,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  const prefix = sources.project === '' ? '' : `${sources.project}/`;
  for (const pattern of names) {
    for (const file of await filesNamed(sources, pattern)) {
      const below = file.startsWith(prefix) ? file.slice(prefix.length) : file;
      if ((PROJECT_FILE.test(file) || ASIDE.test(below)) && !atTheTop(sources, file)) continue;
      const text = await sources.text(file);
      if (text === undefined) continue;
      found.push(...requirementLines(file, text).map((one) => ({ ...one, file })));
    }
  }
  return found;
}

function located(found: Found, why: string, others: number): Located {
  const { file, line, endLine } = found;
  const said = others > 0 ? `${why}; the first of ${others + 1}` : why;
  return endLine > line ? { file, line, endLine, why: said } : { file, line, why: said };
}
