import { mkdirSync, mkdtempSync, realpathSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { filesBelow } from '../../src/host/folder-usage.ts';
import { removeTree } from '../../src/host/remove-tree.ts';
import { pruneStore } from '../../src/store/prune-store.ts';

const NOW = Date.UTC(2026, 10, 27);
const HOUR = 3600 * 1000;
let cache = '';

beforeEach(() => {
  cache = realpathSync(mkdtempSync(join(tmpdir(), 'prune-')));
});
afterEach(() => removeTree(cache));

function write(path: string, bytes: number, hoursAgo: number): void {
  const file = join(cache, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, Buffer.alloc(bytes));
  const used = new Date(NOW - hoursAgo * HOUR);
  utimesSync(file, used, used);
}

async function left(): Promise<readonly string[]> {
  const files = await filesBelow(cache);
  return files.map(({ path }) => path.slice(cache.length + 1)).sort();
}

it.each<[string, number, readonly string[]]>([
  ['all within its limits', 1000, ['store-1/a/1', 'store-1/b/2', 'store-1/tmp/new']],
  ['what was used most recently', 150, ['store-1/b/2', 'store-1/tmp/new']],
  ['nothing but what is being written', 0, ['store-1/tmp/new']],
])('keeps %s', async (_, bytes, expected) => {
  write('store-1/a/1', 100, 9);
  write('store-1/b/2', 100, 3);
  write('store-1/b/old', 1, 24 * 31);
  write('store-1/tmp/new', 100, 0.5);
  write('store-1/tmp/killed', 100, 1.5);
  write('uv-cache/x', 5000, 1000);
  await pruneStore(cache, NOW, { bytes, unusedMs: 24 * 30 * HOUR });
  expect(await left()).toEqual([...expected, 'uv-cache/x']);
});

it('says what it took away', async () => {
  write('store-1/a/1', 100, 9);
  write('store-1/a/2', 50, 8);
  expect(await pruneStore(cache, NOW, { bytes: 60, unusedMs: Infinity })).toEqual({
    files: 1,
    bytes: 100,
    leftBytes: 50,
  });
});

it('has nothing to do where there is no store', async () => {
  expect(await pruneStore(join(cache, 'none'), NOW)).toEqual({ files: 0, bytes: 0, leftBytes: 0 });
});
