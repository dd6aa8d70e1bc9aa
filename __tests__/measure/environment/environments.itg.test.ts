import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  stat,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createLimiter } from '../../../src/host/limiter.ts';
import { createMemoryFolder, type LazyMemoryFolder } from '../../../src/host/memory-folder.ts';
import type { World } from '../../../src/host/world.ts';
import {
  createEnvironmentFolders,
  type Wanted,
} from '../../../src/measure/environment/environment-folders.ts';
import {
  createEnvironments,
  type Environments,
  type Held,
} from '../../../src/measure/environment/environments.ts';
import { linkedFile, takeSnapshot } from '../../../src/measure/environment/snapshot.ts';
import { createResolutions } from '../../../src/measure/install/resolutions.ts';
import type { Store } from '../../../src/model/ports.ts';
import { createStore } from '../../../src/store/create-store.ts';
import { needThat } from '../../support/need.ts';
import { needLinuxPythons } from '../../support/need-pythons.ts';
import { type Provisioned, provision } from '../../support/provisioned.ts';
import { canMount, mountSmall, unmount } from '../../support/small-disk.ts';

const PLACES = ['on the disk', 'in memory', 'in memory that fills'] as const;

const handedOn = (where: (typeof PLACES)[number]) => () => {
  let provided: Provisioned;
  let environments: Environments;
  let wanted: Wanted;
  let folder: string;
  let store: Store | null;
  let memory: LazyMemoryFolder;

  beforeAll(async () => {
    provided = await provision();
    const { uv, interpreters, workspace } = provided;
    const interpreter = interpreters.find(({ version }) => version.startsWith('3.11.'));
    if (!interpreter) throw new Error('no Python 3.11');
    // Bytecode is kept from one environment to the next, as in a run.
    store = await createStore(workspace.folder, () => {});
    wanted = {
      ...{ uv, interpreter, numpy: '1.26.4', metadata: 'respect', constraints: [], extras: [] },
      ...{ indexArgs: [], cwd: workspace.folder },
      subject: { kind: 'requirements', lines: ['python-dateutil<3'] },
    };
  }, 60_000);

  beforeEach(async () => {
    const { processes, workspace } = provided;
    folder = await mkdtemp(join(workspace.folder, 'run-'));
    memory = createMemoryFolder({ env: { PATH: process.env['PATH'] }, disk: folder, processes });
    let looked = 0;
    const world = {
      ...{ processes, folder, env: process.env, store },
      memory: async () => {
        const inMemory = where === 'on the disk' ? null : await memory.get();
        // There was room when the installation began.
        const left = () => (looked++ === 0 ? 2 ** 40 : 0);
        return where === 'in memory' ? inMemory : inMemory && { ...inMemory, left };
      },
      progress: { detail: () => {} },
    } as unknown as World;
    const limiter = createLimiter(2);
    environments = createEnvironments(world, limiter, createResolutions(folder, limiter));
  });

  afterEach(async () => {
    await environments.close();
    await memory.dispose();
  });

  afterAll(async () => {
    await provided.processes.close();
    await provided.workspace.dispose();
  });

  async function acquire(numpy: string, family: string | null = 'f'): Promise<Held> {
    const held = await environments.acquire(family, { ...wanted, numpy });
    if (held.kind !== 'held') throw new Error(JSON.stringify(held));
    return held;
  }
  const site = (held: Held) => held.environment.sitePackages[0] ?? '';
  const numpyOf = async (held: Held) => readFile(join(site(held), 'numpy', 'version.py'), 'utf8');
  /** Imports as a probe does. */
  async function probe(held: Held, code: string) {
    const { ending, stderr } = await provided.processes.run(held.environment.python, ['-c', code], {
      cwd: provided.workspace.folder,
      env: { PATH: process.env['PATH'] ?? '' },
      timeoutSeconds: 60,
    });
    expect([ending, stderr]).toEqual([{ kind: 'exited', code: 0 }, '']);
  }

  it('exchanges NumPy alone, takes bytecode away and puts its own there', async () => {
    environments.expect('f', 2);
    const first = await acquire('1.26.4');
    const base = where === 'in memory' ? (await memory.get())?.folder : undefined;
    expect(dirname(first.environment.root)).toBe(base ?? join(folder, 'environments'));
    await probe(first, 'import numpy, dateutil.parser, six');
    const { ino, nlink } = await stat(join(site(first), 'six.py'));
    expect(nlink).toBe(1);
    expect(await environments.release(first)).toBe('believed');
    const second = await acquire('2.0.2');
    expect(second.reused).toBe(true);
    expect(second.environment.root).toBe(first.environment.root);
    // Each file is its own: none is one of uv's cache, and none was left beside for a probe to find.
    expect(linkedFile(await takeSnapshot(second.environment.root))).toBeUndefined();
    expect(await readdir(dirname(second.environment.root))).not.toContain(
      `${basename(second.environment.root)}.linked`,
    );
    expect(await numpyOf(second)).toContain('2.0.2');
    expect((await stat(join(site(second), 'six.py'))).ino).toBe(ino);
    expect(await readdir(join(site(second), '__pycache__'))).toEqual(['six.cpython-311.pyc']);
    // NumPy's bytecode is ours from the start, and of the NumPy that is there.
    expect(await readdir(join(site(second), 'numpy', '__pycache__'))).toContain(
      'version.cpython-311.pyc',
    );
    await probe(second, 'import numpy, six; assert numpy.__version__ == "2.0.2"');
    expect(await environments.release(second)).toBe('believed');
  }, 120_000);

  // The rest is as on the disk.
  if (where === 'in memory that fills') return;

  const hostile: readonly [string, (folder: string) => Promise<unknown>][] = [
    ['rewrites NumPy', (at) => appendFile(join(at, 'numpy', '__init__.py'), '\n# rewritten\n')],
    ['rewrites another distribution', (at) => appendFile(join(at, 'six.py'), '\n# rewritten\n')],
    [
      'rewrites it and sets its time back',
      async (at) => {
        const file = join(at, 'six.py');
        const { atime, mtime } = await stat(file);
        const text = await readFile(file, 'utf8');
        await writeFile(file, text.replace('import', 'IMPORT'));
        await utimes(file, atime, mtime);
      },
    ],
    [
      'makes it anew',
      async (at) => {
        const text = await readFile(join(at, 'six.py'));
        await unlink(join(at, 'six.py'));
        await writeFile(join(at, 'six.py'), text);
      },
    ],
    ['adds a .pth file', (at) => writeFile(join(at, 'evil.pth'), 'import os; os._exit(3)\n')],
    ['adds a module', (at) => writeFile(join(at, 'evil.py'), '')],
    [
      'adds bytecode of its own',
      async (at) => {
        // Of a source that nobody imports, so that none of ours is there.
        const folder = join(at, 'dateutil', '__pycache__');
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, 'easter.cpython-311.pyc'), 'evil');
      },
    ],
  ];

  it.each(hostile)(
    'never hands on what a probe left that %s',
    async (name, change) => {
      environments.expect('f', 2);
      const first = await acquire('1.26.4');
      await change(site(first));
      // The first has its environment to itself, whatever it does to it.
      expect(await environments.release(first)).toBe('believed');
      const second = await acquire('2.0.2');
      // Bytecode is never handed on, so it does no harm.
      expect(second.reused).toBe(name === 'adds bytecode of its own');
      expect(await readFile(join(site(second), 'six.py'), 'utf8')).not.toMatch(/rewritten|IMPORT/);
      expect(await readdir(site(second))).not.toContain('evil.pth');
      await probe(second, 'import six, numpy');
      expect(await environments.release(second)).toBe('believed');
    },
    120_000,
  );

  it.each(hostile.slice(0, 3))(
    'believes nothing of a reused one in which a probe %s',
    async (_, change) => {
      environments.expect('f', 2);
      expect(await environments.release(await acquire('1.26.4'))).toBe('believed');
      const second = await acquire('2.0.2');
      expect(second.reused).toBe(true);
      await change(site(second));
      expect(await environments.release(second)).toBe('doubt');
      const again = await acquire('2.0.2', null);
      expect(again.reused).toBe(false);
      expect(await environments.release(again)).toBe('believed');
    },
    120_000,
  );

  it('takes bytecode for a doubt that a probe wrote over ours', async () => {
    environments.expect('f', 3);
    const first = await acquire('1.26.4');
    await probe(first, 'import six');
    await environments.release(first);
    const second = await acquire('2.0.2');
    await writeFile(join(site(second), '__pycache__', 'six.cpython-311.pyc'), 'evil');
    expect(await environments.release(second)).toBe('doubt');
    expect((await acquire('1.26.4')).reused).toBe(false);
  }, 120_000);

  it('deletes all of them', async () => {
    environments.expect('f', 3);
    await environments.release(await acquire('1.26.4'));
    await environments.close();
    expect(await readdir(join(folder, 'environments'))).toEqual([]);
    const inMemory = await memory.get();
    expect((await readdir(inMemory?.folder ?? '/')).filter((name) => /^\d/.test(name))).toEqual([]);
  }, 120_000);
};

