import type { Buffer } from 'node:buffer';
import type { CapiFacts } from '../model/compiled-module.ts';
import { erasOf } from '../model/eras.ts';
import { compareMinors, firstWithApi } from '../packaging/numpy-releases.ts';
import type { LevelsRead } from './api-level.ts';
import { holdsText } from './byte-search.ts';
import { capiFacts, OLD_HOME, PYBIND11 } from './capi.ts';

/** A file, or one machine's part of a universal one. */
export interface CapiPart {
  /** Where its texts are. */
  readonly bytes: Buffer;
  /** What its code asks of NumPy's C-API level; undefined for code that is not read. */
  readonly levels: () => LevelsRead | undefined;
}

/**
 * Which NumPy C ABI a binary was built for, as `capiFacts` reads it off its texts, and the target of
 * what was built with NumPy 1.x headers: these write it into no text, only into code.
 *
 * @param all the texts of all parts
 * @param parts one; of a universal file one for each machine
 * @param facts reads texts
 */
export function capiOfParts<Part extends CapiPart>(
  all: Buffer,
  parts: readonly Part[],
  facts: (bytes: Buffer, parts: readonly Part[]) => CapiFacts = capiFacts,
): CapiFacts {
  const said = facts(all, parts);
  const [only] = parts;
  if (parts.length === 1 && only) return withLevel(said, only);
  const slices = parts.map((part) => capiOfParts(part.bytes, [part], facts));
  const targets = new Set(slices.flatMap(({ era, target }) => (era === 'none' ? [] : [target])));
  const [target = null] = targets;
  // Where the machines differ, each says its own.
  return said.target === null && targets.size === 1 ? { ...said, target } : said;
}

/** What NumPy of pybind11's numpy.h must have, by a comparison of its own. */
const PYBIND11_LEVEL = 0x7;
/** The first release with `numpy.core._multiarray_umath`. */
const OLD_HOME_SINCE = '1.16';

/**
 * The level is what the code compares NumPy's with and what its message tells. Where that is not one
 * and the same number the target is not known.
 */
function withLevel(capi: CapiFacts, { bytes, levels }: CapiPart): CapiFacts {
  if (!erasOf({ capi }).includes('1.x')) return capi;
  const read = levels();
  if (!read?.isWhole) return capi;
  const isOthers = (level: number): boolean =>
    level === PYBIND11_LEVEL && !read.told.includes(level) && holdsText(bytes, PYBIND11);
  const [level, ...more] = read.compared.filter((one) => !isOthers(one));
  const [told, ...others] = read.told;
  if (level === undefined || level !== told || more.length + others.length > 0) return capi;
  const floors = [
    firstWithApi(level),
    holdsText(bytes, OLD_HOME) ? OLD_HOME_SINCE : undefined,
    capi.target ?? undefined,
  ].filter((one) => one !== undefined);
  return { ...capi, target: floors.toSorted(compareMinors).at(-1) ?? null };
}
