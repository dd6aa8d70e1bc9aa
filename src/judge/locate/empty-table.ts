import type { EmptyTable } from '../../model/measurements.ts';
import type { NativeFrame } from '../../model/observation.ts';
import { codeOf, DEFINES_MODULE, INITIALISES } from './code-of.ts';
import { dividedTable, textsOf, type Unit } from './divided-table.ts';
import { enclosingFunction } from './enclosing-function.ts';
import { lineAt } from './line-at.ts';
import { sourcesOf } from './locate-module.ts';
import { NATIVE } from './missing-import-array.ts';
import type { Sources } from './sources.ts';
import { tableCall } from './table-call.ts';

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
  const unit = await textsOf(module, sources);
  if (!unit) return null;
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
  const calling: string[] = [];
  for (const file of listed) {
    const { text, initialises } = await codeOf(file, sources);
    if (!initialises && tableCall(text) !== null) calling.push(file);
  }
  if (calling.length === 0) return null;
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
  const [called] = native.flatMap(([file, text]) =>
    crashes.flatMap((frame) => {
      const name = callAt(frame, file, text);
      return name === null ? [] : [{ file, name, line: frame.line ?? 1 }];
    }),
  );
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
