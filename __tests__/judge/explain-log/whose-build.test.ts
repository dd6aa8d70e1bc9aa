import { expect, test } from '@jest/globals';
import { explainLog } from '../../../src/judge/explain-log/explain.ts';

async function explain(lines: readonly string[]) {
  return explainLog(
    (async function* () {
      yield lines.join('\n');
    })(),
  );
}

const GONE = "src/a.c:9:3: error: 'PyArray_Descr' has no member named 'subarray'";
const DISTUTILS = [
  'Traceback (most recent call last):',
  '  File "<string>", line 8, in <module>',
  '  File "/tmp/b/lib/python3.12/site-packages/setuptools/__init__.py", line 10, in <module>',
  '    import distutils.core',
  "ModuleNotFoundError: No module named 'distutils'",
];

test.each<[string, readonly string[], string | null]>([
  [
    'pip, whose output does not name it again',
    [
      '  Using cached numpy-1.25.2.tar.gz (10.8 MB)',
      'ERROR: Exception:',
      'Traceback (most recent call last):',
      '  File "/tmp/b/lib/python3.13/site-packages/pkg_resources/__init__.py", line 2191, in <module>',
      "AttributeError: module 'pkgutil' has no attribute 'ImpImporter'",
    ],
    '1.25.2',
  ],
  [
    'pip, whose compiler lacks a header',
    [
      '#9 1.2   Downloading numpy-1.26.4.tar.gz (15.8 MB)',
      "#9 9.1       a.h:10:10: fatal error: 'Python.h' file not found",
      '#9 9.2   error: subprocess-exited-with-error',
    ],
    '1.26.4',
  ],
  [
    'a folder of pip’s',
    [
      '      cython -3 /tmp/pip-install-nt/numpy_8b55308970374a40af6e2e37a260d38f/numpy/random/_common.pyx',
      '      ninja: build stopped: subcommand failed.',
    ],
    null,
  ],
  [
    'meson',
    ['      Project name: NumPy', '      Project version: 2.1.0', '      ninja: build stopped: x'],
    '2.1.0',
  ],
  ['uv of 2024', ['  Caused by: Failed to fetch wheel: numpy==1.24.4', ...DISTUTILS], '1.24.4'],
  ['uv', ['  × Failed to build `numpy==1.23.5`', ...DISTUTILS], '1.23.5'],
])('NumPy’s own build: %s', async (_name, lines, version) => {
  const { findings } = await explain(lines);
  expect(findings.map((one) => one.kind)).toEqual(['build-numpy-itself']);
  expect(findings[0]?.title).toMatch(`NumPy${version ? ` ${version}` : ''} is built`);
});

test.each<[string, readonly string[], string | null, string | null, string]>([
  [
    'pip names it below',
    [GONE, '  ERROR: Failed building wheel for PyEMD'],
    'pyemd',
    null,
    'unknown',
  ],
  [
    'pip fetched it',
    ['  Downloading pyemd-1.0.0.tar.gz (5 kB)', GONE, 'Failed to build pyemd other'],
    'pyemd',
    '1.0.0',
    'dependency',
  ],
  [
    'pip of today names it in brackets',
    [
      GONE,
      'ERROR: Failed to build installable wheels for some pyproject.toml based projects (foo)',
    ],
    'foo',
    null,
    'unknown',
  ],
  [
    'pip of 2025 names it above alone',
    [
      'Building wheel for foo (pyproject.toml): started',
      GONE,
      '× Failed to build installable wheels for some pyproject.toml based projects',
      '╰─> foo',
    ],
    'foo',
    null,
    'unknown',
  ],
  [
    'pip wheel names it above alone',
    [
      'Building wheel for foo (pyproject.toml): started',
      GONE,
      'ERROR: Failed to build one or more wheels',
    ],
    'foo',
    null,
    'unknown',
  ],
  [
    'the tree that is built',
    ['Processing /home/r/uedge', GONE, '  ERROR: Failed building wheel for uedge'],
    'uedge',
    null,
    'own',
  ],
  ['poetry', ['  - Installing gensim (4.3.2): Failed', GONE], 'gensim', '4.3.2', 'dependency'],
  ['uv', ['  × Failed to build `blis==0.7.11`', GONE], 'blis', '0.7.11', 'dependency'],
  ['uv, of a tree', ['  × Failed to build `mine @ file:///src`', GONE], 'mine', null, 'own'],
  [
    'another one went well before',
    ['  Downloading blis-0.7.tar.gz (5 kB)', '  Created wheel for blis: f=b.whl', GONE],
    null,
    null,
    'own',
  ],
  [
    'of two, the one whose output it is',
    [
      'Building wheel for aaa (pyproject.toml): started',
      'ERROR: Failed building wheel for aaa',
      'Building wheel for bbb (pyproject.toml): started',
      GONE,
      'ERROR: Failed building wheel for bbb',
    ],
    'bbb',
    null,
    'unknown',
  ],
])('whose build it is: %s', async (_name, lines, distribution, version, fault) => {
  const { findings } = await explain(lines);
  expect(findings).toMatchObject([
    { kind: 'build-np2-removed-c-api', culprit: { distribution, version }, fault },
  ]);
  expect(/take a release that has one/.test(findings[0]?.fix ?? '')).toBe(
    distribution !== null && fault !== 'own',
  );
});

test('a failure at run time stays, after NumPy was built', async () => {
  const { findings } = await explain([
    '  Downloading numpy-1.26.4.tar.gz (15.8 MB)',
    'ImportError: libfoo.so.1: cannot open shared object file: No such file or directory',
  ]);
  expect(findings.map((one) => one.kind)).toEqual(['ld-missing-library']);
});

test('NumPy’s own developers are told nothing of wheels', async () => {
  const { findings } = await explain([
    'Processing /home/me/numpy',
    '      Project name: NumPy',
    '      ninja: build stopped: subcommand failed.',
  ]);
  expect(findings).toEqual([]);
});
