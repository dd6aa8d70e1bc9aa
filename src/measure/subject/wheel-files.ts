import { basename, join } from 'node:path';
import picomatch from 'picomatch';
import { listSome } from '../../escape/plural.ts';
import type { World } from '../../host/world.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
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
 * The same without source distributions, which lie beside wheels in every `dist` folder: nothing of
 * them is compiled.
 *
 * @param files what patterns named
 * @returns the others, and what to say of them; null where there is none
 * @throws {UserError} exit 2 where nothing else was named
 */
export function withoutSdists(files: readonly string[]): {
  readonly wheels: readonly string[];
  readonly notice: string | null;
} {
  const sdists = files.filter(isSdistName).map((file) => basename(file));
  if (sdists.length === 0) return { wheels: files, notice: null };
  const wheels = files.filter((file) => !isSdistName(file));
  const are = sdists.length === 1 ? 'is a source distribution' : 'are source distributions';
  const what = `${listSome(sdists, 3)} ${are}, in which nothing is compiled`;
  if (wheels.length === 0) {
    throw new UserError(`${what}: there is no wheel to read`, {
      exitCode: EXIT.usage,
      remedy: `Build a wheel (python -m pip wheel --no-deps ${sdists[0]}) and name that; or unpack it and run \`check\` in its folder, which builds one for each Python`,
    });
  }
  return { wheels, notice: `${what}: not read` };
}
