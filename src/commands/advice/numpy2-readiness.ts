import { scanBinary } from '../../binary/scan.ts';
import { erasOf } from '../../model/eras.ts';
import { parseCoreMetadata } from '../../packaging/core-metadata.ts';
import type { MarkerEnvironment } from '../../packaging/markers.ts';
import { isSharedFile, isVendoredLibrary } from '../../packaging/shared-file.ts';
import { allows } from '../../packaging/specifier.ts';
import { declaredNumpy } from '../../plan/declared-numpy.ts';
import type { Wheel, WheelMember } from '../../wheels/open-wheel.ts';
import type { Readiness } from './first-release.ts';

/** More unpacked bytes than this are not looked at: the answer is not worth the minute. */
const MOST_BYTES = 512 * 2 ** 20;
/**
 * A wheel comes from one build. When so many of its bytes were read and some of them are for NumPy 2
 * and none for NumPy 1, the rest is not asked for.
 */
const ENOUGH_BYTES = 3 * 2 ** 20;
/** Smaller ones are read first, as they lie in the archive: neighbours come with one request. */
const SMALL_BYTES = 256 * 1024;

/** Releases by which a requirement is known to let in any NumPy of its major. */
const NUMPY_1 = ['1.19.5', '1.20.3', '1.21.6', '1.22.4', '1.23.5', '1.24.4', '1.25.2', '1.26.4'];
const NUMPY_2 = ['2.0.2', '2.1.3', '2.2.6', '2.3.5', '2.4.0'];

/**
 * Whether the binaries of a wheel were built for NumPy 2, as their bytes say. Of a wheel without
 * binaries, or whose binaries only tell sizes, its metadata may say so: Python code that has lost its
 * compiled part may ask NumPy 2 for what is gone (awkward 2.6.0 for `numpy.AxisError`). Small ones are
 * read first: where the wheel lies on an index, large ones cost time.
 *
 * @param wheel left open
 * @param markers of the Python that it is for
 */
export async function numpy2Readiness(
  wheel: Wheel,
  markers: MarkerEnvironment,
): Promise<Readiness> {
  const said = await readinessOfBytes(wheel);
  return said === 'unknown' ? declaredReadiness(wheel, markers) : said;
}

/** A wheel that lets in no NumPy 1 was made for NumPy 2; one that lets in both leaves it open. */
function declaredReadiness({ metadata }: Wheel, markers: MarkerEnvironment): Readiness {
  const { requirements } = parseCoreMetadata(metadata ?? '');
  const declared = declaredNumpy(requirements ?? [], markers, []);
  if (declared.kind !== 'range') return 'unknown';
  const lets = (versions: readonly string[]) =>
    versions.some((version) => allows(declared.specifier, version));
  if (lets(NUMPY_1) === lets(NUMPY_2)) return 'unknown';
  return lets(NUMPY_2) ? 'ready' : 'not-ready';
}

async function readinessOfBytes(wheel: Wheel): Promise<Readiness> {
  const shared = wheel.members.filter(({ path }) => isSharedFile(path));
  if (shared.length === 0) return 'unknown';
  const own = shared.filter(({ path }) => !isVendoredLibrary(path));
  const vendored = shared.filter(({ path }) => isVendoredLibrary(path));
  const said = await readEras(wheel, own);
  if (said !== 'silent') return said;
  // Where no module asks for NumPy, a library that they load may (casacore's, Boost.Python's).
  const more = own.length > 0 ? await readEras(wheel, vendored) : 'silent';
  return more === 'silent' ? 'ready' : more;
}

function smallFirst(members: readonly WheelMember[]): readonly WheelMember[] {
  return [
    ...members.filter(({ packedSize }) => packedSize <= SMALL_BYTES),
    ...members
      .filter(({ packedSize }) => packedSize > SMALL_BYTES)
      .sort((a, b) => a.packedSize - b.packedSize),
  ];
}

/** Silent where none of them uses NumPy's C-API. */
async function readEras(
  wheel: Wheel,
  members: readonly WheelMember[],
): Promise<Readiness | 'silent'> {
  if (members.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return 'unknown';
  try {
    return await lookedAt(wheel, smallFirst(members));
  } catch {
    return 'unknown';
  }
}

async function lookedAt(
  wheel: Wheel,
  binaries: readonly WheelMember[],
): Promise<Readiness | 'silent'> {
  const eras = new Set<string>();
  const isSure = (): boolean => eras.has('2.x') || eras.has('lazy-2.x');
  let readBytes = 0;
  for (const { path, packedSize } of binaries) {
    if (isSure() && readBytes + packedSize > ENOUGH_BYTES) return 'ready';
    const bytes = await wheel.read(path);
    if (bytes === undefined) return 'unknown';
    readBytes += packedSize;
    const { capi } = scanBinary(bytes);
    const own = erasOf({ capi });
    // A file may hold both kinds; the one for NumPy 1 decides.
    if (own.includes('1.x') || own.includes('lazy-1.x')) return 'not-ready';
    for (const era of own) eras.add(era);
  }
  if (isSure()) return 'ready';
  return eras.has('cython-sizes') || eras.has('unknown') ? 'unknown' : 'silent';
}
