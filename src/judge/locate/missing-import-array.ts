import path from 'node:path';
import { withoutComments } from './init-line.ts';
import { locateInit, sourcesOf } from './locate-module.ts';
import { filesNamed, ownFiles } from './project-files.ts';
import type { Sources } from './sources.ts';

const NATIVE = /\.(?:c|cc|cpp|cxx|c\+\+|m|mm|pyx)$/i;
const HEADER = /\.(?:h|hh|hpp|hxx|inc|inl|def|pxd|pxi|ipp|tcc|src|in)$/i;

/**
 * Anything that may set the table: `import_array()`, its relatives, a wrapper macro in capitals, and
 * generators that do it themselves.
 */
const INITIALISES =
  /_?import_(?:array|umath|ufunc)\w*|PyArray_ImportNumPyAPI|numpy_import|PyArray_API\s*=|pybind11\/|nanobind\/|boost\/python|f2py/i;

/** Macros that only read the array's struct: they work without the table. */
const INLINE =
  /^PyArray_(?:NDIM|DATA|BYTES|DIMS?|SHAPE|STRIDES?|BASE|DESCR|DTYPE|FLAGS|CHKFLAGS|TYPE|GETPTR[1-4]|IS_[CF]_CONTIGUOUS|ISWRITEABLE|ISALIGNED|ISCONTIGUOUS|ISFORTRAN|CLEARFLAGS|ENABLEFLAGS|HANDLER|malloc|free|realloc|[A-Z]*ORDER)$/;

/** A file that defines a module belongs to that one alone. */
const DEFINES_MODULE = /\bPyInit_|\b(?:PYBIND11|NB|BOOST_PYTHON)_MODULE\b/;

const CALL = /\b(PyArray_\w+|PyUFunc_\w+)\s*\(/g;

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
  for (const file of files) {
    const text = withoutComments((await sources.text(file)) ?? '');
    if (file !== init && DEFINES_MODULE.test(file.endsWith('.pyx') ? 'PyInit_' : text)) {
      continue;
    }
    if (INITIALISES.test(text)) return null;
    if (HEADER.test(file)) continue;
    called ??= tableCall(text);
  }
  return called;
}

/** A file of a module that has a table of its own, which nobody fills. */
export interface DividedTable {
  /** The file, and the function of NumPy's that it calls through the table. */
  readonly file: string;
  readonly called: string;
  /** Where `import_array()` fills the table of another file. */
  readonly filledIn: string;
}

/** What makes one table of all, where it stands in any source, header or build file. */
const SHARED = /PY_ARRAY_UNIQUE_SYMBOL|NO_IMPORT_ARRAY|pybind11\/|nanobind\/|boost\/python|f2py/;
const INCLUDES = /#\s*include\s*[<"]numpy\/(?:nd)?array(?:object|scalars)\.h[>"]/;
const BUILD_FILE = /^(?:setup\.(?:py|cfg)|pyproject\.toml|meson\.build|CMakeLists\.txt|Makefile)$/;

/**
 * A module of several files of which one calls `import_array()`: each file that includes NumPy's
 * header has a static table of its own, unless `PY_ARRAY_UNIQUE_SYMBOL` makes it one.
 *
 * @param module dotted name
 * @returns null where there is no such file, or nothing is sure
 */
export async function dividedTable(module: string, sources: Sources): Promise<DividedTable | null> {
  const unit = await unitsOf(module, sources);
  if (!unit) return null;
  const build = await filesNamed(sources, BUILD_FILE);
  const texts: (readonly [file: string, text: string])[] = [];
  for (const file of [...unit.files, ...build]) {
    const text = withoutComments((await sources.text(file)) ?? '');
    if (SHARED.test(text)) return null;
    if (NATIVE.test(file)) texts.push([file, text]);
  }
  const filledIn = texts.find(([, text]) => /\b_?import_array\d?\s*\(/.test(text))?.[0];
  if (filledIn === undefined) return null;
  for (const [file, text] of texts) {
    const isOther = file === unit.init || DEFINES_MODULE.test(text) || file.endsWith('.pyx');
    if (isOther || INITIALISES.test(text) || !INCLUDES.test(text)) continue;
    const called = tableCall(text);
    if (called !== null) return { file, called, filledIn };
  }
  return null;
}

/** The first function that is called through the table. */
function tableCall(text: string): string | null {
  for (const [, name = ''] of text.matchAll(CALL)) if (!INLINE.test(name)) return name;
  return null;
}

/** The files that may make up a module, the one that defines it first, and all headers. */
async function unitsOf(
  module: string,
  sources: Sources,
): Promise<{ readonly init: string; readonly files: readonly string[] } | null> {
  const init = await locateInit(module, sources);
  if (!init) return null;
  const listed = await sourcesOf(module, sources);
  const folder = path.posix.dirname(init.file);
  const own = await ownFiles(sources);
  // Without a list of its sources, all that lie beside the one that defines it may be its own.
  const beside = own.filter(
    (file) => NATIVE.test(file) && (listed.length === 0 || listed.includes(file)),
  );
  const group = listed.length > 0 ? beside : beside.filter((file) => near(file, folder));
  const files = [...new Set([init.file, ...group, ...own.filter((file) => HEADER.test(file))])];
  return { init: init.file, files };
}

function near(file: string, folder: string): boolean {
  return folder === '.' || file.startsWith(`${folder}/`);
}
