import path from 'node:path';
import picomatch from 'picomatch';
import { compareText } from '../../model/compare-text.ts';
import { BUILD_FILES, type Definition, definitionsIn } from './definitions.ts';
import { initLine } from './init-line.ts';
import type { Located } from './located.ts';
import { filesNamed, nearestFirst, once } from './project-files.ts';
import type { Sources } from './sources.ts';

const NATIVE = /\.(?:c|cc|cpp|cxx|c\+\+|m|mm|cu|rs|pyx|pyf|i|in)$/i;

/** More native sources than this are not all read. */
const MAX_READ = 4000;

interface Found extends Definition {
  readonly file: string;
}

/** The line that defines the module's init function in the user's sources. */
export async function locateInit(module: string, sources: Sources): Promise<Located | null> {
  const stem = stemOf(module);
  const definition = await findDefinition(module, sources);
  const listed = definition ? await resolveSources(definition, sources) : [];
  for (const file of listed) {
    const line = initLine(file, (await sources.text(file)) ?? '', stem);
    if (line !== null) return { file, line, why: `defines ${module}, says ${definition?.place}` };
  }
  const others: Located[] = [];
  for (const file of (await nearestFirst(sources))
    .filter((one) => NATIVE.test(one))
    .slice(0, MAX_READ)) {
    const text = await sources.text(file);
    const line =
      text?.includes(stem) || file.includes(stem) ? initLine(file, text ?? '', stem) : null;
    if (line !== null) others.push({ file, line, why: `defines ${module}` });
  }
  const [best, ...rest] = others.sort(
    (a, b) => closeness(b.file, module) - closeness(a.file, module) || compareText(a.file, b.file),
  );
  if (!best) return null;
  return rest.length === 0
    ? best
    : { ...best, why: `${best.why}; nearest by name of ${others.length}` };
}

/** The source files that a build file lists for the module; empty when none does. */
export async function sourcesOf(module: string, sources: Sources): Promise<readonly string[]> {
  const definition = await findDefinition(module, sources);
  return definition ? resolveSources(definition, sources) : [];
}

/** The line of the build file that defines the extension module. */
export async function locateDefinition(module: string, sources: Sources): Promise<Located | null> {
  const found = await findDefinition(module, sources);
  return found ? { file: found.file, line: found.line, why: found.place } : null;
}

/** All that the project's build files define, those of the nearest file first. */
const definitions = once(async (sources): Promise<readonly Found[]> => {
  const found: Found[] = [];
  for (const file of await filesNamed(sources, BUILD_FILES)) {
    const text = await sources.text(file);
    if (text === undefined) continue;
    for (const one of definitionsIn(file, text)) found.push({ ...one, file });
  }
  return found;
});

async function findDefinition(module: string, sources: Sources): Promise<Found | null> {
  const found = (await definitions(sources)).filter((one) => fitness(one, module) > 0);
  // Array.sort is stable: of equally good ones, the nearest file's first stays first.
  return found.sort((a, b) => fitness(b, module) - fitness(a, module))[0] ?? null;
}

/** 0: another module. The whole name is best, then as much of its end as possible. */
function fitness(definition: Found, module: string): number {
  const written = definition.module.replaceAll('/', '.');
  if (written === module) return 1000;
  const [a, b] = [written.split('.'), module.split('.')];
  let equal = 0;
  while (equal < a.length && equal < b.length && a.at(-1 - equal) === b.at(-1 - equal)) equal += 1;
  if (equal === 0 || (equal < a.length && equal < b.length)) return 0;
  return equal * 10 + closeness(definition.file, module);
}

/** How many of the path's folders are packages of the module's name. */
function closeness(file: string, module: string): number {
  const packages = new Set(module.split('.'));
  const parts = file.replace(/\.[^/.]+$/, '').split('/');
  return parts.filter((part) => packages.has(part)).length;
}

/** Sources as the build file writes them: beside it, or anywhere with that ending of the path. */
async function resolveSources(definition: Found, sources: Sources): Promise<readonly string[]> {
  const files = await sources.list();
  const folder = path.posix.dirname(definition.file);
  return definition.sources.flatMap((source) => {
    const clean = source.replace(/\$\{[^}]*\}\/?/g, '').replace(/^\.?\//, '');
    const beside = path.posix.normalize(path.posix.join(folder, clean));
    if (files.includes(beside)) return [beside];
    if (beside.includes('*')) {
      const matches = picomatch(beside);
      return files.filter((file) => matches(file));
    }
    const ending = files.find((file) => file === clean || file.endsWith(`/${clean}`));
    return ending === undefined ? [] : [ending];
  });
}

function stemOf(module: string): string {
  return module.slice(module.lastIndexOf('.') + 1);
}
