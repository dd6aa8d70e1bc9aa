import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Git } from '../../../src/measure/build/git-copy.ts';
import { sourceHash } from '../../../src/measure/build/source-hash.ts';

let base = '';
let root = '';
let said: Readonly<Record<string, string>> = {};

/** Answers by the first words of the question. */
const git: Git = async (args) => ({
  ending: { kind: 'exited', code: 0 },
  stdout: said[args[0] ?? ''] ?? '',
  stderr: '',
  truncated: false,
  seconds: 0,
});
const hash = () => sourceHash(root, git);

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'source-')));
  root = join(base, 'copy');
  said = { 'rev-parse': 'abc', 'for-each-ref': 'v1', 'ls-files': 'a', 'symbolic-ref': 'main' };
  mkdirSync(join(root, 'src'), { recursive: true });
  mkdirSync(join(root, '.git'));
  writeFileSync(join(root, 'pyproject.toml'), '[build-system]');
  writeFileSync(join(root, 'src', 'a.c'), 'int a;');
  writeFileSync(join(root, '.git', 'index'), 'times and inodes');
  writeFileSync(join(base, 'outside.h'), 'int x;');
  symlinkSync('a.c', join(root, 'src', 'b.c'));
  symlinkSync(join(base, 'outside.h'), join(root, 'src', 'x.h'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('sourceHash()', () => {
  it.each<[string, () => void]>([
    ['a byte of a file', () => writeFileSync(join(root, 'src', 'a.c'), 'int b;')],
    ['a new file', () => writeFileSync(join(root, 'src', 'c.c'), '')],
    ['a new folder', () => mkdirSync(join(root, 'include'))],
    [
      'where a file lies',
      () => {
        rmSync(join(root, 'src', 'a.c'));
        writeFileSync(join(root, 'a.c'), 'int a;');
      },
    ],
    [
      'where a link leads',
      () => {
        rmSync(join(root, 'src', 'b.c'));
        symlinkSync('c.c', join(root, 'src', 'b.c'));
      },
    ],
    [
      'a byte of a file that a link out of the copy leads to',
      () => writeFileSync(join(base, 'outside.h'), 'int y;'),
    ],
    [
      'the commit',
      () => {
        said = { ...said, 'rev-parse': 'abd' };
      },
    ],
    [
      'a tag',
      () => {
        said = { ...said, 'for-each-ref': 'v2' };
      },
    ],
    [
      'what git tracks',
      () => {
        said = { ...said, 'ls-files': 'a b' };
      },
    ],
    ...(process.platform === 'win32'
      ? []
      : [
          ['whether a file may be run', () => chmodSync(join(root, 'src', 'a.c'), 0o755)] as [
            string,
            () => void,
          ],
        ]),
  ])('changes with %s', async (_, change) => {
    const before = await hash();
    change();
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(await hash()).not.toBe(before);
  });

  it.each<[string, () => void]>([
    ['the times of a file', () => utimesSync(join(root, 'src', 'a.c'), 1, 1)],
    [
      'what Git keeps of times and inodes',
      () => writeFileSync(join(root, '.git', 'index'), 'other'),
    ],
    [
      'a new branch',
      () => {
        mkdirSync(join(root, '.git', 'refs'));
        writeFileSync(join(root, '.git', 'refs', 'topic'), 'abc');
      },
    ],
  ])('stays with %s', async (_, change) => {
    const before = await hash();
    change();
    expect(await hash()).toBe(before);
  });

  it('knows nothing where a link leads into a folder outside', async () => {
    symlinkSync(base, join(root, 'src', 'vendor'));
    expect(await hash()).toBeUndefined();
  });
});
