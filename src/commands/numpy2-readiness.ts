import { scanBinary } from '../binary/scan.ts';
import { isSharedFile } from '../packaging/shared-file.ts';
import type { Wheel, WheelMember } from '../wheels/open-wheel.ts';
import type { Readiness } from './first-release.ts';

/** Where repair tools put copies of other projects' libraries: none of them is a Python module. */
const VENDORED = /(?:^|\/)(?:[^/]+\.libs|\.dylibs)\/(?!.*numpy)/i;

/** More unpacked bytes than this are not looked at: the answer is not worth the minute. */
const MOST_BYTES = 512 * 2 ** 20;
/**
 * A wheel comes from one build. When so many of its bytes were read and some of them are for NumPy 2
 * and none for NumPy 1, the rest is not asked for.
 */
const ENOUGH_BYTES = 3 * 2 ** 20;
/** Smaller ones are read first, as they lie in the archive: neighbours come with one request. */
const SMALL_BYTES = 256 * 1024;

/**
 * Whether the binaries of a wheel were built for NumPy 2, as their bytes say. A wheel without
 * binaries is; one whose binaries only tell sizes is unknown. Small ones are read first: where the
 * wheel lies on an index, large ones cost time.
 *
 * @param wheel left open
 */
export async function numpy2Readiness(wheel: Wheel): Promise<Readiness> {
  const inOrder = wheel.members.filter(({ path }) => isSharedFile(path) && !VENDORED.test(path));
  const binaries = [
    ...inOrder.filter(({ packedSize }) => packedSize <= SMALL_BYTES),
    ...inOrder
      .filter(({ packedSize }) => packedSize > SMALL_BYTES)
      .sort((a, b) => a.packedSize - b.packedSize),
  ];
  if (binaries.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return 'unknown';
  try {
    return await readEras(wheel, binaries);
  } catch {
    return 'unknown';
  }
}

async function readEras(wheel: Wheel, binaries: readonly WheelMember[]): Promise<Readiness> {
  const eras = new Set<string>();
  const isSure = (): boolean => eras.has('2.x') || eras.has('lazy-2.x');
  let readBytes = 0;
  for (const { path, packedSize } of binaries) {
    if (isSure() && readBytes + packedSize > ENOUGH_BYTES) return 'ready';
    const bytes = await wheel.read(path);
    if (bytes === undefined) return 'unknown';
    readBytes += packedSize;
    const { capi } = scanBinary(bytes);
    const own = [capi.era, ...capi.also];
    // A file may hold both kinds; the one for NumPy 1 decides.
    if (own.includes('1.x') || own.includes('lazy-1.x')) return 'not-ready';
    for (const era of own) eras.add(era);
  }
  return !isSure() && (eras.has('cython-sizes') || eras.has('unknown')) ? 'unknown' : 'ready';
}
