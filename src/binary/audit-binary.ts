import { Buffer } from 'node:buffer';
import type { AuditedBinary, SliceFacts } from '../model/audit.ts';
import type { CapiFacts } from '../model/compiled-module.ts';
import { asBuffer } from './byte-reader.ts';
import { holdsText } from './byte-search.ts';
import { capiFacts } from './capi.ts';
import type { DigestPart } from './digest.ts';
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
  if (object.format === 'unknown' && TAGGED.test(path)) return unreadBinary(path);
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

/** A file with a module's name and the bytes of nothing that a system loads: it is not said to be fine. */
function unreadBinary(path: string): AuditedBinary {
  return {
    name: moduleName(path),
    file: path,
    isLibrary: false,
    format: 'unknown',
    machines: [],
    capi: { ...NO_CAPI, era: 'unknown' },
    slices: [],
    generators: [],
    through: [],
    needed: [],
  };
}

/**
 * The same of a file that is too large to be held. It is a module where its name says so, or where
 * it names the init function that an import of it looks for; the libraries that it needs are not
 * read.
 *
 * @param parts what `createDigest` kept of it
 */
export function auditDigest(path: string, parts: readonly DigestPart[]): AuditedBinary | undefined {
  const objects = parts.map(({ bytes }) => readObject(bytes));
  const format = objects.find((one) => one.format !== 'unknown')?.format ?? 'unknown';
  if (format === 'unknown' && TAGGED.test(path)) return unreadBinary(path);
  const all = Buffer.concat(parts.map(({ bytes }) => bytes));
  const capi = format === 'unknown' ? NO_CAPI : surely(capiFacts(all), parts);
  const isLibrary = !TAGGED.test(path) && !namesInit(path, all);
  if (isLibrary && capi.era === 'none') return undefined;
  const generators = findGenerators(all);
  return {
    name: isLibrary ? path : moduleName(path),
    file: path,
    isLibrary,
    format,
    machines: [...new Set(objects.flatMap(({ machines }) => machines))],
    capi,
    slices: parts.length < 2 || capi.era === 'none' ? [] : slicesOf(parts, objects),
    generators,
    through: numpyAccess(all, capi, generators),
    needed: [],
  };
}

const NO_CAPI: CapiFacts = { era: 'none', target: null, also: [] };
/** Names that nothing but a module has. */
const TAGGED = /\.(?:cpython-|abi3\.|cp3|pypy3)[^/]*$|\.pyd$/;

/** Of a file of which not every place was kept, nothing found does not say that nothing is there. */
function surely(capi: CapiFacts, parts: readonly DigestPart[]): CapiFacts {
  const isWhole = parts.every(({ places }) => places === 'all');
  return isWhole || capi.era !== 'none' ? capi : { ...NO_CAPI, era: 'unknown' };
}

function slicesOf(
  parts: readonly DigestPart[],
  objects: readonly { readonly machines: readonly string[] }[],
): readonly SliceFacts[] {
  return parts.flatMap((part, at) =>
    (objects[at]?.machines ?? []).map((machine) => ({
      machine,
      capi: surely(capiFacts(part.bytes), [part]),
    })),
  );
}

/** The init function of the name by which the file is imported. */
function namesInit(path: string, bytes: Buffer): boolean {
  const name = moduleName(path).split('.').at(-1) ?? '';
  const texts = /[^\0-\x7f]/.test(name)
    ? ['PyInitU_', 'PyModExportU_']
    : [`PyInit_${name}\0`, `PyModExport_${name}\0`];
  return texts.some((text) => holdsText(bytes, text));
}

/** `pkg._x` of `pkg/_x.cpython-311-darwin.so`, also below `pkg-1.0.data/platlib/`. */
function moduleName(path: string): string {
  const parts = path.replace(/^[^/]+\.data\/(?:plat|pure)lib\//, '').split('/');
  const stem = (parts.pop() ?? '').split('.')[0] ?? '';
  return [...parts, ...(stem === '__init__' ? [] : [stem])].join('.');
}
