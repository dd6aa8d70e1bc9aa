import type { Buffer } from 'node:buffer';
import type { AuditedBinary } from '../model/audit.ts';
import type { CapiFacts } from '../model/compiled-module.ts';
import { asBuffer } from './byte-reader.ts';
import { holdsText } from './byte-search.ts';
import { capiFacts } from './capi.ts';
import { findGenerators } from './generators.ts';
import { initNames } from './init-names.ts';
import { numpyAccess } from './numpy-access.ts';
import { readObject, scanBinary } from './scan.ts';
import { scanSlices } from './scan-slices.ts';

/**
 * What an audit keeps of one binary of a wheel.
 *
 * @param path inside the wheel, POSIX
 * @param bytes the whole file
 * @returns undefined for a shared library that does not touch NumPy: it says nothing
 */
export function auditBinary(path: string, bytes: Uint8Array): AuditedBinary | undefined {
  const object = readObject(bytes);
  const isLibrary = initNames(object.exports).length === 0;
  // Most libraries, and the largest: their era is `none`, and of the rest nothing is kept.
  if (isLibrary && !holdsText(asBuffer(bytes), 'numpy')) return undefined;
  const { capi, generators, format, machines, needed } = scanBinary(bytes, object);
  if (isLibrary && capi.era === 'none') return undefined;
  return {
    name: isLibrary ? path : moduleName(path),
    file: path,
    isLibrary,
    format,
    machines,
    capi,
    slices: capi.era === 'none' ? [] : scanSlices(bytes),
    generators,
    through: numpyAccess(asBuffer(bytes), capi, generators),
    needed,
  };
}

/**
 * The same of a file that is too large to be held: symbols and libraries are not read, so that its
 * name says whether it is a module.
 *
 * @param digest what `createDigest` kept of it
 */
export function auditDigest(path: string, digest: Buffer): AuditedBinary | undefined {
  const { format, machines } = scanBinary(digest);
  const capi = format === 'unknown' ? NO_CAPI : capiFacts(digest);
  const isLibrary = !/\.(?:cpython-|abi3\.|cp3|pypy3)[^/]*$|\.pyd$/.test(path);
  if (isLibrary && capi.era === 'none') return undefined;
  const name = isLibrary ? path : moduleName(path);
  const generators = findGenerators(digest);
  const through = numpyAccess(digest, capi, generators);
  const rest = { format, machines, capi, slices: [], generators, through, needed: [] };
  return { name, file: path, isLibrary, ...rest };
}

const NO_CAPI: CapiFacts = { era: 'none', target: null, also: [] };

/** `pkg._x` of `pkg/_x.cpython-311-darwin.so`, also below `pkg-1.0.data/platlib/`. */
function moduleName(path: string): string {
  const parts = path.replace(/^[^/]+\.data\/(?:plat|pure)lib\//, '').split('/');
  const stem = (parts.pop() ?? '').split('.')[0] ?? '';
  return [...parts, ...(stem === '__init__' ? [] : [stem])].join('.');
}
