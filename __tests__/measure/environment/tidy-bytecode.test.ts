import {
  appendFile,
  chmod,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { compareSnapshots, takeSnapshot } from '../../../src/measure/environment/snapshot.ts';
import { sourceOf, tidyBytecode } from '../../../src/measure/environment/tidy-bytecode.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'environment-'));
  await mkdir(join(root, 'p', '__pycache__'), { recursive: true });
  await mkdir(join(root, 'numpy'));
  await writeFile(join(root, 'p', '__init__.py'), 'x = 1\n');
  await writeFile(join(root, 'p', 'm.py'), 'x = 1\n');
  await writeFile(join(root, 'p', '__pycache__', 'm.cpython-311.pyc'), 'compiled by us');
  await writeFile(join(root, 'numpy', '__init__.py'), 'x = 1\n');
  await symlink('p', join(root, 'q'));
});

afterEach(() => rm(root, { recursive: true }));

async function after(change: (root: string) => Promise<unknown>) {
  const before = await takeSnapshot(root);
  await setTimeout(15);
  await change(root);
  const difference = compareSnapshots(before, await takeSnapshot(root));
  return tidyBytecode(root, before, difference);
}

const restored = async (file: string, change: () => Promise<unknown>) => {
  const { atime, mtime } = await stat(file);
  await change();
  await utimes(file, atime, mtime);
};

// Times and modes that a program cannot set back are those of POSIX file systems.
const onPosix = process.platform === 'win32' ? describe.skip : describe;

onPosix('what probes may leave behind', () => {
  it('is nothing', async () => {
    expect(await after(async () => {})).toEqual({ kind: 'tidy', sources: [] });
  });

  it('is bytecode beside its source, which is taken away', async () => {
    const left = await after(async () => {
      await mkdir(join(root, 'numpy', '__pycache__'));
      await writeFile(join(root, 'numpy', '__pycache__', '__init__.cpython-311.pyc'), 'x');
      await writeFile(join(root, 'p', '__pycache__', '__init__.cpython-311.pyc'), 'x');
      await writeFile(join(root, 'p', '__pycache__', '__init__.cpython-311.pyc.139872'), 'x');
    });
    expect(left).toEqual({ kind: 'tidy', sources: ['numpy/__init__.py', 'p/__init__.py'] });
    expect(await readdir(join(root, 'numpy'))).toEqual(['__init__.py']);
    expect(await readdir(join(root, 'p', '__pycache__'))).toEqual(['m.cpython-311.pyc']);
  });
});

onPosix('what makes an environment good for nothing more', () => {
  const at = (...names: readonly string[]) => join(root, ...names);
  const numpy = () => at('numpy', '__init__.py');

  it.each<[string, () => Promise<unknown>]>([
    ['a file is written to', () => appendFile(numpy(), '#')],
    [
      'a file is rewritten with as many bytes, and its time set back',
      () => restored(numpy(), () => writeFile(numpy(), 'x = 2\n')),
    ],
    ['only its time is set back', () => restored(numpy(), async () => {})],
    ['its mode changes', () => chmod(numpy(), 0o700)],
    [
      'its mode changes and is set back',
      async () => {
        const { mode } = await stat(numpy());
        await chmod(numpy(), 0o700);
        await chmod(numpy(), mode);
      },
    ],
    [
      'it is deleted and made again',
      async () => {
        const text = await readFile(numpy());
        await restored(at('p', 'm.py'), () => unlink(numpy()));
        await writeFile(numpy(), text);
      },
    ],
    ['it is deleted', () => unlink(numpy())],
    ['it is moved away', () => rename(numpy(), at('numpy', 'other.py'))],
    ['it gets a second name elsewhere', () => link(numpy(), `${root}-link`)],
    [
      'bytecode of ours is rewritten',
      () => writeFile(at('p', '__pycache__', 'm.cpython-311.pyc'), 'evil'),
    ],
    ['a file is new', () => writeFile(at('p', 'new.py'), '')],
    ['a .pth file is new', () => writeFile(at('evil.pth'), 'import os')],
    ['a folder is new', () => mkdir(at('new'))],
    [
      'a cache folder is new and holds something else',
      async () => {
        await mkdir(at('numpy', '__pycache__'));
        await writeFile(at('numpy', '__pycache__', 'f.nbi'), '');
      },
    ],
    [
      'bytecode is new that has no source',
      () => writeFile(at('p', '__pycache__', 'n.cpython-311.pyc'), ''),
    ],
    ['bytecode lies where a module is looked for', () => writeFile(at('p', 'n.pyc'), '')],
    [
      'a folder is named like bytecode',
      () => mkdir(at('p', '__pycache__', '__init__.cpython-311.pyc')),
    ],
    [
      'a link is turned elsewhere',
      async () => {
        await unlink(at('q'));
        await symlink('numpy', at('q'));
      },
    ],
    [
      'a folder is replaced by a link',
      async () => {
        await rename(at('numpy'), `${root}-numpy`);
        await symlink(`${root}-numpy`, at('numpy'));
      },
    ],
    ['a folder is made writable for all', () => chmod(at('p'), 0o777)],
  ])('%s', async (_, change) => {
    const left = await after(change);
    await rm(`${root}-link`, { force: true });
    await rm(`${root}-numpy`, { recursive: true, force: true });
    expect(left.kind).toBe('doubt');
  });
});

describe('sourceOf()', () => {
  it.each([
    ['a/__pycache__/b.cpython-311.pyc', 'a/b.py'],
    ['__pycache__/b.cpython-38.opt-1.pyc', 'b.py'],
    ['a/__pycache__/b.pypy310.pyc', 'a/b.py'],
    ['a/__pycache__/b.c.cpython-313t.pyc', 'a/b.c.py'],
    ['a/__pycache__/b.cpython-311.pyc.12345', 'a/b.py'],
    ['a/b.cpython-311.pyc', null],
    ['a/__pycache__/b.pyc', null],
    ['a/__pycache__/b.cpython-311.so', null],
  ])('%s → %s', (path, source) => {
    expect(sourceOf(path)).toBe(source);
  });
});
