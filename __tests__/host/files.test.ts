import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFiles } from '../../src/host/files.ts';

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
