import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { filesBelow } from '../reuse/stat-list.ts';

/** What a project's files name that lies outside of it. */
export interface Mentions {
  /** Words that may be names of environment variables. */
  readonly words: ReadonlySet<string>;
  /** Absolute paths, and paths in the user's home folder (`~/…`). */
  readonly paths: readonly string[];
}

/** Longer files are data. */
const LONGEST_BYTES = 512 * 1024;
/** Repositories, and what services run around a build. */
const NOT_BUILT = /^\.(?:git|github|gitlab|circleci|forgejo|gitea)$/;
const WORD = /[A-Za-z_]\w*/g;
/** `/opt/x`, not the middle of a path, of an address or of a division. */
const PATH =
  /(?<![\w./:<)\]])(?:~|\/[\w.+@-]+)(?:\/[\w.+@-]+)+|(?<![A-Za-z])[A-Za-z]:[\\/][\w.+@\\/-]+/g;

/** Reads all text below a folder. */
export async function mentionsIn(root: string): Promise<Mentions> {
  const words = new Set<string>();
  const paths = new Set<string>();
  for (const file of filesBelow(root, NOT_BUILT)) {
    const stats = await stat(file).catch(() => undefined);
    if (!stats?.isFile() || stats.size > LONGEST_BYTES) continue;
    const bytes = await readFile(file);
    if (bytes.includes(0)) continue;
    const text = bytes.toString('utf8');
    for (const [word] of text.matchAll(WORD)) words.add(word);
    for (const path of pathsIn(text)) paths.add(path);
  }
  return { words, paths: [...paths].sort() };
}

/** @example pathsIn('-O2 -I/opt/x/include') // ['/opt/x/include'] */
export function pathsIn(text: string): readonly string[] {
  const flags = text.replaceAll(/(?<![\w-])-(?:I|L|F|isystem|iquote|idirafter)\s*(?=\/)/g, ' ');
  return [...flags.matchAll(PATH)].map(([path]) => path);
}

/** @param home the user's home folder */
export function atHome(path: string, home: string | undefined): string {
  return path.startsWith('~') && home !== undefined && isAbsolute(home)
    ? join(home, path.slice(1))
    : path;
}
