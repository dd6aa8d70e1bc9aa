import type { Buffer } from 'node:buffer';
import type { NumpyAccess } from '../model/audit.ts';
import type { Generator as BindingGenerator, CapiFacts } from '../model/compiled-module.ts';
import { holdsText, occurrences } from './byte-search.ts';
import { RUST_TEXTS } from './capi.ts';

/**
 * How a binary gets at NumPy, as its texts say, with the release of the library in between where
 * the bytes tell it.
 *
 * @param bytes the whole file
 * @param capi what `capiFacts` says of it: nothing is looked for where that is `none`
 */
export function numpyAccess(
  bytes: Buffer,
  capi: CapiFacts,
  generators: readonly BindingGenerator[],
): readonly NumpyAccess[] {
  const has = (text: string): boolean => holdsText(bytes, text);
  const made = (name: BindingGenerator['name']) => generators.find((one) => one.name === name);
  const found: NumpyAccess[] = [];
  if (capi.era === 'none') {
    // nanobind hands arrays over by DLPack and the buffer protocol: no C-API, no NumPy era.
    return made('nanobind') && has('numpy') ? [{ by: 'nanobind', version: null }] : [];
  }
  if (has('multiarray failed to import')) found.push({ by: 'import_array', version: null });
  if (has('_UFUNC_API')) found.push({ by: 'import_umath', version: null });
  if (has('pybind11 numpy support requires')) {
    const internals = versionAfter(bytes, '__pybind11_internals_v', /^(\d+)/);
    found.push({ by: 'pybind11', version: internals ? `internals ${internals}` : null });
  }
  if (RUST_TEXTS.some(has)) {
    // The crate's folder in panic messages: ".../numpy-0.20.0/src/...".
    found.push({
      by: 'rust-numpy',
      version: versionAfter(bytes, 'numpy-', /^(\d+\.\d+\.\d+)[/\\]/),
    });
  }
  if (found.length === 0) {
    const sizes = capi.era === 'cython-sizes' || capi.era === 'unknown';
    found.push({ by: sizes ? 'Cython sizes' : 'own code', version: null });
  }
  return found;
}

function versionAfter(bytes: Buffer, text: string, version: RegExp): string | null {
  for (const at of occurrences(bytes, text)) {
    const start = at + text.length;
    const match = version.exec(bytes.toString('latin1', start, start + 24));
    if (match?.[1] !== undefined) return match[1];
  }
  return null;
}
