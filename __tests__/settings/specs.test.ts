import { parseNumpySpec } from '../../src/settings/numpy-spec.ts';
import { parsePythonSpec } from '../../src/settings/python-spec.ts';

const minor = (value: number, more: object = {}) => ({
  kind: 'minor',
  implementation: 'cpython',
  major: 3,
  minor: value,
  freeThreaded: false,
  prerelease: false,
  ...more,
});

test.each([
  ['auto', { kind: 'auto' }],
  ['3.11', minor(11)],
  ['3.11.x', minor(11)],
  [' 3.10 ', minor(10)],
  ['3.13t', minor(13, { freeThreaded: true })],
  ['3.13-t', minor(13, { freeThreaded: true })],
  ['3.14t-dev', minor(14, { freeThreaded: true, prerelease: true })],
  ['3.14-dev', minor(14, { prerelease: true })],
  ['3.11.7', { kind: 'exact', version: '3.11.7', freeThreaded: false }],
  ['3.13.1t', { kind: 'exact', version: '3.13.1', freeThreaded: true }],
  ['3.15.0rc2', { kind: 'exact', version: '3.15.0rc2', freeThreaded: false }],
  ['3.15.0-rc.2', { kind: 'exact', version: '3.15.0rc2', freeThreaded: false }],
  ['3.15.0-alpha.1', { kind: 'exact', version: '3.15.0a1', freeThreaded: false }],
  ['pypy3.10', minor(10, { implementation: 'pypy' })],
  ['pypy-3.10', minor(10, { implementation: 'pypy' })],
  ['3.x', { kind: 'newest', major: 3 }],
  ['3', { kind: 'newest', major: 3 }],
  ['>=3.10,<3.13', { kind: 'range', specifier: '>=3.10,<3.13' }],
  ['>=3.11 <3.15', { kind: 'range', specifier: '>=3.11,<3.15' }],
  ['/usr/bin/python3', { kind: 'path', path: '/usr/bin/python3' }],
  ['./venv/bin/python', { kind: 'path', path: './venv/bin/python' }],
  ['C:\\Python312\\python.exe', { kind: 'path', path: 'C:\\Python312\\python.exe' }],
])('python %s', (text, spec) => {
  expect(parsePythonSpec(text)).toEqual({ text: text.trim(), ...spec });
});

test.each([
  ['3.1', 'Python 3.1 does not exist', 'Did you write 3.10 without quotes in YAML? Use "3.10".'],
  ['3.7', 'Python 3.7 is not supported: CPython 3.8 and newer can be tested', /^Use/],
  ['2.7.18', 'Python 2.7.18 is not supported: CPython 3.8 and newer can be tested', /^Use/],
  ['3.12t', 'Python 3.12t does not exist: free-threaded builds begin with CPython 3.13', /3\.13t/],
  ['snake', 'Python "snake" cannot be read', /3\.12/],
  ['', 'Python "" cannot be read', /3\.12/],
  ['>=three', 'Python ">=three" cannot be read', /3\.12/],
  ['python3.12', 'Python "python3.12" cannot be read', 'Did you mean 3.12?'],
  ['cp313t', 'Python "cp313t" cannot be read', 'Did you mean 3.13t?'],
  ['Python 3.9.1', 'Python "Python 3.9.1" cannot be read', 'Did you mean 3.9.1?'],
  ['atuo', 'Python "atuo" cannot be read', 'Did you mean auto?'],
  ['pypy', 'Python pypy cannot be read', /pypy3\.10/],
  ['graalpy-24.0', 'Python graalpy-24.0 is not supported by name', /path/],
])('python %s is refused', (text, message, remedy) => {
  expect(parsePythonSpec(text)).toEqual({
    kind: 'problem',
    message,
    remedy: typeof remedy === 'string' ? remedy : expect.stringMatching(remedy),
  });
});

test.each([
  ['auto', { kind: 'auto' }],
  ['Latest', { kind: 'latest' }],
  ['1.26', { kind: 'minor', major: 1, minor: 26 }],
  ['1.26.x', { kind: 'minor', major: 1, minor: 26 }],
  ['==1.26.*', { kind: 'minor', major: 1, minor: 26 }],
  ['numpy==2.0.2', { kind: 'exact', version: '2.0.2' }],
  ['2.0.2', { kind: 'exact', version: '2.0.2' }],
  ['2.0.0rc1', { kind: 'exact', version: '2.0.0rc1' }],
  ['2', { kind: 'range', specifier: '==2.*' }],
  ['>=1.23, <2.3', { kind: 'range', specifier: '>=1.23,<2.3' }],
  ['~=1.26', { kind: 'range', specifier: '~=1.26' }],
  ['numpy>=1.23', { kind: 'range', specifier: '>=1.23' }],
])('numpy %s', (text, spec) => {
  expect(parseNumpySpec(text)).toEqual({ text, ...spec });
});

test.each(['newest', '', '1.x.2', '>=', 'scipy==1.0', '1.26;2.0'])(
  'numpy %j is refused',
  (text) => {
    expect(parseNumpySpec(text)).toMatchObject({
      kind: 'problem',
      message: `NumPy ${JSON.stringify(text)} cannot be read`,
    });
  },
);
