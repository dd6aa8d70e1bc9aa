import path from 'node:path';
import type { EmptyTable } from '../../model/measurements.ts';
import { codeOf, DEFINES_MODULE, INITIALISES, NUMPY_HEADER } from './code-of.ts';
import { isCompiled } from './conditions.ts';
import { meant } from './included.ts';
import { lineAt } from './line-at.ts';
import { HEADER, NATIVE, unitsOf } from './missing-import-array.ts';
import { filesNamed } from './project-files.ts';
import type { Sources } from './sources.ts';
import { tableCalls } from './table-call.ts';
import { tableOf } from './table-of.ts';

type Text = readonly [file: string, text: string];

/** The files of a module, without comments; the one that defines it first. */
export interface Unit {
  readonly init: string;
  readonly texts: readonly Text[];
  readonly buildFiles: readonly Text[];
}

const BUILD_FILE =
  /^(?:setup\.(?:py|cfg)|pyproject\.toml|meson\.build|CMakeLists\.txt|Makefile|.*\.cmake)$/;
/** Set for all files by the build, which may also compile them as one. */
const SHARED_BY_BUILD =
  /PY_ARRAY_UNIQUE_SYMBOL|NO_IMPORT(?:_ARRAY)?\b|UNITY_BUILD|\bunity\b|-include\b/;
/** Generators, whose own files see to it. */
const GENERATED = /boost\/python|f2py/;

/** @returns null where no source defines the module */
export async function textsOf(module: string, sources: Sources): Promise<Unit | null> {
  const found = await unitsOf(module, sources);
  if (!found) return null;
  const read = async (file: string): Promise<Text> => [file, (await codeOf(file, sources)).text];
  const texts: Text[] = [];
  for (const file of found.files) texts.push(await read(file));
  const buildFiles: Text[] = [];
  for (const file of await filesNamed(sources, BUILD_FILE)) buildFiles.push(await read(file));
  return { init: found.init, texts, buildFiles };
}

/**
 * Of several files one calls `import_array()`: each file that includes NumPy's header has a static
 * table of its own, unless `PY_ARRAY_UNIQUE_SYMBOL` stands above the include, and is the same in all.
 *
 * @returns the first file that calls through a table which nobody fills; null where there is none, or
 *   a condition of the preprocessor decides
 */
export function dividedTable({ init, texts, buildFiles }: Unit): EmptyTable | null {
  const all = [...texts, ...buildFiles];
  if (buildFiles.some(([, text]) => SHARED_BY_BUILD.test(text))) return null;
  if (all.some(([, text]) => GENERATED.test(text))) return null;
  const headers = texts.filter(([file]) => HEADER.test(file));
  const native = texts
    .filter(([file]) => NATIVE.test(file))
    .map(([file, text]) => {
      const whole = withHeaders(file, text, headers);
      return { file, text, whole, table: tableOf(whole) };
    });
  const filling = native.filter(({ whole }) => INITIALISES.test(whole));
  const filledIn = native.find(({ text }) => fills(text))?.file;
  if (filledIn === undefined) return null;
  const included = includedNames(texts);
  const filled = new Set(filling.flatMap(({ table }) => table?.symbol ?? []));
  const isUnclear = filling.some(({ table }) => table === null);
  for (const { file, text, whole, table } of native) {
    const isOther = file === init || DEFINES_MODULE.test(text) || file.endsWith('.pyx');
    if (isOther || INITIALISES.test(whole) || included.has(path.posix.basename(file))) continue;
    const call = tableCalls(text).find(({ index }) => isCompiled(text, index, whole));
    if (!table || !call || table.isExtern) continue;
    if (table.symbol !== null && filled.has(table.symbol)) continue;
    // Nobody knows which table that fills.
    if (table.symbol !== null && isUnclear) continue;
    const how = table.symbol !== null ? 'other-symbol' : table.isLate ? 'too-late' : 'apart';
    const line = lineAt(text, NUMPY_HEADER.exec(text)?.index ?? call.index);
    return { how, file, line, called: call.name, filledIn, within: null };
  }
  return null;
}

/** What another file includes, or a Cython module takes in, is a part of that; by last names. */
function includedNames(texts: readonly Text[]): ReadonlySet<string> {
  const line = /^[ \t]*(?:#[ \t]*include|cdef[ \t]+extern[ \t]+from)[ \t]*[<"']([^">'\n]+)/gm;
  return new Set(
    texts.flatMap(([, text]) =>
      [...text.matchAll(line)].map(([, name = '']) => path.posix.basename(name)),
    ),
  );
}

/** Cython 3 calls it by itself where a module cimports NumPy. */
function fills(text: string): boolean {
  return /\b_?import_array\d?\s*\(|^\s*cimport\s+numpy\b/m.test(text);
}

/** A text with the project's own headers in place of their includes, each once. */
function withHeaders(file: string, text: string, headers: readonly Text[]): string {
  const seen = new Set<string>();
  const insert = (from: string, part: string): string =>
    part.replace(/^[ \t]*#[ \t]*include[ \t]*[<"]([^">]+)[">].*$/gm, (line, name: string) => {
      const [found] = /^numpy\//.test(name) ? [] : meant(from, name, headers);
      if (!found || seen.has(found[0])) return line;
      seen.add(found[0]);
      return insert(found[0], found[1]);
    });
  return insert(file, text);
}
