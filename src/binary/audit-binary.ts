import type { AuditedBinary } from '../model/audit.ts';
import { asBuffer } from './byte-reader.ts';
import { numpyAccess } from './numpy-access.ts';
import { scanBinary } from './scan.ts';
import { scanSlices } from './scan-slices.ts';

/**
 * What an audit keeps of one binary of a wheel.
 *
 * @param path inside the wheel, POSIX
 * @param bytes the whole file
 * @returns undefined for a shared library that does not touch NumPy: it says nothing
 */
export function auditBinary(path: string, bytes: Uint8Array): AuditedBinary | undefined {
  const { capi, generators, initNames, format, machines, needed } = scanBinary(bytes);
  const isLibrary = initNames.length === 0;
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

/** `pkg._x` of `pkg/_x.cpython-311-darwin.so`, also below `pkg-1.0.data/platlib/`. */
function moduleName(path: string): string {
  const parts = path.replace(/^[^/]+\.data\/(?:plat|pure)lib\//, '').split('/');
  const stem = (parts.pop() ?? '').split('.')[0] ?? '';
  return [...parts, ...(stem === '__init__' ? [] : [stem])].join('.');
}
