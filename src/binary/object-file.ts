import type { BinaryFacts } from '../model/compiled-module.ts';
import type { ByteReader } from './byte-reader.ts';

/** What the tables of an executable format say, before any of it is interpreted. */
export interface ObjectFile {
  readonly format: BinaryFacts['format'];
  readonly machines: readonly string[];
  /** Names of exported symbols that `isInitSymbol` accepts, in table order. */
  readonly exports: readonly string[];
  readonly needed: readonly string[];
  /**
   * The symbol table has the variable `PyArray_API`. Debug information is no evidence: it names the
   * variable of every file that includes the header.
   */
  readonly holdsArrayTable: boolean;
  /** The headers speak of bytes beyond the file's end. */
  readonly truncated: boolean;
}

const PREFIXES = ['PyInit', 'PyModExport', 'init', '_cffi_pypyinit_'] as const;

/** Most entries that are read of any table; a library of 200 MB exports some 300,000 symbols. */
export const MAX_SYMBOLS = 2_000_000;
/** Most init symbols that are kept: a bundled interpreter has some hundred. */
export const MAX_INIT_SYMBOLS = 4_096;
/** Most libraries, sections, load commands or slices that are read. */
export const MAX_ENTRIES = 65_536;

/**
 * Whether a symbol could initialise a module: `PyInit_x`, `PyInitU_x`, `PyModExport_x`, `initx`,
 * `_cffi_pypyinit_x`.
 *
 * @example isInitSymbol('PyInit__core') // true
 */
export function isInitSymbol(name: string): boolean {
  return PREFIXES.some((prefix) => name.startsWith(prefix));
}

/** Whether a name may be an init symbol's, by its first bytes (`P`, `i`, `_c`): others are not decoded. */
export function mayBeInitSymbol(reader: Pick<ByteReader, 'u8'>, at: number): boolean {
  const first = reader.u8(at);
  return first === 0x50 || first === 0x69 || (first === 0x5f && reader.u8(at + 1) === 0x63);
}

/**
 * Whether `name` is the beginning of an init symbol's name or longer than its prefix: a walk over a
 * tree of names may skip all else.
 */
export function maybeInitSymbol(name: string): boolean {
  return PREFIXES.some((prefix) => name.startsWith(prefix) || prefix.startsWith(name));
}
