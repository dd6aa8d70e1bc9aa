import path from 'node:path';
import { cimportedCall } from './cimported.ts';
import { codeOf } from './code-of.ts';
import { includedCall } from './included.ts';
import { locateInit, sourcesOf } from './locate-module.ts';
import { ownFiles } from './project-files.ts';
import type { Sources } from './sources.ts';
import { tableCall } from './table-call.ts';

export const NATIVE = /\.(?:c|cc|cpp|cxx|c\+\+|m|mm|pyx)$/i;
export const HEADER = /\.(?:h|hh|hpp|hxx|inc|inl|def|pxd|pxi|ipp|tcc|src|in)$/i;

/** Their users call functions of NumPy's only where they include its header, too. */
const BINDINGS = /#\s*include\s*[<"](?:pybind11|nanobind)\//;

/** Such a file is a part of a module that has the table: without a list not of any one beside it. */
const SHARES = /^[ \t]*#[ \t]*define[ \t]+NO_IMPORT_ARRAY\b/m;

/**
 * A module whose sources call NumPy's C-API and never initialise it. A warning made of sources can
 * be wrong in many ways, so that any sign of an initialisation anywhere near keeps it silent.
 *
 * @param module dotted name
 * @returns the function that is called, null when nothing is missing or nothing is sure
 */
export async function missingImportArray(module: string, sources: Sources): Promise<string | null> {
  const unit = await unitsOf(module, sources);
  if (!unit) return null;
  const { init, files, isListed } = unit;
  let called: string | null = null;
  const headers: (readonly [file: string, text: string])[] = [];
  for (const file of files) {
    const { text, initialises, definesModule } = await codeOf(file, sources);
    if (file !== init && definesModule) continue;
    if (initialises) return null;
    const code = /\.p(?:yx|x[di])$/.test(file) ? await cythonCode(file, sources) : text;
    if (HEADER.test(file)) headers.push([file, code]);
    else if (file.endsWith('.pyx')) called ??= tableCall(code);
    else if (isListed || file === init || !SHARES.test(text)) called ??= tableCall(text);
  }
  const text = (await sources.text(init)) ?? '';
  if (BINDINGS.test(text) && !(await includesNumpy(files, sources))) return null;
  if (called !== null) return called;
  if (init.endsWith('.pyx')) return cimportedCall(init, text, headers);
  const { text: code } = await codeOf(init, sources);
  return init.endsWith('.i') ? typemapCall(code) : includedCall(init, code, headers);
}

async function includesNumpy(files: readonly string[], sources: Sources): Promise<boolean> {
  for (const file of files) {
    if ((await codeOf(file, sources)).includesNumpy) return true;
  }
  return false;
}

/** Without comments; `//` divides, and C may stand between quotes. */
async function cythonCode(file: string, sources: Sources): Promise<string> {
  return ((await sources.text(file)) ?? '').replaceAll(/#(?![ \t]*define\b).*/g, '');
}

/** What the code calls that the typemaps of NumPy's `numpy.i` stand for. */
const TYPEMAPS: readonly (readonly [RegExp, string])[] = [
  [/\bARGOUTVIEWM?_(?:F?ARRAY)\d/, 'PyArray_SimpleNewFromData'],
  [/\bARGOUT_ARRAY\d/, 'PyArray_SimpleNew'],
  [/\bIN_F?ARRAY\d/, 'PyArray_FROMANY'],
  [/\bINPLACE_(?:F?ARRAY\d|ARRAY_FLAT)/, 'PyArray_Check'],
];

function typemapCall(text: string): string | null {
  if (!/^[ \t]*%include[ \t]*[<"](?:[^">]*\/)?numpy\.i[">]/m.test(text)) return null;
  return TYPEMAPS.find(([typemap]) => typemap.test(text))?.[1] ?? null;
}

/**
 * @returns the files that may make up a module, the one that defines it first, and all headers, and
 *   whether a build file lists them; null where none defines it
 */
export async function unitsOf(
  module: string,
  sources: Sources,
): Promise<{
  readonly init: string;
  readonly files: readonly string[];
  readonly isListed: boolean;
} | null> {
  const init = await locateInit(module, sources);
  if (!init) return null;
  const listed = await sourcesOf(module, sources);
  const swig = init.file.endsWith('.i');
  const folder = path.posix.dirname(init.file);
  const own = await ownFiles(sources);
  // Without a list of its sources, all that lie beside the one that defines it may be its own.
  const beside = own.filter(
    (file) => NATIVE.test(file) && (listed.length === 0 || listed.includes(file)),
  );
  const group = listed.length > 0 ? beside : beside.filter((file) => near(file, folder));
  const headers = own.filter((file) => HEADER.test(file) || (swig && isInterface(file)));
  const files = [...new Set([init.file, ...group, ...headers])];
  return { init: init.file, files, isListed: listed.length > 0 };
}

/** Interfaces include each other; NumPy's own leaves the initialisation to whoever includes it. */
function isInterface(file: string): boolean {
  return /\.(?:i|swg)$/.test(file) && path.posix.basename(file) !== 'numpy.i';
}

function near(file: string, folder: string): boolean {
  return folder === '.' || file.startsWith(`${folder}/`);
}
