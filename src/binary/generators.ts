import type { Buffer } from 'node:buffer';
import type { Generator as BindingGenerator } from '../model/compiled-module.ts';
import { occurrences } from './byte-search.ts';

interface Mark {
  readonly name: BindingGenerator['name'];
  /** A text that every module of this generator holds. */
  readonly text: string;
  /** What follows the text and tells the version; groups are joined with dots. */
  readonly version?: RegExp;
}

const MARKS: readonly Mark[] = [
  // CYTHON_ABI: "_cython_0_29_37", "_cython_3_1_2".
  { name: 'cython', text: '_cython_', version: /^(\d+)_(\d+)_(\d+(?:[a-z]+\d+)?)/ },
  { name: 'pybind11', text: '__pybind11_' },
  { name: 'nanobind', text: 'nanobind::' },
  { name: 'f2py', text: 'auto-generated with f2py (version:', version: /^(\d+(?:\.\d+)+)/ },
  // The crate's folder is in the panic messages: ".../pyo3-0.20.0/src/...".
  { name: 'pyo3', text: 'pyo3-', version: /^(\d+)\.(\d+)\.(\d+)/ },
  { name: 'pyo3', text: 'pyo3_runtime' },
  { name: 'swig', text: 'swig_runtime_data' },
  { name: 'cffi', text: '_cffi_backend' },
  { name: 'mypyc', text: 'mypyc_' },
];

/** What is looked for; the version stands right behind. */
export const GENERATOR_WORDS: readonly string[] = [
  ...new Set(MARKS.map(({ text }) => (text.startsWith('pyo3') ? 'pyo3' : text))),
];

/**
 * Which binding generators wrote the module, with the version where the bytes say it.
 *
 * @param bytes the whole file
 * @returns at most one entry a generator, in a fixed order
 */
export function findGenerators(bytes: Buffer): readonly BindingGenerator[] {
  const found = new Map<BindingGenerator['name'], string | null>();
  for (const mark of MARKS) {
    if (found.get(mark.name) != null) {
      continue;
    }
    const version = versionAfter(bytes, mark);
    if (version !== undefined) {
      found.set(mark.name, version);
    }
  }
  return [...found].map(([name, version]) => ({ name, version }));
}

/** Undefined when the mark is not there, null when it is and tells no version. */
function versionAfter(bytes: Buffer, { text, version }: Mark): string | null | undefined {
  let present: null | undefined;
  for (const at of occurrences(bytes, text)) {
    present = null;
    const start = at + text.length;
    const match = version?.exec(bytes.toString('latin1', start, start + 24));
    if (match) {
      return match.slice(1).join('.');
    }
    if (version === undefined) {
      break;
    }
  }
  return present;
}
