import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { filesBelow } from '../../src/host/folder-usage.ts';
import { removeTree } from '../../src/host/remove-tree.ts';
import { createStore } from '../../src/store/create-store.ts';
import { decodeEntry } from '../../src/store/entry.ts';
import { pruneStore } from '../../src/store/prune-store.ts';

const KILLS = 50;
let folder = '';
let script = '';

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'kill-')));
  script = join(folder, 'writer.mjs');
  const options = { bundle: true, format: 'esm', platform: 'node', outfile: script };
  const entryPoints = ['__tests__/support/store-writer.ts'];
  const code = `import { build } from 'esbuild'; await build(${JSON.stringify({ ...options, entryPoints })});`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', code]);
});
afterAll(() => removeTree(folder));

/** Starts a writer; tells when it has written its first entry. */
function startWriter(cache: string) {
  const child = spawn(process.execPath, [script, cache], { stdio: ['ignore', 'pipe', 'inherit'] });
  const begun = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  const ended = new Promise<string>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? String(code))),
  );
  return { begun, ended, kill: () => child.kill('SIGKILL') };
}

it(`every entry is whole or absent after ${KILLS} kills at any moment, two writers at once`, async () => {
  const cache = realpathSync(mkdtempSync(join(folder, 'cache-')));
  for (let round = 0; round < KILLS / 2; round += 1) {
    const writers = [startWriter(cache), startWriter(cache)];
    for (const { begun } of writers) await begun;
    for (const { kill, ended } of writers) {
      await setTimeout(Math.random() * 60);
      kill();
      // 7: it has read something that nobody wrote.
      expect(await ended).toBe('SIGKILL');
    }
  }
  const files = await filesBelow(cache);
  const entries = files.filter(({ path }) => !path.includes(join('store-1', 'tmp')));
  expect(entries.length).toBeGreaterThan(0);
  for (const { path } of entries) {
    expect(decodeEntry('measurements', basename(path), readFileSync(path))).toBeDefined();
  }
  // The next run is none the worse, and a later one takes away what the killed ones left.
  const store = await createStore(cache, () => undefined);
  await store?.put('measurements', 'key 0', Buffer.from('again'));
  expect(await store?.get('measurements', 'key 0')).toEqual(Buffer.from('again'));
  await pruneStore(cache, Date.now() + 25 * 60 * 60 * 1000);
  const left = await filesBelow(cache);
  expect(left.filter(({ path }) => path.includes(join('store-1', 'tmp')))).toEqual([]);
});
