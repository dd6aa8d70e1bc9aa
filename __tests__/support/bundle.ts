import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { testCache } from './test-cache.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Bundles in a process of its own: esbuild refuses to run inside jest's module sandbox. */
const SCRIPT = `import { build } from 'esbuild';
import { bundleOptions } from './scripts/bundle-options.mjs';
await build(bundleOptions(process.argv[1]));`;

let made: Promise<string> | undefined;

/**
 * The folder with `cli.mjs` and `action.mjs`, bundled from the sources as they are now: never from
 * a `dist/` that somebody forgot to make again. Named by what went into it, so that jest's workers
 * share one and a later run finds it.
 */
export function bundled(): Promise<string> {
  made ??= make();
  return made;
}

async function make(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await sources(join(ROOT, 'src')))
    hash.update(file).update(await readFile(file));
  for (const file of ['package-lock.json', join('scripts', 'bundle-options.mjs')])
    hash.update(await readFile(join(ROOT, file)));
  const base = join(testCache(), 'bundles');
  const folder = join(base, hash.digest('hex').slice(0, 16));
  if (await stat(folder).catch(() => undefined)) return folder;
  await mkdir(base, { recursive: true });
  await removeOld(base);
  const own = await mkdtemp(join(base, 'making-'));
  try {
    const run = ['--input-type=module', '--eval', SCRIPT, own];
    await promisify(execFile)(process.execPath, run, { cwd: ROOT });
    // Another worker may have been faster: its folder holds the same.
    await rename(own, folder).catch(async (error: unknown) => {
      if (!(await stat(folder).catch(() => undefined))) throw error;
    });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
  return folder;
}

/** Each state of the sources leaves a bundle; nobody needs those of another day. */
async function removeOld(base: string): Promise<void> {
  const day = 24 * 60 * 60 * 1000;
  for (const name of await readdir(base)) {
    const folder = join(base, name);
    const made = (await stat(folder).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (Date.now() - made > day) await rm(folder, { recursive: true, force: true });
  }
}

async function sources(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
