import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wheelTargets } from '../../../src/audit/wheel-targets.ts';
import { holdTogether } from '../../../src/packaging/locks/lock-markers.ts';
import { isLockName, parseLock } from '../../../src/packaging/locks/parse-lock.ts';
import { evaluateMarker } from '../../../src/packaging/markers.ts';

const SAMPLES = join(import.meta.dirname, 'samples');
const sample = (name: string) => parseLock(readFileSync(join(SAMPLES, name), 'utf8'), name);
const environments = Object.fromEntries(
  ['manylinux_2_17_x86_64', 'macosx_10_9_x86_64', 'win_amd64'].map((platform) => {
    const [target] = wheelTargets({ tags: [`cp311-cp311-${platform}`] });
    return [platform.slice(0, 3), target?.markers ?? {}];
  }),
);
const FILES = ['uv.lock', 'pylock.toml', 'requirements.txt', 'poetry.lock', 'Pipfile.lock'];

describe('parseLock()', () => {
  it.each(FILES)('%s pins a broken pair on macOS only', (name) => {
    const { packages, notices } = sample(name);
    expect(notices).toEqual(ELSEWHERE[name] ?? []);
    const bottleneck = packages.find((one) => one.name === 'bottleneck');
    expect(bottleneck?.specifier).toBe('==1.3.7');
    expect(packages.find((one) => one.name === 'numpy')?.specifier).toBe('==2.0.2');
    const where = Object.entries(environments).filter(([, environment]) =>
      bottleneck?.markers.some((marker) => evaluateMarker(marker, environment, [])),
    );
    expect(where.map(([system]) => system)).toEqual(['mac']);
  });

  it.each(FILES)('%s tells the file or its checksum, and the line', (name) => {
    const one = sample(name).packages.find((each) => each.name === 'bottleneck');
    const text = readFileSync(join(SAMPLES, name), 'utf8').split('\n');
    const isNamed = one?.wheels.some((file) => /^bottleneck-1.3.7-cp311-.*\.whl$/i.test(file));
    expect(isNamed || one?.hashes.includes(SUM)).toBe(true);
    expect(text.slice((one?.line ?? 0) - 1, (one?.line ?? 0) + 2).join(' ')).toMatch(/bottleneck/i);
  });

  it.each([
    ['uv.lock', '==3.11.*'],
    ['pylock.toml', '==3.11.*'],
    ['requirements.txt', ''],
    ['poetry.lock', '>=3.11,<4'],
    ['Pipfile.lock', '==3.11.*'],
  ])('%s is for Python %s', (name, expected) => {
    expect(sample(name).requiresPython).toBe(expected);
  });

  it.each(['app', 'local-thing', 'checkout'])('leaves out %s, which is no release', (name) => {
    for (const file of FILES) {
      expect(sample(file).packages.map((one) => one.name)).not.toContain(name);
    }
  });

  it.each([
    ['--index-url https://u:secret@a.example/simple', '--index-url', 'give `--index-url`'],
    ['-i https://a.example/simple', '-i', 'give `--index-url`'],
    ['--extra-index-url=https://a.example', '--extra-index-url', 'give `--extra-index-url`'],
    ['-f wheels', '-f', 'give `--find-links`'],
    ['--no-index', '--no-index', 'the configured index is asked'],
    ['--index-url-of-mine x', null, ''],
    ['--pre', null, ''],
  ])(
    'tells of the line %s of a requirements file where it names an index',
    (line, option, advice) => {
      const { packages, notices } = parseLock(`${line}\nnumpy==1.26.4\n`, 'requirements.txt');
      expect(packages.map(({ name }) => name)).toEqual(['numpy']);
      expect(notices).toEqual(
        option === null ? [] : [`requirements.txt:1: ${option} is not read here: ${advice}`],
      );
    },
  );

  it('says what a requirements file leaves to others', () => {
    const text =
      '-r base.txt\n-e .\nnumpy >= 1.20 # any\npkg @ https://a.example/p.whl\n!!\n-e git+https://a.example/x\n./near\n';
    const { packages, notices, includes } = parseLock(text, 'requirements-dev.txt');
    expect(includes).toEqual([{ path: 'base.txt', as: 'requirements' }]);
    expect(packages.map(({ name, specifier, line }) => [name, specifier, line])).toEqual([
      ['numpy', '>=1.20', 3],
    ]);
    expect(notices).toEqual([
      expect.stringMatching(/^requirements-dev\.txt:4: pkg comes from an address/),
      expect.stringContaining('requirements-dev.txt:5'),
      expect.stringMatching(/^requirements-dev\.txt:6: git\+https:.* comes from /),
      expect.stringMatching(/^requirements-dev\.txt:7: \.\/near comes from /),
    ]);
  });

  it('takes a marker that only some need the package under for those', () => {
    const text = `version = 1
[[package]]
name = "a"
version = "1"
source = { registry = "x" }
dependencies = [{ name = "b", marker = "sys_platform == 'win32'" }, { name = "c" }]
[[package]]
name = "d"
version = "1"
source = { registry = "x" }
dependencies = [{ name = "c", marker = "sys_platform == 'win32'" }]
[[package]]
name = "b"
version = "1"
source = { registry = "x" }
[[package]]
name = "c"
version = "1"
source = { registry = "x" }
`;
    const count = (name: string) =>
      parseLock(text, 'uv.lock').packages.find((one) => one.name === name)?.markers.length;
    expect([count('b'), count('c')]).toEqual([1, 0]);
  });

  it.each([
    ['uv.lock', 'version = 2\n'],
    ['pylock.toml', 'lock-version = "2.0"\n'],
    ['poetry.lock', '[metadata]\nlock-version = "3.0"\n'],
    ['pdm.lock', '[metadata]\nlock_version = "5.0"\n'],
    ['Pipfile.lock', '{"_meta": {"pipfile-spec": 7}}'],
  ])('refuses a %s of a form that is not known', (name, text) => {
    expect(() => parseLock(text, name)).toThrow(/^it is a lock of version \d/);
  });

  it.each([
    ['{ git = "https://a.example/p?rev=1#2" }', 'a git checkout'],
    ['{ url = "https://a.example/p-1-py3-none-any.whl" }', 'an address'],
    ['{ path = "p-1-py3-none-any.whl" }', 'a file or folder'],
    ['{ directory = "near" }', 'a folder'],
    ['{ editable = "near" }', 'a folder'],
    ['{ editable = "." }', null],
    ['{ virtual = "." }', null],
  ])('tells of a package whose source is %s', (source, from) => {
    const text = `version = 1\n[[package]]\nname = "p"\nversion = "1"\nsource = ${source}\n`;
    const { packages, notices } = parseLock(text, 'uv.lock');
    expect(packages).toEqual([]);
    const told = `uv.lock:2: p comes from ${from}, not from a package index: not read`;
    expect(notices).toEqual(from === null ? [] : [told]);
  });

  it.each(FILES)('%s: never anything but a lock or one plain error', (name) => {
    const text = readFileSync(join(SAMPLES, name), 'utf8');
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string(), (at, cut, put) => {
        const broken = text.slice(0, at) + put + text.slice(at + cut);
        try {
          expect(parseLock(broken, name).packages).toBeInstanceOf(Array);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect(error).not.toBeInstanceOf(TypeError);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** What samples name that is on no index. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'poetry.lock': [
    'poetry.lock:19: local-thing comes from a folder, not from a package index: not read',
  ],
  'Pipfile.lock': [
    'Pipfile.lock:17: checkout comes from a git checkout, not from a package index: not read',
  ],
};
const SUM = '752c97d64ebebdc10a5568d97b81b4971238fa4b53533248d227c4ea759aee4e';

it.each([
  ['uv.lock', true],
  ['a/b/pylock.dev.toml', true],
  ['pdm.lock', true],
  ['tool.py.lock', true],
  ['requirements-dev.lock', true],
  ['pixi.lock', false],
  ['requirements/dev.txt', true],
  ['dist', false],
  ['pyproject.toml', false],
  ['x.whl', false],
])('isLockName(%s)', (name, expected) => {
  expect(isLockName(name)).toBe(expected);
});

/** Whether a lock puts a package, and that package beside a NumPy, on Python 3.11 for Linux. */
function isBeside(name: string, text: string, pin: string, numpy: string): boolean {
  const { packages, exclusive } = parseLock(text, name);
  const environment = environments['man'] ?? {};
  const one = packages.find((each) => `${each.name}${each.specifier}` === pin);
  const all = packages.filter((each) => each.name === 'numpy');
  return (one?.numpys ?? all).some(
    ({ specifier, markers }) =>
      one !== undefined &&
      specifier === `==${numpy}` &&
      holdTogether([one.markers, markers], environment, exclusive),
  );
}

/** Written by uv 0.13 for two extras that exclude each other, less files and other packages. */
const CONFLICTS = `version = 1
requires-python = ">=3.10, <3.13"
conflicts = [[
    { package = "proj", extra = "np1" },
    { package = "proj", extra = "np2" },
]]

[[package]]
name = "bottleneck"
version = "1.3.7"
source = { registry = "x" }
dependencies = [{ name = "numpy", version = "1.26.4", source = { registry = "x" } }]

[[package]]
name = "h5py"
version = "3.9.0"
source = { registry = "x" }
dependencies = [
    { name = "numpy", version = "1.26.4", source = { registry = "x" }, marker = "extra == 'extra-4-proj-np1'" },
    { name = "numpy", version = "2.4.6", source = { registry = "x" }, marker = "(python_full_version == '3.11.*' and extra != 'extra-4-proj-np1') or (extra == 'extra-4-proj-np1' and extra == 'extra-4-proj-np2')" },
    { name = "numpy", version = "2.5.5", source = { registry = "x" }, marker = "(python_full_version >= '3.12' and extra != 'extra-4-proj-np1') or (extra == 'extra-4-proj-np1' and extra == 'extra-4-proj-np2')" },
]

[[package]]
name = "numpy"
version = "1.26.4"
source = { registry = "x" }

[[package]]
name = "numpy"
version = "2.4.6"
source = { registry = "x" }
resolution-markers = ["python_full_version == '3.11.*'"]

[[package]]
name = "numpy"
version = "2.5.5"
source = { registry = "x" }
resolution-markers = ["python_full_version >= '3.12'"]

[[package]]
name = "proj"
version = "1"
source = { virtual = "." }

[package.optional-dependencies]
np1 = [
    { name = "bottleneck", version = "1.3.7", source = { registry = "x" } },
    { name = "numpy", version = "1.26.4", source = { registry = "x" } },
]

[package.dev-dependencies]
dev = [
    { name = "h5py", marker = "python_full_version < '3.12' or (extra == 'extra-4-proj-np1' and extra == 'extra-4-proj-np2')" },
]
`;

const poetry = (more: string): string => `[[package]]
name = "old"
version = "1"
${more}
[[package]]
name = "numpy"
version = "2.0.2"
[metadata]
lock-version = "2.1"
`;
const pylock = (marker: string, numpyMarker: string): string => `lock-version = "1.0"
[[packages]]
name = "old"
version = "1"
marker = "${marker}"
[[packages]]
name = "numpy"
version = "2.0.2"
marker = "${numpyMarker}"
`;
const pdm = (marker: string): string => `[metadata]
lock_version = "4.5.0"
[[metadata.targets]]
requires_python = ">=3.10"
[[package]]
name = "numpy"
version = "2.0.2"
[[package]]
name = "old"
version = "1"
marker = "${marker}"
files = [{ file = "old-1.tar.gz", hash = "" }, { url = "https://a.example/old-1-cp311-cp311-win32.whl" }]
`;
const script = `version = 1
[manifest]
requirements = [{ name = "numpy", specifier = "==2.0.2" }, { name = "old" }]
[[package]]
name = "numpy"
version = "2.0.2"
source = { registry = "x" }
[[package]]
name = "old"
version = "1"
source = { registry = "x" }
[[package]]
name = "other"
version = "1"
source = { registry = "x" }
dependencies = [{ name = "old", marker = "sys_platform == 'win32'" }]
`;
const MAC = "sys_platform == 'darwin'";

describe('what a lock puts beside which NumPy', () => {
  it.each([
    ['bottleneck==1.3.7', '1.26.4', true],
    ['bottleneck==1.3.7', '2.4.6', false],
    ['h5py==3.9.0', '1.26.4', true],
    ['h5py==3.9.0', '2.4.6', true],
    ['h5py==3.9.0', '2.5.5', false],
  ])('uv.lock with extras that exclude each other: %s and %s: %s', (pin, numpy, expected) => {
    expect(isBeside('uv.lock', CONFLICTS, pin, numpy)).toBe(expected);
  });

  it.each([
    ['an extra', 'markers = "extra == \'plot\'"', true],
    ['an extra elsewhere', `markers = "extra == 'plot' and ${MAC}"`, false],
    ['each group alike', `groups = ["dev", "main"]\nmarkers = "${MAC}"`, false],
    ['one group', `groups = ["dev", "main"]\nmarkers = {dev = "${MAC}"}`, true],
    ['each group', `groups = ["dev"]\nmarkers = {dev = "${MAC}"}`, false],
    ['a marker of a later day', 'markers = "planet == \'mars\'"', true],
  ])('poetry.lock with a marker for %s', (_, more, expected) => {
    expect(isBeside('poetry.lock', poetry(more), 'old==1', '2.0.2')).toBe(expected);
  });

  it.each([
    ["'plot' in extras", '', true],
    ["'dev' in dependency_groups", '', true],
    ["'np1' in extras", "'np1' not in extras", false],
    ["'np1' in extras", "'np1' not in dependency_groups", true],
    [`'np1' in extras and ${MAC}`, '', false],
  ])('pylock.toml: where %s beside NumPy where "%s": %s', (marker, numpy, expected) => {
    expect(isBeside('pylock.toml', pylock(marker, numpy), 'old==1', '2.0.2')).toBe(expected);
  });

  it.each([
    ["python_version >= '3.11'", true],
    [MAC, false],
  ])('pdm.lock with the marker %s: %s', (marker, expected) => {
    expect(isBeside('pdm.lock', pdm(marker), 'old==1', '2.0.2')).toBe(expected);
    expect(parseLock(pdm(marker), 'pdm.lock')).toMatchObject({
      requiresPython: '>=3.10',
      packages: [{ line: 5 }, { line: 8, wheels: ['old-1-cp311-cp311-win32.whl'] }],
    });
  });

  it('the lock of a script: what the script itself asks for is always there', () => {
    expect(isBeside('tool.py.lock', script, 'old==1', '2.0.2')).toBe(true);
  });

  it('Pipfile.lock: categories of the user, also another release there', () => {
    const entry = (version: string) => ({ version: `==${version}` });
    const text = JSON.stringify({
      _meta: { 'pipfile-spec': 6 },
      default: { numpy: entry('2.0.2'), old: entry('2') },
      develop: {},
      docs: { numpy: entry('2.0.2'), old: entry('1') },
    });
    expect(isBeside('Pipfile.lock', text, 'old==1', '2.0.2')).toBe(true);
    expect(parseLock(text, 'Pipfile.lock').packages).toHaveLength(3);
  });
});

it('says that anything holds of more extras than can be tried', () => {
  const names = Array.from({ length: 9 }, (_, at) => `extra == 'x${at}'`).join(' or ');
  const more = `markers = "(${names}) and ${MAC}"`;
  expect(isBeside('poetry.lock', poetry(more), 'old==1', '2.0.2')).toBe(false);
  expect(
    isBeside('poetry.lock', poetry(more.replace(MAC, "os_name == 'posix'")), 'old==1', '2.0.2'),
  ).toBe(true);
});
