import path from 'node:path';
import { cimportedCall } from './cimported.ts';
import { includedCall } from './included.ts';
import { withoutComments } from './init-line.ts';
import { locateInit, sourcesOf } from './locate-module.ts';
import { ownFiles } from './project-files.ts';
import type { Sources } from './sources.ts';
import { tableCall } from './table-call.ts';

export const NATIVE = /\.(?:c|cc|cpp|cxx|c\+\+|m|mm|pyx)$/i;
export const HEADER = /\.(?:h|hh|hpp|hxx|inc|inl|def|pxd|pxi|ipp|tcc|src|in)$/i;

/**
 * Anything that may set the table: `import_array()`, its relatives, a wrapper macro in capitals, and
 * generators that do it themselves. pybind11 and nanobind fill tables of their own, not NumPy’s.
 */
export const INITIALISES =
  /(?<!NO_?)_?import_(?:array|umath|ufunc)\w*|PyArray_ImportNumPyAPI|numpy_import|PyArray_API\s*=|boost\/python|f2py/i;

/** Their users call functions of NumPy's only where they include its header, too. */
const BINDINGS = /#\s*include\s*[<"](?:pybind11|nanobind)\//;
const NUMPY_HEADER = /#\s*include\s*[<"]numpy\/(?:nd)?arrayobject\.h[>"]/;

/** A file that defines a module belongs to that one alone. */
export const DEFINES_MODULE = /\bPyInit_|\b(?:PYBIND11|NB|BOOST_PYTHON)_MODULE\b/;

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
  const { init, files } = unit;
  let called: string | null = null;
  const headers: (readonly [file: string, text: string])[] = [];
  for (const file of files) {
    const whole = (await sources.text(file)) ?? '';
    const text = withoutComments(whole);
    if (file !== init && DEFINES_MODULE.test(file.endsWith('.pyx') ? 'PyInit_' : text)) {
      continue;
    }
    if (INITIALISES.test(text)) return null;
    if (/\.px[di]$/.test(file)) headers.push([file, cythonCode(whole)]);
    else if (HEADER.test(file)) headers.push([file, text]);
    else called ??= tableCall(file.endsWith('.pyx') ? cythonCode(whole) : text);
  }
  const text = (await sources.text(init)) ?? '';
  if (BINDINGS.test(text) && !(await includesNumpy(files, sources))) return null;
  if (called !== null) return called;
  if (init.endsWith('.i')) return typemapCall(withoutComments(text));
  return init.endsWith('.pyx')
    ? cimportedCall(init, text, headers)
    : includedCall(init, withoutComments(text), headers);
}

async function includesNumpy(files: readonly string[], sources: Sources): Promise<boolean> {
  for (const file of files) {
    if (NUMPY_HEADER.test(withoutComments((await sources.text(file)) ?? ''))) return true;
  }
  return false;
}

/** Without comments; `//` divides, and C may stand between quotes. */
function cythonCode(text: string): string {
  return text.replaceAll(/#(?![ \t]*define\b).*/g, '');
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
 * @returns the files that may make up a module, the one that defines it first, and all headers; null
 *   where none defines it
 */
export async function unitsOf(
  module: string,
  sources: Sources,
): Promise<{ readonly init: string; readonly files: readonly string[] } | null> {
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
  return { init: init.file, files };
}

/** Interfaces include each other; NumPy's own leaves the initialisation to whoever includes it. */
function isInterface(file: string): boolean {
  return /\.(?:i|swg)$/.test(file) && path.posix.basename(file) !== 'numpy.i';
}

function near(file: string, folder: string): boolean {
  return folder === '.' || file.startsWith(`${folder}/`);
}
