import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openLineFile } from '../../src/host/line-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-lines-'));
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

async function opened(path: string) {
  const lines: string[] = [];
  const { file, dropped } = await openLineFile(path, (line) => lines.push(line));
  return { file, dropped, lines };
}

const LONG = 'ä'.repeat(700_000);

it.each<[string, string, readonly string[], number]>([
  ['nothing', '', [], 0],
  ['whole lines', 'one\ntwo\n', ['one', 'two'], 0],
  ['a torn last line', 'one\ntw', ['one'], 2],
  ['nothing but a torn line', 'on', [], 2],
  ['lines longer than what is read at once', `${LONG}\n${LONG}\nx`, [LONG, LONG], 1],
])('goes on behind %s', async (_, before, expected, torn) => {
  const path = join(folder, 'a.jsonl');
  await writeFile(path, before);
  const { file, lines, dropped } = await opened(path);
  expect(lines).toEqual(expected);
  expect(dropped).toBe(torn);
  await Promise.all([file.append('three\n'), file.append('four\n')]);
  await file.close();
  const text = [...expected, 'three', 'four'].map((line) => `${line}\n`).join('');
  expect(await readFile(path, 'utf8')).toBe(text);
});

it('leaves the file as it was when a line is refused', async () => {
  const path = join(folder, 'a.jsonl');
  await writeFile(path, 'one\ntw');
  const refuse = (): never => {
    throw new Error('not ours');
  };
  await expect(openLineFile(path, refuse)).rejects.toThrow('not ours');
  expect(await readFile(path, 'utf8')).toBe('one\ntw');
});

it('stops when somebody else writes there, too', async () => {
  const path = join(folder, 'a.jsonl');
  const { file } = await opened(path);
  await file.append('one\n');
  await appendFile(path, 'theirs\n');
  await expect(file.append('two\n')).rejects.toThrow('Somebody else writes');
  await file.close();
  expect(await readFile(path, 'utf8')).toBe('one\ntheirs\n');
});

it('says where it cannot write', async () => {
  await expect(opened(join(folder, 'none', 'a.jsonl'))).rejects.toThrow('Cannot write');
});
