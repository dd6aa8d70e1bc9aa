import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * PATH without some programs. A folder that holds one, and others besides (`/usr/local/bin`), is
 * replaced by links to the others.
 *
 * @param names such as `uv`
 * @param folder where the links may lie
 */
export function pathWithout(names: readonly string[], folder: string): string {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((one) => one !== '');
  return path
    .map((one, at) => {
      if (!names.some((name) => existsSync(join(one, name)))) return one;
      const links = join(folder, `path-${at}`);
      mkdirSync(links, { recursive: true });
      for (const entry of readdirSync(one)) {
        if (!names.includes(entry) && !existsSync(join(links, entry))) {
          symlinkSync(join(one, entry), join(links, entry));
        }
      }
      return links;
    })
    .join(delimiter);
}
