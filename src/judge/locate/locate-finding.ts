import path from 'node:path';
import type { Diagnosed } from '../../model/finding.ts';
import type { Look } from '../../model/look.ts';
import { candidatesFor } from './candidates.ts';
import { withoutComments } from './init-line.ts';
import { locateBuildFile, locateConfiguration, locateWorkflow } from './locate-build-file.ts';
import { locateLiteral } from './locate-literal.ts';
import { locateDefinition, locateInit, sourcesOf } from './locate-module.ts';
import { locateRequirement, locateRequirementList } from './locate-requirement.ts';
import type { Located } from './located.ts';
import { nearestFirst } from './project-files.ts';
import type { Sources } from './sources.ts';
import { type Surroundings, UNKNOWN_SURROUNDINGS } from './surroundings.ts';

/**
 * The line of the repository to change: the first candidate of the diagnosis's kind that is there.
 *
 * @param diagnosis what is wrong; its hints come before everything else
 * @param modules names of the modules it takes down, the culprit's is looked for first
 * @param surroundings where it fails: requirements have markers
 * @returns a line that exists, with the reason for choosing it; null in a repository without any
 *   file that has to do with it
 */
export async function locateFinding(
  diagnosis: Diagnosed,
  modules: readonly string[],
  sources: Sources,
  surroundings: Surroundings = UNKNOWN_SURROUNDINGS,
): Promise<Located | null> {
  const names = [...new Set([diagnosis.culprit.module, ...modules])].filter(
    (name): name is string => name !== null && !name.startsWith('<'),
  );
  for (const candidate of candidatesFor(diagnosis)) {
    const located = await search(candidate, names, sources, surroundings);
    if (located && (await exists(located, sources))) return located;
  }
  return null;
}

async function search(
  candidate: Look,
  modules: readonly string[],
  sources: Sources,
  surroundings: Surroundings,
): Promise<Located | null> {
  switch (candidate.look) {
    case 'source':
      return locateSource(candidate.file, candidate.line, sources);
    case 'symbol':
      return locateSymbol(candidate.symbol, candidate.mention, modules, sources);
    case 'literal':
      return first(modules, (module) => locateLiteral(candidate.texts, module, sources));
    case 'init':
      return first(modules, (module) => locateInit(module, sources));
    case 'definition':
      return first(modules, (module) => locateDefinition(module, sources));
    case 'requirement':
      return locateRequirement(candidate.names, candidate.tables, sources, surroundings);
    case 'list':
      return locateRequirementList(candidate.table, sources);
    case 'configuration':
      return locateConfiguration(sources);
    case 'build-file':
      return locateBuildFile(sources);
    case 'workflow':
      return locateWorkflow(sources);
  }
}

async function first(
  modules: readonly string[],
  locate: (module: string) => Promise<Located | null>,
): Promise<Located | null> {
  for (const module of modules.slice(0, 50)) {
    const located = await locate(module);
    if (located) return located;
  }
  return null;
}

/** A position seen at run time; its path may be absolute, or relative to some build folder. */
async function locateSource(file: string, line: number, sources: Sources): Promise<Located | null> {
  const posix = file.replaceAll('\\', '/');
  const root = `${sources.root.replaceAll('\\', '/').replace(/\/$/, '')}/`;
  const wanted = path.posix.normalize(posix.startsWith(root) ? posix.slice(root.length) : posix);
  const files = await nearestFirst(sources);
  const why = 'where it happened at run time';
  const exact = [wanted, path.posix.join(sources.project, wanted)].find((one) =>
    files.includes(one),
  );
  if (exact !== undefined) return { file: exact, line, why };
  const scored = files
    .map((one) => ({ file: one, equal: equalEnd(one, wanted) }))
    .filter(({ equal }) => equal > 0)
    .sort((a, b) => b.equal - a.equal);
  const [best, second] = scored;
  if (!best) return null;
  // Only the name is equal, of several files: any choice would be a guess.
  if (second?.equal === best.equal && best.equal === 1) return null;
  return { file: best.file, line, why: `${why}; matched by the end of its path` };
}

function equalEnd(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  let equal = 0;
  while (equal < left.length && left.at(-1 - equal) === right.at(-1 - equal)) equal += 1;
  return equal;
}

const MAY_HOLD_SYMBOL =
  /\.(?:c|cc|cpp|cxx|c\+\+|h|hh|hpp|hxx|m|mm|cu|pyx|pxd|pxi|in|py|toml|cfg|cmake)$|(?:^|\/)(?:meson\.build|CMakeLists\.txt)$/i;

/**
 * A macro: where it is defined or set wins over where it is only mentioned, and the sources of the
 * module over those of others.
 */
async function locateSymbol(
  symbol: string,
  mentionWillDo: boolean,
  [module]: readonly string[],
  sources: Sources,
): Promise<Located | null> {
  if (!/^\w+$/.test(symbol)) return null;
  // A compiler's flag sets it, too: `-DNPY_TARGET_VERSION=…`, `/DNPY_TARGET_VERSION=…`.
  const name = `(?:\\b|(?<=[-/]D))${symbol}\\b`;
  const word = new RegExp(name);
  const set = new RegExp(`#\\s*define\\s+${symbol}\\b|${name}['"\\s]*[,=(:]`);
  let mention: Located | null = null;
  const own = module === undefined ? [] : await sourcesOf(module, sources);
  const files = new Set([...own, ...(await nearestFirst(sources))]);
  for (const file of [...files].filter((one) => MAY_HOLD_SYMBOL.test(one))) {
    const text = await sources.text(file);
    if (!text?.includes(symbol)) continue;
    const isC = /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|m|mm|cu)$/i.test(file);
    const lines = (isC ? withoutComments(text) : text.replace(/^\s*#(?!\s*define).*$/gm, '')).split(
      '\n',
    );
    const at = lines.findIndex((line) => set.test(line));
    if (at >= 0) return { file, line: at + 1, why: `sets ${symbol}` };
    const mentioned = lines.findIndex((line) => word.test(line));
    if (mentioned >= 0) mention ??= { file, line: mentioned + 1, why: `mentions ${symbol}` };
  }
  return mentionWillDo ? mention : null;
}

/** Never a line that the file does not have. */
async function exists(located: Located, sources: Sources): Promise<boolean> {
  const text = await sources.text(located.file);
  if (text === undefined) return false;
  const lines = text.replace(/\n$/, '').split('\n').length;
  return located.line >= 1 && located.line <= lines && (located.endLine ?? 0) <= lines;
}
