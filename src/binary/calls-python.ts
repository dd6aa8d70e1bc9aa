import type { Buffer } from 'node:buffer';
import { holdsText } from './byte-search.ts';

/**
 * Parts of names of Python's C-API, as every symbol table spells them. What makes a module itself
 * names `PyModule…`; what lets a library do so (Boost.Python) names others, too. A `PyModExport_*`
 * (PEP 793) only hands a table over, and need not call anything.
 */
const API_NAMES = [
  ...['PyModule', 'PyModExport_', 'PyObject', 'PyErr_', 'PyExc_', 'Py_'],
  // PyPy makes cffi's modules itself, of a table that they hand over.
  '_cffi_pypyinit_',
] as const;

/**
 * Whether a binary names anything of Python's C-API besides init functions of its own. One that does
 * not cannot make a module, whatever it exports: setuptools wants an init function of every
 * extension on Windows, and libraries for ctypes define an empty one.
 *
 * @param bytes the whole file
 * @example callsPython(Buffer.from('\0PyInit__x\0PyModule_Create2\0')) // true
 * @example callsPython(Buffer.from('\0PyInit__x\0malloc\0')) // false
 */
export function callsPython(bytes: Buffer): boolean {
  return API_NAMES.some((text) => holdsText(bytes, text));
}
