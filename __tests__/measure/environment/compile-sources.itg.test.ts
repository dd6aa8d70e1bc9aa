import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createProcesses } from '../../../src/host/processes.ts';
import type { World } from '../../../src/host/world.ts';
import { compileSources } from '../../../src/measure/environment/compile-sources.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Store } from '../../../src/model/ports.ts';
import { createStore } from '../../../src/store/create-store.ts';
import { findPython, needLinuxPythons } from '../../support/need-pythons.ts';

const PACKAGE = {
  'p/__init__.py':
    'from typing import TYPE_CHECKING\nfrom . import a, data\nif TYPE_CHECKING:\n    import p.typed\n',
  'p/a.py':
    'try:\n    from p.sub.b import (\n        x,  # of all\n        y,\n    )\nexcept ImportError:\n    pass\n',
  'p/sub/__init__.py': 'def later():\n    import p.later\n',
  'p/sub/b.py': 'x = y = 1\nplace = (lambda: 0).__code__.co_filename\n',
  'p/data.py': 'assert (1, "always true")\n',
  'p/typed.py': '',
  'p/later.py': '',
};

needLinuxPythons('3.11')('compileSources()', () => {
  const executable = findPython('3.11') ?? '';
  let folder: string;
  let store: Store;
  const processes = createProcesses();
  const puts: string[] = [];

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'compile-')));
    const made = await createStore(folder, () => {});
    if (made === null) throw new Error('no store');
    store = {
      ...made,
      async put(kind, key, body) {
        puts.push(kind);
        await made.put(kind, key, body);
      },
    };
    puts.length = 0;
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  afterAll(() => processes.close());

  async function environment(name: string, changed: Readonly<Record<string, string>> = {}) {
    const root = join(folder, name);
    const files = { ...PACKAGE, ...changed };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    const metadataFolder = join(root, 'p-1.dist-info');
    await mkdir(metadataFolder);
    // Equal RECORDs: the sources themselves must be looked at.
    await writeFile(join(metadataFolder, 'RECORD'), `${Object.keys(files).join(',,\n')},,\n`);
    const distributions = [{ name: 'p', version: '1', metadataFolder }];
    const interpreter = { executable, version: '3.11' };
    return { root, interpreter, sitePackages: [root], distributions } as unknown as Environment;
  }

  async function compile(one: Environment) {
    const world = { processes, env: process.env, store } as unknown as World;
    const kept = one.distributions;
    const what = { environment: one, roots: ['p/__init__.py'], sources: [], kept };
    const { files, stored } = await compileSources(what, folder, world);
    await stored;
    return [...files].sort();
  }

  const run = (one: Environment, code: string) =>
    execFileSync(executable, ['-B', '-c', code], { cwd: one.root, encoding: 'utf8' }).trim();

  it('compiles what an import runs: nothing that waits, nothing that warns', async () => {
    const files = await compile(await environment('one'));
    expect(files).toEqual([
      'p/__pycache__/__init__.cpython-311.pyc',
      'p/__pycache__/a.cpython-311.pyc',
      'p/sub/__pycache__/__init__.cpython-311.pyc',
      'p/sub/__pycache__/b.cpython-311.pyc',
    ]);
    expect((await readdir(folder)).filter((name) => name.startsWith('compile-'))).toEqual([]);
  });

  it('takes it from the store the next time, as that environment would have it', async () => {
    const first = await compile(await environment('one'));
    expect(puts).toEqual(['bytecode']);
    const two = await environment('two');
    expect(await compile(two)).toEqual(first);
    expect(puts).toEqual(['bytecode']);
    const verbose = 'import p.sub.b as b; print(b.place, b.__cached__)';
    const cached = join(two.root, 'p/sub/__pycache__/b.cpython-311.pyc');
    expect(run(two, verbose)).toBe(`${join(two.root, 'p/sub/b.py')} ${cached}`);
    // Python takes it as its own: else it would have compiled the source anew.
    const { stderr } = spawnSync(executable, ['-B', '-v', '-c', 'import p.sub.b'], {
      cwd: two.root,
      encoding: 'utf8',
    });
    expect(stderr).toContain(`# code object from '${cached}'`);
  });

  it('compiles a source that is another one', async () => {
    await compile(await environment('one'));
    const two = await environment('two', {
      'p/sub/b.py': 'x = y = 2\nplace = (lambda: 1).__code__.co_filename\n',
    });
    await compile(two);
    expect(puts).toEqual(['bytecode', 'bytecode']);
    expect(run(two, 'import p.sub.b as b; print(b.x)')).toBe('2');
  });
});
