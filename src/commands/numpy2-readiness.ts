import { scanBinary } from '../binary/scan.ts';
import { openWheel, type WheelSource } from '../wheels/open-wheel.ts';
import type { Readiness } from './first-release.ts';

const BINARY = /\.(?:so|pyd|dylib)$/i;

/** More unpacked bytes than this are not looked at: the answer is not worth the minute. */
const MOST_BYTES = 512 * 2 ** 20;

/**
 * Whether the binaries of a wheel were built for NumPy 2, as their bytes say. A wheel without
 * binaries is; one whose binaries only tell sizes is unknown.
 */
export async function numpy2Readiness(source: WheelSource): Promise<Readiness> {
  const wheel = await openWheel(source);
  if ('kind' in wheel) return 'unknown';
  try {
    const binaries = wheel.members.filter(({ path }) => BINARY.test(path));
    if (binaries.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return 'unknown';
    const eras = new Set<string>();
    for (const { path } of binaries) {
      const bytes = await wheel.read(path);
      if (bytes === undefined) return 'unknown';
      const { capi } = scanBinary(bytes);
      const own = [capi.era, ...capi.also];
      // A file may hold both kinds; the one for NumPy 1 decides.
      if (own.includes('1.x') || own.includes('lazy-1.x')) return 'not-ready';
      for (const era of own) eras.add(era);
    }
    const sure = eras.has('2.x') || eras.has('lazy-2.x');
    return !sure && (eras.has('cython-sizes') || eras.has('unknown')) ? 'unknown' : 'ready';
  } catch {
    return 'unknown';
  } finally {
    wheel.close();
  }
}
