import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFiles } from '../../src/host/files.ts';
import { repositorySources } from '../../src/judge/locate/sources.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const files = createFiles();

it('reads a file, up to as many bytes as wanted', async () => {
  await writeFile(join(folder, 'a'), 'text');
  expect(await files.readText(join(folder, 'a'))).toBe('text');
  expect(await files.readText(join(folder, 'a'), 2)).toBe('te');
});

it('lists no file of a source tree that lies in an environment or a cache', async () => {
  const root = await mkdtemp(join(folder, 'tree-'));
  for (const [below, file] of [
    ['src', 'a.c'],
    ['env', 'pyvenv.cfg'],
    ['env/lib', 'b.c'],
    ['kept/uv', 'CACHEDIR.TAG'],
    ['kept/uv/archive', 'c.c'],
    ['kept', 'd.c'],
  ] as const) {
    await mkdir(join(root, below), { recursive: true });
    await writeFile(join(root, below, file), '');
  }
  const sources = repositorySources(files, root, root);
  expect(await sources.list()).toEqual(['kept/d.c', 'src/a.c']);
});

it.each(['nothing', '.'])('takes for missing what is no file: %s', async (name) => {
  expect(await files.readText(join(folder, name))).toBeUndefined();
});

const posix = process.platform === 'win32' ? it.skip : it;

posix(
  'takes a pipe for missing, and waits for none: read as a file it would be empty',
  async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await files.readText(join(folder, 'pipe'))).toBeUndefined();
  },
);
