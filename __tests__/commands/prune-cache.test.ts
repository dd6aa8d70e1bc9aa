import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { pruneCache } from '../../src/commands/prune-cache.ts';
import { refuseNoFolder } from '../../src/entry/output-file.ts';
import { filesBelow } from '../../src/host/folder-usage.ts';
import { prunedLines } from '../../src/report/render/pruned.ts';
import { parseCli } from '../../src/settings/parse-cli.ts';
import { createStore } from '../../src/store/create-store.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'prune-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('removes what was not used for long, and says what is left', async () => {
  const store = await createStore(folder, () => undefined);
  await store?.put('wheels', 'old', Buffer.alloc(1024 * 1024));
  for (const { path } of await filesBelow(folder)) utimesSync(path, 0, 0);
  await store?.put('measurements', 'new', Buffer.from('x'));
  mkdirSync(join(folder, 'uv-cache'));
  writeFileSync(join(folder, 'uv-cache', 'a'), Buffer.alloc(512 * 1024));
  const pruned = await pruneCache(folder, Date.now());
  expect(prunedLines(pruned, '/cache')).toEqual([
    '1 entry removed (1.0 MB); 0.0 MB of built wheels and measurements are kept in "/cache"',
    'Downloads take 0.5 MB more; to tidy them: uv cache prune --cache-dir "/cache/uv-cache", or delete that folder',
  ]);
  expect(await store?.get('measurements', 'new')).toEqual(Buffer.from('x'));
  expect((await pruneCache(join(folder, 'nowhere'), Date.now())).removed).toBe(0);
});

it('leaves alone what is no cache, and says so', async () => {
  const other = join(folder, 'other');
  mkdirSync(join(other, 'tmp'), { recursive: true });
  await expect(pruneCache(other, Date.now())).rejects.toMatchObject({
    message: expect.stringContaining('is no cache of numpy-abi-matrix'),
    exitCode: 2,
  });
  await expect(pruneCache(join(folder, 'uv-cache', 'a'), Date.now())).rejects.toThrow(
    'it is no folder',
  );
  mkdirSync(join(folder, 'empty'));
  expect((await pruneCache(join(folder, 'empty'), Date.now())).removed).toBe(0);
});

it('refuses a folder that was named and is not there', async () => {
  await expect(refuseNoFolder(join(folder, 'nowhere'))).rejects.toMatchObject({ exitCode: 2 });
  await refuseNoFolder(folder);
});

it.each<[string, readonly string[]]>([
  ['cache prune', []],
  ['cache prune --cache-dir x', []],
  ['cache', ['Use cache prune']],
  ['cache clear', ['Use cache prune']],
])('%s', (line, remedies) => {
  const request = parseCli(line.split(' '));
  expect(request.kind).toBe('prune');
  expect('problems' in request && request.problems.map(({ remedy }) => remedy)).toEqual(remedies);
});
