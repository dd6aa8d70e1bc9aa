import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFiles } from '../../src/host/files.ts';
import {
  createWorkspace,
  saysDiskFull,
  userCache,
  withDiskErrors,
} from '../../src/host/workspace.ts';

describe('createWorkspace()', () => {
  it('is private, and removes what was made read-only', async () => {
    const workspace = await createWorkspace({ env: {}, cacheDir: null, useCache: false });
    expect((await stat(workspace.folder)).mode & 0o777).toBe(0o700);
    expect(workspace.cache.startsWith(workspace.folder)).toBe(true);
    await mkdir(join(workspace.folder, 'a'));
    await writeFile(join(workspace.folder, 'a', 'f'), '');
    await chmod(join(workspace.folder, 'a'), 0o500);
    await workspace.dispose();
    expect(await createFiles().exists(workspace.folder)).toBe(false);
  });

  it('works without a home that can be written, and says so', async () => {
    const env = { HOME: '/dev/null', XDG_CACHE_HOME: '/dev/null/x' };
    const workspace = await createWorkspace({ env, cacheDir: null, useCache: true });
    expect(workspace.notice).toContain('XDG_CACHE_HOME');
    await workspace.dispose();
  });

  it('refuses a cache folder of the user’s that cannot be written', async () => {
    const made = createWorkspace({ env: {}, cacheDir: '/dev/null/x', useCache: true });
    await expect(made).rejects.toMatchObject({ exitCode: 2 });
  });
});

describe('userCache()', () => {
  it.each([
    [{ XDG_CACHE_HOME: '/x' }, 'linux', '/x/numpy-abi-matrix'],
    [{ HOME: '/h' }, 'linux', '/h/.cache/numpy-abi-matrix'],
    [{ HOME: '/h', XDG_CACHE_HOME: 'below/here' }, 'linux', '/h/.cache/numpy-abi-matrix'],
    [{ HOME: 'h' }, 'linux', join(process.cwd(), 'h/.cache/numpy-abi-matrix')],
    [{ HOME: '/h' }, 'darwin', '/h/Library/Caches/numpy-abi-matrix'],
    [{ LOCALAPPDATA: '/l' }, 'win32', '/l/numpy-abi-matrix'],
  ])('%j on %s', (env, platform, expected) => {
    expect(userCache(env, platform)).toBe(expected);
  });
});

describe('a full disk', () => {
  it('becomes a message', async () => {
    const failing = async () => {
      throw Object.assign(new Error('x'), { code: 'ENOSPC' });
    };
    await expect(withDiskErrors(['/d'], failing)).rejects.toMatchObject({
      exitCode: 3,
      message: 'No space left on the disk that holds "/d"',
    });
  });

  it('says that a folder of the run was taken away, and takes no other missing file for it', async () => {
    const there = await createWorkspace({ env: {}, cacheDir: null, useCache: false });
    const inside = () => mkdir(join(there.folder, 'a', 'b'));
    await expect(withDiskErrors([there.folder], inside)).rejects.toMatchObject({ code: 'ENOENT' });
    await there.dispose();
    await expect(withDiskErrors([there.folder], inside)).rejects.toMatchObject({
      exitCode: 3,
      message: `Somebody removed "${there.folder}" while the run was using it`,
    });
  });

  it.each([
    ['error: failed to write: No space left on device (os error 28)', true],
    ['fatal error: numpy/arrayobject.h: No such file', false],
  ])('%s', (text, expected) => {
    expect(saysDiskFull(text)).toBe(expected);
  });
});

describe('createFiles()', () => {
  it('reads what is there; what is missing is undefined', async () => {
    const workspace = await createWorkspace({ env: {}, cacheDir: null, useCache: false });
    const files = createFiles();
    await mkdir(join(workspace.folder, 'a', 'b'), { recursive: true });
    await writeFile(join(workspace.folder, 'a', 'b', 'f.txt'), 'hällo');
    await writeFile(join(workspace.folder, 'a', 'g'), 'x');
    expect(await files.list(join(workspace.folder, 'a'))).toEqual(['b/f.txt', 'g']);
    const skip = (path: string) => path === 'b';
    expect(await files.list(join(workspace.folder, 'a'), { skip })).toEqual(['g']);
    expect(await files.readText(join(workspace.folder, 'a', 'b', 'f.txt'))).toBe('hällo');
    expect(await files.read(join(workspace.folder, 'a', 'b', 'f.txt'), 1)).toHaveLength(1);
    expect(await files.readText(join(workspace.folder, 'none'))).toBeUndefined();
    expect(await files.read(join(workspace.folder, 'a'))).toBeUndefined();
    await workspace.dispose();
  });
});
