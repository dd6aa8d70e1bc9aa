export { minorOf } from './minor.ts';

/**
 * NumPy's C ABI and C-API levels, and the struct sizes that Cython compares, by minor release.
 *
 * Read from NumPy's tags v1.7.0 to v2.5.2 (`numpy/core/setup_common.py`, later `meson.build`):
 * https://github.com/numpy/numpy/blob/main/numpy/_core/meson.build
 * A level is shared by several minors, so a level in a message names the first of them.
 */
export interface NumpyRelease {
  readonly minor: string;
  readonly api: number;
  /** `sizeof` on LP64 of PyArrayObject, PyArray_Descr and PyUFuncObject at run time. */
  readonly sizes: { readonly ndarray: number; readonly dtype: number; readonly ufunc: number };
}

function release(minor: string, api: number, ndarray: number, dtype: number, ufunc: number) {
  return { minor, api, sizes: { ndarray, dtype, ufunc } };
}

const RELEASES: readonly NumpyRelease[] = [
  release('1.7', 0x7, 80, 96, 192),
  release('1.8', 0x9, 80, 96, 192),
  release('1.9', 0x9, 80, 96, 192),
  release('1.10', 0xa, 80, 96, 192),
  release('1.11', 0xa, 80, 96, 192),
  release('1.12', 0xa, 80, 96, 192),
  release('1.13', 0xb, 80, 96, 192),
  release('1.14', 0xc, 80, 96, 192),
  release('1.15', 0xc, 80, 96, 192),
  release('1.16', 0xd, 80, 96, 216),
  release('1.17', 0xd, 80, 96, 216),
  release('1.18', 0xd, 80, 96, 216),
  release('1.19', 0xd, 80, 96, 216),
  release('1.20', 0xe, 88, 96, 216),
  release('1.21', 0xe, 88, 96, 216),
  release('1.22', 0xf, 96, 96, 232),
  release('1.23', 0x10, 96, 96, 232),
  release('1.24', 0x10, 96, 96, 232),
  release('1.25', 0x11, 96, 96, 232),
  release('1.26', 0x11, 96, 96, 232),
  release('2.0', 0x12, 96, 88, 232),
  release('2.1', 0x13, 96, 88, 240),
  release('2.2', 0x13, 96, 88, 240),
  release('2.3', 0x14, 96, 88, 240),
  release('2.4', 0x15, 96, 88, 240),
  release('2.5', 0x16, 96, 88, 240),
];

/** First and last minor release; equal when there is one. */
export interface MinorRange {
  readonly first: string;
  readonly last: string;
}

function rangeOf(found: readonly NumpyRelease[]): MinorRange | undefined {
  const first = found[0];
  const last = found.at(-1);
  return first && last ? { first: first.minor, last: last.minor } : undefined;
}

/**
 * @param api the C-API level of a message, e.g. `0xe`
 * @returns the releases with that level; undefined for a level this table does not know
 * @example releasesOfApi(0xe) // { first: '1.20', last: '1.21' }
 */
export function releasesOfApi(api: number): MinorRange | undefined {
  return rangeOf(RELEASES.filter((one) => one.api === api));
}

/**
 * @param api the C-API level that a binary asks for; headers name some that no release has
 * @returns the oldest release that has it; undefined for a level newer than this table
 * @example firstWithApi(0x8) // '1.8'
 */
export function firstWithApi(api: number): string | undefined {
  return RELEASES.find((one) => one.api >= api)?.minor;
}

/**
 * @returns the releases whose run-time struct has that size on a 64-bit platform
 * @example releasesOfSize('ndarray', 88) // { first: '1.20', last: '1.21' }
 */
export function releasesOfSize(
  object: 'ndarray' | 'dtype' | 'ufunc',
  size: number,
): MinorRange | undefined {
  return rangeOf(RELEASES.filter((one) => one.sizes[object] === size));
}

/**
 * @returns the C-API level of a NumPy version; undefined for a release newer than this table
 * @example apiOfVersion('1.22.4') // 0xf
 */
export function apiOfVersion(version: string): number | undefined {
  const minor = /^(\d+\.\d+)/.exec(version)?.[1];
  return RELEASES.find((one) => one.minor === minor)?.api;
}

/**
 * @returns `NumPy 1.20`, `NumPy 1.20–1.21`
 * @example describeRange({ first: '1.20', last: '1.21' }) // 'NumPy 1.20–1.21'
 */
export function describeRange(range: MinorRange): string {
  return range.first === range.last ? `NumPy ${range.first}` : `NumPy ${range.first}–${range.last}`;
}

/** @returns the major number of a version, e.g. 2 for `2.0.2`; undefined without a version */
export function majorOf(version: string | null): number | undefined {
  const digits = /^(\d+)\./.exec(version ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Compares minor releases; the rest of a version is ignored.
 * @example compareMinors('1.9', '1.20.3') < 0 // true
 */
export function compareMinors(a: string, b: string): number {
  const [majorA, minorA] = numbersOf(a);
  const [majorB, minorB] = numbersOf(b);
  return majorA - majorB || minorA - minorB;
}

/** The same few are asked for in each combination of each module. */
const read = new Map<string, readonly [number, number]>();
const MOST_READ = 1000;

function numbersOf(version: string): readonly [number, number] {
  const known = read.get(version);
  if (known) return known;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (read.size < MOST_READ) read.set(version, [major, minor]);
  return [major, minor];
}
