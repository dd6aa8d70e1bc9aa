import path from 'node:path';
import type { EmptyTable } from '../../model/measurements.ts';
import type { NativeFrame } from '../../model/observation.ts';
import { isCompiled } from './conditions.ts';
import { enclosingFunction } from './enclosing-function.ts';
import { withoutComments } from './init-line.ts';
import { sourcesOf } from './locate-module.ts';
import { DEFINES_MODULE, INITIALISES, NATIVE, unitsOf } from './missing-import-array.ts';
import { filesNamed } from './project-files.ts';
import type { Sources } from './sources.ts';
import { tableCall, tableCalls } from './table-call.ts';

/** The files of a module, without comments; the one that defines it first, and build files last. */
interface Unit {
  readonly init: string;
  readonly texts: readonly (readonly [file: string, text: string])[];
}

/** What makes one table of all, where it stands in any source, header or build file. */
const SHARED = /PY_ARRAY_UNIQUE_SYMBOL|NO_IMPORT_ARRAY|pybind11\/|nanobind\/|boost\/python|f2py/;
const INCLUDES = /#\s*include\s*[<"]numpy\/(?:nd)?array(?:object|scalars)\.h[>"]/;
const BUILD_FILE = /^(?:setup\.(?:py|cfg)|pyproject\.toml|meson\.build|CMakeLists\.txt|Makefile)$/;
/** Whatever fills the table of ufuncs, and generators that see to it themselves. */
const FILLS_UFUNCS =
  /_?import_(?:umath|ufunc)\w*|PyUFunc_ImportUFuncAPI|PyUFunc_API\s*=|pybind11\/|nanobind\/|boost\/python|f2py/i;
