import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createProcesses } from '../../../src/host/processes.ts';
import { removeTree } from '../../../src/host/remove-tree.ts';
import { type PrivateCopy, privateCopy } from '../../../src/measure/build/private-copy.ts';

const TOKEN = 'ghs_verysecret';
const processes = createProcesses();
let folder: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'private copy é-')));
});
afterAll(async () => {
  await processes.close();
  await removeTree(folder);
});

function git(cwd: string, ...args: string[]): string {
  const flags = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'protocol.file.allow=always'];
  return execFileSync('git', [...flags, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' }).trim();
}

async function write(root: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
}

async function repository(name: string, files: Record<string, string>): Promise<string> {
  const root = join(folder, name);
  await write(root, files);
  git(root, 'init', '-q');
  git(root, 'add', '.');
  git(root, 'commit', '-qm', 'one');
  git(root, 'tag', 'v1.2.3');
  return root;
}

let count = 0;
function copyOf(project: string): Promise<PrivateCopy> {
  count += 1;
  const own = join(folder, `run-${count}`);
  mkdirSync(own);
  return privateCopy(project, join(own, 'copy'), { processes, env: process.env, own });
}

/** Leaves a token wherever one has been seen: in addresses, headers, reflogs, included files. */
async function leak(root: string): Promise<void> {
  const store = git(root, 'rev-parse', '--absolute-git-dir');
  git(root, 'remote', 'add', 'leaky', `https://x:${TOKEN}@host/a.git`);
  git(root, 'config', 'http.https://host/.extraheader', `AUTHORIZATION: basic ${TOKEN}`);
  git(root, 'config', `url.https://${TOKEN}@host/.insteadOf`, 'https://host/');
  await write(store, {
    'credentials.config': `[http]\n\textraheader = ${TOKEN}\n`,
    'logs/HEAD': `clone: from https://${TOKEN}@host/a.git\n`,
    'hooks/post-checkout': `#!/bin/sh\necho ${TOKEN}\n`,
    FETCH_HEAD: `https://${TOKEN}@host/a.git\n`,
  });
  git(root, 'config', 'include.path', 'credentials.config');
}

/** Every file below that holds the token. */
function withToken(root: string): readonly string[] {
  try {
    return execFileSync('grep', ['-rl', TOKEN, root], { encoding: 'utf8' }).trim().split('\n');
  } catch {
    return [];
  }
}

describe('privateCopy()', () => {
  it('leaves out the folder of the run, where it lies inside the project', async () => {
    const project = join(folder, 'with-tmp');
    const own = join(project, 'tmp', 'run');
    await write(project, {
      'pyproject.toml': '',
      'tmp/kept.txt': '',
      'tmp/run/build-3.10/built.txt': '',
      'tmp/run/build-3.11/tmp/x': '',
    });
    const target = join(own, 'build-3.11', 'source');
    const copy = await privateCopy(project, target, { processes, env: process.env, own });
    expect((await readdir(copy.root, { recursive: true })).sort()).toEqual([
      'pyproject.toml',
      'tmp',
      'tmp/kept.txt',
    ]);
  });

  it('copies submodules, worktrees and clones inside without any of their tokens', async () => {
    const library = await repository('library', { 'lib.c': 'int a;\n' });
    const main = await repository('main', { 'pyproject.toml': '', '.gitignore': 'clone/\n' });
    git(main, 'submodule', '--quiet', 'add', library, 'vendored/lib');
    git(main, 'commit', '-qm', 'two');
    git(main, 'clone', '-q', library, 'clone');
    for (const root of [main, join(main, 'vendored/lib'), join(main, 'clone')]) await leak(root);
    const worktree = join(folder, 'worktree');
    git(main, 'worktree', 'add', '-q', worktree);
    git(worktree, 'submodule', '--quiet', 'update', '--init');
    await leak(join(worktree, 'vendored/lib'));
    expect(withToken(main).length).toBeGreaterThan(6);

    const whole = await copyOf(main);
    const submodule = await copyOf(join(main, 'vendored/lib'));
    const other = await copyOf(worktree);

    for (const copy of [whole, submodule, other]) {
      expect(withToken(copy.root)).toEqual([]);
      expect(git(copy.root, 'status', '--porcelain', '--ignore-submodules=none')).toBe('');
      expect(git(copy.root, 'rev-parse', '--show-toplevel')).toBe(copy.root);
    }
    expect(git(whole.root, 'describe', '--tags')).toMatch(/^v1\.2\.3-1-g/);
    expect(git(other.root, 'describe', '--tags')).toBe(git(whole.root, 'describe', '--tags'));
    expect(git(submodule.root, 'describe', '--tags')).toBe('v1.2.3');
    const inside = join(whole.root, 'vendored/lib');
    expect(git(inside, 'rev-parse', '--show-toplevel')).toBe(inside);
    expect(git(inside, 'ls-files')).toBe('lib.c');
    expect(git(inside, 'remote', 'get-url', 'leaky')).toBe('https://host/a.git');
  });

  it('leaves out what only fills the disk, and keeps what a build may need', async () => {
    const root = await repository('large', {
      'pyproject.toml': '',
      '.gitignore': 'data/\nnode_modules/\nenv/\n.venv/\ngenerated.c\nlibbig.a\nsmall.csv\n',
      'tracked.bin': '',
    });
    await truncate(join(root, 'tracked.bin'), 20e6);
    await write(root, {
      'data/big.npy': '',
      'data/notes.txt': '',
      'node_modules/a/index.js': '',
      '.venv/bin/python': '',
      'env/conda-meta/history': '',
      'generated.c': '',
      'libbig.a': '',
      'new.npy': '',
      'small.csv': '',
    });
    for (const name of ['data/big.npy', 'libbig.a', 'new.npy']) {
      await truncate(join(root, name), 20e6);
    }
    const { root: copy } = await copyOf(root);
    const kept = async (name: string) => (await stat(join(copy, name)).catch(() => null)) !== null;
    const left = ['data/big.npy', 'node_modules', '.venv', 'env'];
    for (const name of left) expect([name, await kept(name)]).toEqual([name, false]);
    const wanted = [
      ...['data/notes.txt', 'generated.c', 'libbig.a'],
      ...['new.npy', 'small.csv', 'tracked.bin'],
    ];
    for (const name of wanted) expect([name, await kept(name)]).toEqual([name, true]);
  });

  it('keeps links inside, and leads those that leave the project to where they led', async () => {
    await write(folder, { 'outside/shared.h': 'shared\n' });
    const root = await repository('linked', { 'pyproject.toml': '', 'src/a.c': 'a\n' });
    await symlink('src/a.c', join(root, 'relative'));
    await symlink(join(root, 'src/a.c'), join(root, 'absolute'));
    await symlink('../outside/shared.h', join(root, 'leaving'));
    await symlink('.', join(root, 'loop'));
    await symlink('nowhere', join(root, 'broken'));
    const { root: copy } = await copyOf(root);
    expect(await readlink(join(copy, 'relative'))).toBe('src/a.c');
    expect(await realpath(join(copy, 'absolute'))).toBe(join(copy, 'src/a.c'));
    expect(await readFile(join(copy, 'leaving'), 'utf8')).toBe('shared\n');
    expect(await readlink(join(copy, 'broken'))).toBe('nowhere');
  });

  it('makes a copy that can be written from a checkout that cannot', async () => {
    const root = await repository('read-only', { 'pyproject.toml': '', 'pkg/_version.py': '' });
    const files = ['pyproject.toml', 'pkg/_version.py', 'pkg', '.'].map((one) => join(root, one));
    for (const file of files) await chmod(file, (await stat(file)).mode & 0o555);
    const { root: copy } = await copyOf(root);
    for (const name of ['pyproject.toml', 'pkg/_version.py', 'pkg', '.']) {
      expect((await stat(join(copy, name))).mode & 0o200).toBe(0o200);
    }
    expect((await stat(join(root, 'pyproject.toml'))).mode & 0o222).toBe(0);
  });
});
