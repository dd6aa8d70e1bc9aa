import { join } from 'node:path';
import picomatch from 'picomatch';
import type { World } from '../../host/world.ts';

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