const UFUNC_CALL = /\b(PyUFunc_\w+)\s*\(/;

/**
 * The table of NumPy's C-API through which a module calls although it is not filled, as its sources
 * show it: that of one of its files, that of ufuncs, or all of it as long as a function was not called.
 *
 * @param module dotted name
 * @param crashes native frames of what crashed, which say where it called
 * @returns null where there is no such table, or nothing is sure
 */
export async function emptyTable(
  module: string,
  crashes: readonly NativeFrame[],
  sources: Sources,
): Promise<EmptyTable | null> {
  const found = await unitsOf(module, sources);
  if (!found) return null;
  const texts: (readonly [string, string])[] = [];
  for (const file of [...found.files, ...(await filesNamed(sources, BUILD_FILE))]) {
    texts.push([file, withoutComments((await sources.text(file)) ?? '')]);
  }
  const unit = { init: found.init, texts };
  const sure = dividedTable(unit) ?? ufuncTable(unit);
  if (sure) return (await isListed(module, sure, sources)) ? { ...sure, listed: true } : sure;
  return lateTable(unit, crashes);
}

/**
 * The same where nothing crashed: only of files that a build file lists, which are read alone at first.
 *
 * @param module dotted name
 */
export async function listedTable(module: string, sources: Sources): Promise<EmptyTable | null> {
  const listed = (await sourcesOf(module, sources)).filter((file) => NATIVE.test(file));
  if (listed.length < 2) return null;
  const texts: (readonly [string, string])[] = [];
  for (const file of listed) texts.push([file, withoutComments((await sources.text(file)) ?? '')]);
  if (!dividedTable({ init: '', texts })) return null;
  const found = await emptyTable(module, [], sources);
  return found?.listed ? found : null;
}

/** Whether a build file says that both files are compiled into the module: one beside it may be dead. */
async function isListed(
  module: string,
  { file, filledIn }: EmptyTable,
  sources: Sources,
): Promise<boolean> {
  const listed = await sourcesOf(module, sources);
  return listed.includes(file) && listed.includes(filledIn);
}

/**
 * Of several files one calls `import_array()`: each file that includes NumPy's header has a static
 * table of its own, unless `PY_ARRAY_UNIQUE_SYMBOL` makes it one.
 */
function dividedTable({ init, texts }: Unit): EmptyTable | null {
  if (texts.some(([, text]) => SHARED.test(text))) return null;
  const native = texts.filter(([file]) => NATIVE.test(file));
  const filledIn = native.find(([, text]) => /\b_?import_array\d?\s*\(/.test(text))?.[0];
  if (filledIn === undefined) return null;
  for (const [file, text] of native) {
    const isOther = file === init || DEFINES_MODULE.test(text) || file.endsWith('.pyx');
    if (isOther || INITIALISES.test(text) || !INCLUDES.test(text)) continue;
    // Some write all into one: then it has the table of the file that includes it.
    if (native.some(([, other]) => includes(other, file))) continue;
    const called = tableCalls(text).find(({ index }) => isCompiled(text, index, text))?.name;
    const line = lineAt(text, INCLUDES.exec(text)?.index ?? 0);
    if (called) return { how: 'apart', file, line, called, filledIn, within: null };
  }
  return null;
}

function includes(text: string, file: string): boolean {
  const name = path.posix.basename(file);
  return [...text.matchAll(/#\s*include\s*[<"]([^">]+)[">]/g)].some(
    ([, included = '']) => path.posix.basename(included) === name,
  );
}

/** Ufuncs have a table of their own, which `import_array()` does not fill. */
function ufuncTable({ init, texts }: Unit): EmptyTable | null {
  if (texts.some(([, text]) => FILLS_UFUNCS.test(text))) return null;
  for (const [file, text] of texts) {
    const call = NATIVE.test(file) ? UFUNC_CALL.exec(text) : null;
    const isOther = file !== init && DEFINES_MODULE.test(text);
    if (!call?.[1] || isOther) continue;
    const line = lineAt(text, call.index);
    return { how: 'ufunc', file, line, called: call[1], filledIn: init, within: null };
  }
  return null;
}

/** What crashed called through the table, which functions that Python alone calls fill. */
function lateTable({ texts }: Unit, crashes: readonly NativeFrame[]): EmptyTable | null {
  const native = texts.filter(([file]) => NATIVE.test(file) && !file.endsWith('.pyx'));
  const called = native.flatMap(([file, text]) => {
    return crashes.flatMap((frame) => {
      const name = callAt(frame, file, text);
      return name === null ? [] : [{ file, name, line: frame.line ?? 1 }];
    });
  })[0];
  if (!called) return null;
  const fills = texts.flatMap(([file, text]) =>
    [...text.matchAll(new RegExp(INITIALISES, 'gi'))].map(({ index }) => ({
      file,
      within: NATIVE.test(file) ? enclosingFunction(text, index) : null,
    })),
  );
  const all = native.map(([, text]) => text).join('\n');
  const [first] = fills;
  if (!first?.within) return null;
  if (!fills.every(({ within }) => within !== null && isForPythonAlone(within, all))) return null;
  const { file, within } = first;
  const { name, line } = called;
  return { how: 'late', file: called.file, line, called: name, filledIn: file, within };
}

/** 1-based. */
function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** The function of NumPy's that the line of a frame calls through the table. */
function callAt(frame: NativeFrame, file: string, text: string): string | null {
  if (frame.line === null || !frame.file?.replaceAll('\\', '/').endsWith(file)) return null;
  return tableCall(text.split('\n')[frame.line - 1] ?? '');
}

/** Whether a function is named where it is defined and in a table of methods, and nowhere else. */
function isForPythonAlone(name: string, text: string): boolean {
  const count = (pattern: string) => [...text.matchAll(new RegExp(pattern, 'g'))].length;
  const listed = count(String.raw`\{\s*"[^"]*"\s*,\s*(?:\(\s*\w+\s*\)\s*)*${name}\s*,`);
  return listed > 0 && count(String.raw`\b${name}\b(?!")`) - listed === 1;
}
