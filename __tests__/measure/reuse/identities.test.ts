import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { interpreterIdentity } from '../../../src/measure/reuse/interpreter-identity.ts';
import { contentLines } from '../../../src/measure/reuse/stat-list.ts';
import { systemIdentity } from '../../../src/measure/reuse/system-identity.ts';
import type { Interpreter } from '../../../src/packaging/interpreter.ts';

let root = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'identity-')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text = 'text'): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Another file of the same size and time, as `cp -p` puts it there. */
function replace(path: string): void {
  const file = join(root, path);
  const { atime, mtime } = statSync(file);
  const bytes = readFileSync(file);
  writeFileSync(
    file,
    bytes.map((byte) => byte ^ 1),
  );
  utimesSync(file, atime, mtime);
}

describe('interpreterIdentity()', () => {
  const PYTHON = 'bin/python3.11';
  const interpreter = (): Interpreter => ({
    executable: join(root, PYTHON),
    version: '3.11.7',
    implementation: 'cpython',
    freeThreaded: false,
    platform: 'linux-x86_64',
    tags: ['cp311-cp311-linux_x86_64'],
    markers: {},
    extensionSuffixes: [],
    source: 'path',
    origin: {
      build: '3.11.7 (main, Dec 5 2023, 12:00:00) [GCC 12.2.0]',
      prefix: root,
      library: join(root, 'lib/python3.11'),
    },
  });
  const textOf = (change: Partial<Interpreter> = {}): string | undefined =>
    interpreterIdentity({ ...interpreter(), ...change })?.text;
  beforeEach(() => {
    for (const path of [PYTHON, 'lib/libpython3.11.so.1.0', 'lib/python3.11/os.py']) write(path);
    write('lib/python3.11/lib-dynload/math.cpython-311.so');
    write('lib/python3.11/json/decoder.py');
  });

  it('stays where nothing changes, nor anything that is not its own', () => {
    const before = textOf();
    expect(before).toBeDefined();
    write('lib/python3.11/__pycache__/os.cpython-311.pyc');
    write('lib/python3.11/site-packages/other/__init__.py');
    expect(textOf()).toBe(before);
  });

  it.each<[string, () => void]>([
    ['its program', () => replace(PYTHON)],
    ['its library', () => replace('lib/libpython3.11.so.1.0')],
    ['its standard library', () => replace('lib/python3.11/os.py')],
    ['a package of its standard library', () => replace('lib/python3.11/json/decoder.py')],
    ['a module of its own in C', () => replace('lib/python3.11/lib-dynload/math.cpython-311.so')],
    ['a file more', () => write('lib/python3.11/sitecustomize.py')],
    ['a file less', () => rmSync(join(root, 'lib/python3.11/os.py'))],
    ['a .pth file', () => write('lib/python3.11/site-packages/x.pth')],
    [
      'a sitecustomize among its packages',
      () => write('lib/python3.11/site-packages/sitecustomize.py'),
    ],
    ['a pyvenv.cfg', () => write('pyvenv.cfg')],
  ])('changes with %s', (_, change) => {
    const before = textOf();
    change();
    expect(textOf()).toBeDefined();
    expect(textOf()).not.toBe(before);
  });

  it.each<[string, Partial<Interpreter>]>([
    ['its patch release', { version: '3.11.8' }],
    ['its kind', { implementation: 'pypy' }],
    ['a build without the GIL', { freeThreaded: true }],
    ['its tags', { tags: ['cp311-cp311-musllinux_1_2_x86_64'] }],
  ])('changes with %s', (_, change) => {
    expect(textOf(change)).not.toBe(textOf());
  });

  it('changes with its build alone', () => {
    const build = '3.11.7 (main, Jan 9 2024, 12:00:00) [GCC 13.1.0]';
    const library = join(root, 'lib/python3.11');
    expect(textOf({ origin: { build, prefix: root, library } })).not.toBe(textOf());
  });

  it('is none of a Python that does not say where it comes from', () => {
    const { origin: _, ...silent } = interpreter();
    expect(interpreterIdentity(silent)).toBeUndefined();
  });
});

(process.platform === 'linux' ? describe : describe.skip)('systemIdentity()', () => {
  const LIBC = 'lib/x86_64-linux-gnu/libc.so.6';
  const textOf = (env: Readonly<Record<string, string>> = {}): string =>
    systemIdentity(env, root).text;
  const own = (): Readonly<Record<string, string>> => ({ LD_LIBRARY_PATH: join(root, 'own') });
  beforeEach(() => {
    write('etc/ld.so.cache', 'ld.so-1.7.0\0libc.so.6\0/lib/x86_64-linux-gnu/libc.so.6\0');
    write('proc/cpuinfo', 'processor : 0\nmodel name : A\nflags : sse2 avx2\ncpu MHz : 1\n\nx');
    write('var/lib/dpkg/status', 'Package: libc6\nVersion: 2.36\n');
    for (const path of [LIBC, 'lib/x86_64-linux-gnu/libz.so', 'own/libx.so', 'own/plugin']) {
      write(path);
    }
  });

  it('stays where nothing changes, and where a processor runs faster', () => {
    const before = textOf(own());
    write('proc/cpuinfo', 'processor : 0\nmodel name : A\nflags : sse2 avx2\ncpu MHz : 2\n\ny');
    expect(textOf(own())).toBe(before);
  });

  it.each<[string, () => void]>([
    ['the C library', () => replace(LIBC)],
    ['a library beside it', () => replace('lib/x86_64-linux-gnu/libz.so')],
    ['a library more', () => write('usr/local/lib/libnew.so.1')],
    ['a variant for better processors', () => write('usr/lib/glibc-hwcaps/x86-64-v3/libz.so.1')],
    [
      'what the loader’s cache names',
      () => appendFileSync(join(root, 'etc/ld.so.cache'), 'a\0/b.so\0'),
    ],
    ['a library that is loaded into all programs', () => write('etc/ld.so.preload', '/x.so')],
    [
      'the features of the processor',
      () => write('proc/cpuinfo', 'model name : A\nflags : sse2\n'),
    ],
    ['the processor', () => write('proc/cpuinfo', 'model name : B\nflags : sse2 avx2\n')],
    [
      'the version of a package',
      () => write('var/lib/dpkg/status', 'Package: libc6\nVersion: 2.37\n'),
    ],
    ['a library in LD_LIBRARY_PATH', () => replace('own/libx.so')],
    ['a file of another name there', () => replace('own/plugin')],
    ['a library more there', () => write('own/liby.so.2')],
    ['a variant there', () => write('own/glibc-hwcaps/x86-64-v2/libx.so')],
  ])('changes with %s', (_, change) => {
    const before = textOf(own());
    change();
    expect(textOf(own())).not.toBe(before);
  });

  it('knows what it looked at, and nothing else', () => {
    const { has } = systemIdentity(own(), root);
    expect([LIBC, 'own/plugin', 'etc/ld.so.cache'].map((one) => has(join(root, one)))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

it('contentLines() tells apart what size and time do not', () => {
  write('file');
  const before = contentLines([join(root, 'file')]);
  replace('file');
  expect(contentLines([join(root, 'file')])).not.toEqual(before);
});
