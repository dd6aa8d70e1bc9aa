import { lstatSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import type { Env } from '../host/child-environment.ts';
import { makeFolder } from '../host/make-folder.ts';
import { userCache } from '../host/workspace.ts';
import type { Layer } from '../settings/given.ts';

/** Node has it from 22.1 on. */
type Caching = { readonly enableCompileCache?: (folder: string) => unknown };

/**
 * Lets Node keep the compiled code of what is loaded from here on in the cache folder, so that the
 * next start need not compile it. Nothing where there is to be no cache, where Node cannot do it, and
 * where the folder belongs to somebody else, whose code would run here.
 */
export function keepCompiled({ given }: Layer, env: Env): void {
  const textOf = (name: string) => given.find((one) => one.name === name)?.texts[0];
  const { enableCompileCache } = module as Caching;
  if (enableCompileCache === undefined || textOf('no-cache') !== undefined) return;
  const folder = join(textOf('cache-dir') ?? userCache(env), 'compiled');
  try {
    makeFolder(folder, 0o700);
    const found = lstatSync(folder);
    const own = process.getuid === undefined || found.uid === process.getuid();
    if (found.isDirectory() && own && (found.mode & 0o022) === 0) enableCompileCache(folder);
  } catch {
    // A folder that cannot be written is told of where the cache is needed.
  }
}