needThat(canMount(), 'to mount a small tmpfs: root on Linux')('environments and memory', () => {
  it('are made on the disk where memory fills, and leave nothing in it', async () => {
    const { uv, interpreters, workspace, processes } = await provision();
    const folder = await mkdtemp(join(workspace.folder, 'run-'));
    const small = await mkdtemp(join(workspace.folder, 'small-'));
    expect(mountSmall(small, 10)).toBe(true);
    const world = {
      ...{ processes, folder, env: process.env, store: null },
      memory: async () => ({ folder: small, left: () => 2 ** 40 }),
    } as unknown as World;
    try {
      const folders = createEnvironmentFolders(world);
      const interpreter = interpreters.find(({ version }) => version.startsWith('3.11.'));
      if (!interpreter) throw new Error('no Python 3.11');
      const result = await folders.install(
        {
          ...{ uv, interpreter, numpy: '1.26.4', metadata: 'respect', constraints: [], extras: [] },
          ...{ indexArgs: [], cwd: workspace.folder },
          subject: { kind: 'requirements', lines: ['six'] },
        },
        'hard-links',
      );
      await folders.close();
      expect(result).toMatchObject({ environment: { root: join(folder, 'environments', '2') } });
      expect(await readdir(small)).toEqual([]);
    } finally {
      await processes.close();
      unmount(small);
      await workspace.dispose();
    }
  }, 120_000);
});

for (const where of PLACES) {
  needLinuxPythons('3.11')(`environments handed on, ${where}`, handedOn(where));
}
