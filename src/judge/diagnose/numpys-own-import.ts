import type { ExceptionRecord, Frame } from '../../model/observation.ts';

/** The first sentence of NumPy's advice, of today and up to 1.16. */
export const ADVICE_HEAD =
  /Importing the (?:numpy [Cc]-extensions|multiarray numpy extension module) failed/;

/** `numpy/core/__init__.py`, and `core\multiarray.py` where a program was frozen. */
const PACKAGE = /[\\/]numpy[\\/](?:_?core[\\/])?__init__\.pyc?$/;
const INSIDE = /[\\/]numpy[\\/]/;
/** What only NumPy’s own files import: crash reporters leave no folders in the names of files. */
const OWN_SOURCE =
  /^(?:from \. import (?:_distributor_init|multiarray|_multiarray_umath)\b|from numpy\._?core\._multiarray_umath import)/;

/** NumPy's own files ask its compiled core for names that nobody else does. */
const OF_CORE = /^from numpy\._core\.(?:umath|multiarray|overrides) import/;

/** Of Python's library: through it NumPy on Windows loads the libraries that it brings along. */
const LIBRARY = /[\\/]ctypes[\\/]__init__\.py$/;

/** Cython names a source as the build saw it, and its module's first code after the module. */
const CYTHON = /^init numpy\./;

function isNumpys(frame: Frame): boolean {
  return (
    INSIDE.test(frame.file) || CYTHON.test(frame.function) || OWN_SOURCE.test(frame.source ?? '')
  );
}

/**
 * The innermost frame of an exception that ended NumPy’s own import: whoever asked for NumPy did
 * not fail, and is not to blame.
 *
 * @returns undefined where something else was imported, or called
 */
export function numpysOwnFrame({ frames }: ExceptionRecord): Frame | undefined {
  const [last, ...outer] = frames
    .filter((one) => !one.file.startsWith('<') && !LIBRARY.test(one.file))
    .toReversed();
  if (last === undefined || !isNumpys(last)) return undefined;
  if (last.function !== '<module>' && !CYTHON.test(last.function)) return undefined;
  const end = outer.findIndex((one) => !isNumpys(one));
  const own = [last, ...(end < 0 ? outer : outer.slice(0, end))];
  // A part that a program asks for by itself (`numpy.distutils`) is its own affair.
  const part = own.some((one) => /[\\/]numpy[\\/](?:distutils|f2py|testing)[\\/]/.test(one.file));
  // A compiled module of NumPy's own that does not begin is NumPy's own affair, whoever asked.
  const core = own.some(
    (one) =>
      CYTHON.test(one.function) ||
      PACKAGE.test(one.file) ||
      (INSIDE.test(one.file) && OF_CORE.test(one.source ?? '')) ||
      (one.source !== undefined && OWN_SOURCE.test(one.source)),
  );
  return core && !part ? last : undefined;
}
