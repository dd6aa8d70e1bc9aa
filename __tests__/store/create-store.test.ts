import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { filesBelow } from '../../src/host/folder-usage.ts';
import { removeTree } from '../../src/host/remove-tree.ts';
import type { Store } from '../../src/model/ports.ts';
import { createStore } from '../../src/store/create-store.ts';

const folders: string[] = [];
const bytes = (text: string): Uint8Array => Buffer.from(text);

function newCache(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'store-')));
  folders.push(folder);
  return folder;
}

async function storeIn(cache: string, told: string[] = []): Promise<Store> {
  const store = await createStore(cache, (text) => told.push(text));
  if (store === null) throw new Error('no store');
  return store;
}

async function onlyFile(cache: string): Promise<string> {
  const [file, ...more] = await filesBelow(cache);
  if (!file || more.length > 0) throw new Error('not one file');
  return file.path;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await removeTree(folder);
});

describe('createStore()', () => {
  it('gives back what was put, to another store of the same folder too', async () => {
    const cache = newCache();
    await (await storeIn(cache)).put('measurements', 'a key of any length\n', bytes('text'));
    const again = await storeIn(cache);
    expect(Buffer.from((await again.get('measurements', 'a key of any length\n')) ?? [])).toEqual(
      Buffer.from('text'),
    );
    expect(await again.get('measurements', 'another key')).toBeUndefined();
    expect(await again.get('wheels', 'a key of any length\n')).toBeUndefined();
  });

  it('keeps what was put last', async () => {
    const store = await storeIn(newCache());
    await store.put('wheels', 'k', bytes('one'));
    await store.put('wheels', 'k', bytes('two'));
    expect(Buffer.from((await store.get('wheels', 'k')) ?? []).toString()).toBe('two');
  });

  it.each<[string, (file: string) => void]>([
    ['cut short', (file) => truncateSync(file, readFileSync(file).length - 1)],
    ['empty', (file) => writeFileSync(file, '')],
    ['longer', (file) => writeFileSync(file, Buffer.concat([readFileSync(file), bytes('x')]))],
    [
      'with one bit changed',
      (file) => {
        const all = readFileSync(file);
        all[all.length - 1] = (all.at(-1) ?? 0) ^ 1;
        writeFileSync(file, all);
      },
    ],
    [
      'of another schema',
      (file) => writeFileSync(file, readFileSync(file, 'latin1').replace('store 1', 'store 2')),
    ],
    ['no entry at all', (file) => writeFileSync(file, '{"state":{"kind":"ran"}}')],
    [
      'huge',
      (file) => {
        truncateSync(file, 65 * 1024 * 1024);
      },
    ],
    [
      'a folder',
      (file) => {
        renameSync(file, `${file}.old`);
        mkdirSync(file);
      },
    ],
    [
      'a link to a whole entry',
      (file) => {
        renameSync(file, `${file}.old`);
        symlinkSync(`${file}.old`, file);
      },
    ],
  ])('takes an entry that is %s for none, and writes it anew', async (_, damage) => {
    const cache = newCache();
    const told: string[] = [];
    const store = await storeIn(cache, told);
    await store.put('measurements', 'k', bytes('whole'));
    damage(await onlyFile(cache));
    expect(await store.get('measurements', 'k')).toBeUndefined();
    expect(told.join()).toContain('Not used, and removed');
    await store.put('measurements', 'k', bytes('whole'));
    expect(await store.get('measurements', 'k')).toEqual(Buffer.from('whole'));
  });

  it('takes an entry under the name of another for none', async () => {
    const cache = newCache();
    const store = await storeIn(cache);
    await store.put('measurements', 'green', bytes('green'));
    const green = await onlyFile(cache);
    await store.put('measurements', 'red', bytes('red'));
    const red = (await filesBelow(cache)).find(({ path }) => path !== green)?.path ?? '';
    writeFileSync(red, readFileSync(green));
    expect(await store.get('measurements', 'red')).toBeUndefined();
  });

  it('neither reads nor writes through a linked folder, and removes nothing there', async () => {
    const cache = newCache();
    const elsewhere = newCache();
    const store = await storeIn(cache);
    await store.put('measurements', 'k', bytes('whole'));
    const folder = dirname(await onlyFile(cache));
    renameSync(folder, join(elsewhere, 'moved'));
    symlinkSync(join(elsewhere, 'moved'), folder);
    expect(await store.get('measurements', 'k')).toBeUndefined();
    await store.put('measurements', 'k', bytes('other'));
    const [kept = ''] = readdirSync(join(elsewhere, 'moved'));
    expect(readFileSync(join(elsewhere, 'moved', kept), 'utf8')).toContain('whole');
  });

  it('leaves nothing behind where it cannot write, and goes on', async () => {
    const cache = newCache();
    const told: string[] = [];
    const store = await storeIn(cache, told);
    writeFileSync(join(cache, 'store-1', 'wheels'), 'a file where a folder should be');
    await store.put('wheels', 'k', bytes('x'));
    expect(told.join()).toContain('Not kept for the next run');
    expect(await store.get('wheels', 'k')).toBeUndefined();
  });

  (process.platform === 'win32' ? it.skip : it)(
    'trusts no folder that others may write',
    async () => {
      const cache = newCache();
      const told: string[] = [];
      mkdirSync(join(cache, 'store-1'));
      chmodSync(join(cache, 'store-1'), 0o777);
      expect(await createStore(cache, (text) => told.push(text))).toBeNull();
      expect(told.join()).toContain('other users may write to it');
    },
  );
});
