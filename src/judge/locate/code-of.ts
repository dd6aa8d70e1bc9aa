import { withoutComments } from './init-line.ts';
import type { Sources } from './sources.ts';

/** A file without its comments, and what it shows of NumPy's C-API. */
export interface Code {
  readonly text: string;
  readonly initialises: boolean;
  readonly definesModule: boolean;
  readonly includesNumpy: boolean;
}

/**
 * Anything that may set the table: `import_array()`, its relatives, a wrapper macro in capitals, and
 * generators that do it themselves. pybind11 and nanobind fill tables of their own, not NumPy’s.
 */
export const INITIALISES =
  /(?<!NO_?)_?import_(?:array|umath|ufunc)\w*|PyArray_ImportNumPyAPI|numpy_import|PyArray_API\s*=|boost\/python|f2py/i;

/** A file that defines a module belongs to that one alone. */
export const DEFINES_MODULE = /\bPyInit_|\b(?:PYBIND11|NB|BOOST_PYTHON)_MODULE\b/;

/** The include of the header that declares the table. */
export const NUMPY_HEADER = /#\s*include\s*[<"]numpy\/(?:nd)?arrayobject\.h[>"]/;

const known = new WeakMap<Sources, Map<string, Promise<Code>>>();

/**
 * A file's code; without a text when it cannot be read. Kept, as each module of a project asks for the
 * same thousands of headers.
 */
export function codeOf(file: string, sources: Sources): Promise<Code> {
  const codes = known.get(sources) ?? new Map<string, Promise<Code>>();
  known.set(sources, codes);
  const code = codes.get(file) ?? read(file, sources);
  codes.set(file, code);
  return code;
}

async function read(file: string, sources: Sources): Promise<Code> {
  const text = withoutComments((await sources.text(file)) ?? '');
  return {
    text,
    initialises: INITIALISES.test(text),
    definesModule: file.endsWith('.pyx') || DEFINES_MODULE.test(text),
    includesNumpy: NUMPY_HEADER.test(text),
  };
}
