import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Env } from '../../../src/host/child-environment.ts';
import { buildSurroundings } from '../../../src/measure/build/build-surroundings.ts';
import type { Mentions } from '../../../src/measure/build/mentions.ts';
import type { Processes } from '../../../src/model/ports.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'surroundings-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let version = 'gcc 12';
const processes = {
  run: async () => ({ stdout: version, stderr: '', ending: { kind: 'exited', code: 0 } }),
} as unknown as Processes;
const NONE: Mentions = { words: new Set(), paths: [] };
const at = (path: string): string => join(folder, path);
const write = (path: string, text: string): void => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
};
const env: Env = { PATH: at('bin'), HOME: at('home'), CC: 'cc' };
const around = (own: Env = {}, mentions: Mentions = NONE) =>
  buildSurroundings(folder, { ...env, ...own }, processes, mentions);

beforeAll(() => {
  for (const path of ['inc/deep/x.h', 'lib/libx.a', 'home/.numpy-site.cfg', 'sdk/a/b.h'])
    write(path, 'before');
});

describe('buildSurroundings()', () => {
  it.each<[string, Env, Mentions, string]>([
    ['a header in CFLAGS', { CFLAGS: `-O2 -I${at('inc')}` }, NONE, 'inc/deep/x.h'],
    ['a header in CPPFLAGS, apart', { CPPFLAGS: `-isystem ${at('inc')}` }, NONE, 'inc/deep/x.h'],
    ['a header in CPATH', { CPATH: `/nowhere${delimiter}${at('inc')}` }, NONE, 'inc/deep/x.h'],
    ['a library in LDFLAGS', { LDFLAGS: `-L${at('lib')} -lx` }, NONE, 'lib/libx.a'],
    ['a library in LIBRARY_PATH', { LIBRARY_PATH: at('lib') }, NONE, 'lib/libx.a'],
    ['CMake’s packages', { CMAKE_PREFIX_PATH: at('sdk') }, NONE, 'sdk/a/b.h'],
    ['settings of NumPy’s distutils', {}, NONE, 'home/.numpy-site.cfg'],
    ['what the project names', {}, { words: new Set(), paths: [at('inc')] }, 'inc/deep/x.h'],
    [
      'what the project names, at home',
      {},
      { words: new Set(), paths: ['~/.numpy-site.cfg'] },
      'home/.numpy-site.cfg',
    ],
    [
      'a folder in a variable that the project names',
      { SDK: at('sdk') },
      { words: new Set(['SDK']), paths: [] },
      'sdk/a/b.h',
    ],
  ])('changes with %s', async (_, own, mentions, file) => {
    const before = await around(own, mentions);
    expect(await around(own, mentions)).toBe(before);
    write(file, `after ${Math.random()}`);
    expect(await around(own, mentions)).not.toBe(before);
  });

  it.each<[string, Env, Mentions, boolean]>([
    ['a variable of the user', { FAST: '1' }, NONE, true],
    ['another compiler', { CC: 'clang' }, NONE, true],
    ['what differs from run to run', { GITHUB_RUN_ID: '7', CI_COMMIT_TAG: 'v1' }, NONE, false],
    [
      'what differs from run to run, named by the project',
      { CI_COMMIT_TAG: 'v1' },
      { words: new Set(['CI_COMMIT_TAG']), paths: [] },
      true,
    ],
    ['a secret, which no build sees', { MY_TOKEN: 'x' }, NONE, false],
  ])('%s: %#', async (_, own, mentions, changes) => {
    const before = await around({}, mentions);
    expect((await around(own, mentions)) !== before).toBe(changes);
  });

  it('changes with the version of a compiler', async () => {
    write('bin/cc', '');
    const before = await around({ CC: at('bin/cc') });
    version = 'gcc 13';
    expect(await around({ CC: at('bin/cc') })).not.toBe(before);
  });
});
