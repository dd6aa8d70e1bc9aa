import type { NumpyCause } from './numpy-cause.ts';
import { EVERY_PYTHON, forEmbedded } from './python-c-names.ts';

/** A symbol that nobody defines: NumPy is there, for another Python, another macOS or another BLAS. */
export function numpyWithoutSymbol(symbol: string, conda: boolean): NumpyCause {
  if (EVERY_PYTHON.test(symbol)) {
    return {
      cause: 'embedded',
      title: 'NumPy itself cannot be imported: the names of Python’s library are not visible to it',
      why: `Its file asks for \`${symbol}\`, which every Python has: the program that embeds Python loaded \`libpython\` for itself alone.`,
      fix: forEmbedded,
    };
  }
  if (/^_*Py/.test(symbol)) {
    return {
      cause: 'python',
      title: 'NumPy itself cannot be imported: it was built for another Python',
      why: `Its file asks for \`${symbol}\`, which this Python does not have: it is that of another Python.`,
      fix: 'Install NumPy with this very Python (`python -m pip install --force-reinstall numpy`), and remove folders of another Python (add-ons that bring NumPy along, `PYTHONPATH`) from the path.',
    };
  }
  if (/\$NEWLAPACK(?:\$ILP64)?$/.test(symbol)) {
    return {
      cause: 'macos',
      title: 'NumPy itself cannot be imported: it was built for a newer macOS',
      why: 'It uses the Accelerate of macOS 13.3 and later, which this macOS does not have.',
      fix: 'Update macOS to 13.3 or later; or install a NumPy for this one, which brings OpenBLAS along (`python -m pip install --force-reinstall --only-binary=:all: numpy`). In a program that brings NumPy along (Blender), take a release of it that is for this macOS.',
    };
  }
  return {
    cause: symbol,
    title: `NumPy itself cannot be imported: \`${symbol}\` is not defined`,
    why: /blas|lapack/i.test(symbol)
      ? 'The loader found another BLAS library than the one that this NumPy was built with.'
      : 'The loader found another release of a library than the one that this NumPy was built with.',
    fix: `Look for an old copy of the library in \`LD_LIBRARY_PATH\` (a module system, MKL, a program that starts Python), and start without it; else install NumPy anew together with its libraries (${conda ? '`conda install --force-reinstall numpy libblas libcblas`, with all packages from one channel' : '`pip install --force-reinstall --no-cache-dir numpy`, whose wheels bundle theirs'}).`,
  };
}
