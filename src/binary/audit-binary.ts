import { Buffer } from 'node:buffer';
import type { AuditedBinary, SliceFacts } from '../model/audit.ts';
import type { CapiFacts } from '../model/compiled-module.ts';
import { holdsText } from './byte-search.ts';
import { capiFacts, NO_CAPI } from './capi.ts';
import { capiOfParts } from './capi-of-parts.ts';
import { type DigestPart, digestHeld } from './digest.ts';
import { findGenerators } from './generators.ts';
import { initNames } from './init-names.ts';
import { machOMachine } from './machine-of.ts';
import { machOSlices } from './macho.ts';
import { numpyAccess } from './numpy-access.ts';
import type { ObjectFile } from './object-file.ts';
import { readObject } from './scan.ts';
import { searchedParts } from './searched-parts.ts';

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
  const names = initNames(object.exports);
  const isLibrary = names.length === 0;
  const slices = machOSlices(bytes);
  const searched = slices.map(searchedParts);
  // Most libraries, and the largest: their era is `none`, and of the rest nothing is kept.
  if (isLibrary && !searched.flat().some((part) => holdsText(part, 'numpy'))) return undefined;
  const isNumpy = object.format === 'unknown' || names.includes('_multiarray_umath');
  const parts = slices.map((slice, at) => digestHeld(slice, searched[at] ?? []));
  return describe(path, parts, {
    isLibrary,
    format: object.format,
    machines: object.machines,
    needed: object.needed,
    eachFor: slices.map(machOMachine),
    uses: isNumpy ? 'nothing' : 'numpy',
  });
}

/**
 * The same of a file that is too large to be held. It is a module where its name says so, or where
 * it names the init function that an import of it looks for; the libraries that it needs are read
 * where they stand at its beginning.
 *
 * @param parts what `createDigest` kept of it
 */
export function auditDigest(path: string, parts: readonly DigestPart[]): AuditedBinary | undefined {
  const objects = parts.map(({ bytes }) => readObject(bytes));
  const format = objects.find((one) => one.format !== 'unknown')?.format ?? 'unknown';
  if (format === 'unknown' && TAGGED.test(path)) return unreadBinary(path);
  return describe(path, parts, {
    isLibrary: !TAGGED.test(path) && !parts.some(({ bytes }) => namesInit(path, bytes)),
    format,
    machines: [...new Set(objects.flatMap(({ machines }) => machines))],
    needed: format === 'macho' ? librariesOf(objects) : [],
    eachFor: parts.map(({ bytes }) => machOMachine(bytes)),
    uses: format === 'unknown' ? 'nothing' : 'numpy',
  });
}

/** Mach-O files name them at their beginning. */
function librariesOf(objects: readonly Pick<ObjectFile, 'needed'>[]): readonly string[] {
  const all = objects.flatMap(({ needed }) => needed);
  return [...new Set(all)].filter((name) => /^[\x20-\x7e]+$/.test(name));
}

/** What its tables say, and whether its texts are about the NumPy that it uses. */
type Tables = Pick<AuditedBinary, 'isLibrary' | 'format' | 'machines' | 'needed'> & {
  readonly uses: 'numpy' | 'nothing';
  /** Of a universal file, the machine that each part is for; undefined for what is none. */
  readonly eachFor: readonly (string | undefined)[];
};

function describe(
  path: string,
  parts: readonly DigestPart[],
  { uses, eachFor, ...tables }: Tables,
): AuditedBinary | undefined {
  const all = Buffer.concat(parts.map(({ bytes }) => bytes));
  const capi = uses === 'nothing' ? NO_CAPI : capiOf(all, parts);
  if (tables.isLibrary && capi.era === 'none') return undefined;
  const generators = findGenerators(all);
  return {
    name: tables.isLibrary ? path : moduleName(path),
    file: path,
    ...tables,
    capi,
    slices: parts.length < 2 || capi.era === 'none' ? [] : slicesOf(parts, eachFor),
    generators,
    through: numpyAccess(all, capi, generators),
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

/** Names that nothing but a module has. */
const TAGGED = /\.(?:cpython-|abi3\.|cp3|pypy3)[^/]*$|\.pyd$/;

/**
 * Whether a file is named as builds name modules, for one Python or several.
 *
 * @example hasModuleName('pkg/_x.cpython-311-x86_64-linux-gnu.so') // true
 * @example hasModuleName('pkg.libs/libz.so.1.2') // false
 */
export function hasModuleName(path: string): boolean {
  return TAGGED.test(path);
}

/** Of a file of which not every place was kept, nothing found does not say that nothing is there. */
function surely(capi: CapiFacts, parts: readonly DigestPart[]): CapiFacts {
  const isWhole = parts.every(({ places }) => places === 'all');
  return isWhole || capi.era !== 'none' ? capi : { ...NO_CAPI, era: 'unknown' };
}

/** Of a part of which not every place was kept it is said, too. */
function capiOf(all: Buffer, parts: readonly DigestPart[]): CapiFacts {
  return capiOfParts(all, parts, (bytes, of) => surely(capiFacts(bytes), of));
}

/** What each machine's part of a universal Mach-O file says of NumPy's C-API. */
function slicesOf(parts: readonly DigestPart[], eachFor: Tables['eachFor']): readonly SliceFacts[] {
  return parts.flatMap((part, at) => {
    const machine = eachFor[at];
    return machine === undefined ? [] : [{ machine, capi: capiOf(part.bytes, [part]) }];
  });
}

/** The init function of the name by which the file is imported. */
function namesInit(path: string, bytes: Buffer): boolean {
  const name = moduleName(path).split('.').at(-1) ?? '';
  const texts = /[^\0-\x7f]/.test(name)
    ? ['PyInitU_', 'PyModExportU_']
    : [`PyInit_${name}\0`, `PyModExport_${name}\0`, `_cffi_pypyinit_${name}\0`];
  return texts.some((text) => holdsText(bytes, text));
}

/** `pkg._x` of `pkg/_x.cpython-311-darwin.so`, also below `pkg-1.0.data/platlib/`. */
function moduleName(path: string): string {
  const parts = path.replace(/^[^/]+\.data\/(?:plat|pure)lib\//, '').split('/');
  const stem = (parts.pop() ?? '').split('.')[0] ?? '';
  return [...parts, ...(stem === '__init__' ? [] : [stem])].join('.');
}
