import { basename, join } from 'node:path';
import picomatch from 'picomatch';
import { listSome } from '../../escape/plural.ts';
import type { World } from '../../host/world.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { isBesideWheels } from '../../packaging/beside-wheels.ts';
import { isSdistName } from '../../packaging/is-sdist-name.ts';

/** The wheel files that one pattern names: a file, the wheels of a folder, or the matches of a glob. */
export async function wheelFilesOf(
  glob: string,
  world: Pick<World, 'files' | 'cwd'>,
): Promise<readonly string[]> {
  const absolute = glob.startsWith('/') || /^[A-Za-z]:/.test(glob) ? glob : join(world.cwd, glob);
  const posix = absolute.replaceAll('\\', '/');
  if (await world.files.exists(absolute)) {
    const inside = await world.files.list(absolute);
    // A file; an empty folder holds no wheel.
    if (inside.length === 0 && /\.\w+$/.test(absolute)) return [absolute];
    return inside.filter((file) => /^[^/]+\.whl$/.test(file)).map((file) => join(absolute, file));
  }
  const { base } = picomatch.scan(posix);
  const matches = picomatch(posix);
  const below = await world.files.list(base);
  return below
    .map((file) => `${base}/${file}`)
    .filter((path) => path.endsWith('.whl') && matches(path));
}

/**
 * The same without what lies beside wheels in a `dist` folder: source distributions, of which nothing
 * is compiled, and signatures, attestations and checksums.
 *
 * @param files what patterns named
 * @returns the others, and what to say of those
 * @throws {UserError} exit 2 where nothing else was named
 */
export function wheelsAmong(files: readonly string[]): {
  readonly wheels: readonly string[];
  readonly notices: readonly string[];
} {
  const about = files.filter(isBesideWheels).map((file) => basename(file));
  const sdists = files.filter(isSdistName).map((file) => basename(file));
  const wheels = files.filter((file) => !isSdistName(file) && !isBesideWheels(file));
  const whats = [
    ...told(
      sdists,
      'a source distribution',
      'source distributions',
      ', in which nothing is compiled',
    ),
    ...told(about, 'no wheel', 'no wheels', ' but what is said of them'),
  ];
  if (wheels.length === 0 && files.length > 0) {
    throw new UserError(`${whats.join('; ')}: there is no wheel to read`, {
      exitCode: EXIT.usage,
      remedy:
        sdists[0] === undefined
          ? 'Name the wheels themselves'
          : `Build a wheel (python -m pip wheel --no-deps ${sdists[0]}) and name that; or unpack it and run \`check\` in its folder, which builds one for each Python`,
    });
  }
  return { wheels, notices: whats.map((what) => `${what}: not read`) };
}

function told(names: readonly string[], one: string, many: string, why: string): readonly string[] {
  if (names.length === 0) return [];
  return [`${listSome(names, 3)} ${names.length === 1 ? `is ${one}` : `are ${many}`}${why}`];
}
