import { existsSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryFolder } from '../../src/host/memory-folder.ts';
import { createProcesses, type OwnedProcesses } from '../../src/host/processes.ts';

const MEMORY = '/dev/shm';
const here = process.platform === 'linux' && existsSync(MEMORY) ? describe : describe.skip;

here('createMemoryFolder()', () => {
  let disk: string;
  let processes: OwnedProcesses;
  const made: string[] = [];
  const folderFor = (env: Record<string, string>) =>
    createMemoryFolder({ env: { PATH: '/usr/bin:/bin', ...env }, disk, processes });
  const own = async () =>
    (await readdir(MEMORY)).filter((name) => name.includes(`-${process.pid}-`));

  beforeEach(() => {
    disk = mkdtempSync(join(tmpdir(), 'memory-folder-'));
    processes = createProcesses();
  });
  afterEach(async () => {
    await processes.close();
    for (const folder of [disk, ...made.splice(0)]) rmSync(folder, { recursive: true });
  });

  it('makes a private folder once, and takes it away again', async () => {
    const memory = folderFor({});
    const [one, other] = await Promise.all([memory.get(), memory.get()]);
    expect(other).toBe(one);
    expect((await stat(one?.folder ?? '')).mode & 0o777).toBe(0o700);
    await writeFile(join(one?.folder ?? '', 'file'), '');
    await memory.dispose();
    expect(await own()).toEqual([]);
  });

  it('tells what can be spared, and takes off what is written', async () => {
    const memory = folderFor({});
    const one = await memory.get();
    const before = one?.left() ?? 0;
    expect(before).toBeGreaterThanOrEqual(256 * 1024 ** 2);
    await writeFile(join(one?.folder ?? '', 'file'), Buffer.alloc(64 * 1024 ** 2));
    expect(one?.left()).toBeLessThanOrEqual(before - 32 * 1024 ** 2);
    await memory.dispose();
  });

  it.each(['TMPDIR', 'TMP', 'TEMP'])('leaves it where %s names a folder', async (name) => {
    expect(await folderFor({ [name]: tmpdir() }).get()).toBeNull();
  });

  it('needs none where the disk is memory', async () => {
    const memory = createMemoryFolder({ env: {}, disk: MEMORY, processes });
    expect(await memory.get()).toBeNull();
  });

  it('leaves it where nothing may be run there', async () => {
    await writeFile(join(disk, 'true'), '#!/bin/sh\nexit 1\n');
    await chmod(join(disk, 'true'), 0o755);
    expect(await folderFor({ PATH: disk }).get()).toBeNull();
    expect(await own()).toEqual([]);
  });

  it('takes away what killed runs left, and nothing else', async () => {
    const namespace = readlinkSync('/proc/self/ns/pid').replaceAll(/\D/g, '');
    // No process has a number that high: the kernel's own limit is 2^22.
    const killed = `numpy-abi-matrix-${namespace}-4194305-x`;
    const running = `numpy-abi-matrix-${namespace}-${process.ppid}-x`;
    const elsewhere = 'numpy-abi-matrix-1-4194305-x';
    for (const name of [killed, running, elsewhere])
      await mkdir(join(MEMORY, name, 'in', 'it'), { recursive: true });
    made.push(join(MEMORY, running), join(MEMORY, elsewhere));
    const memory = folderFor({});
    await memory.get();
    await memory.dispose();
    const left = await readdir(MEMORY);
    expect([killed, running, elsewhere].map((name) => left.includes(name))).toEqual([
      ...[false, true, true],
    ]);
  });
});
