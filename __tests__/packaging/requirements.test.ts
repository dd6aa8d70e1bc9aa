import { evaluateMarker } from '../../src/packaging/markers.ts';
import { parseRequirement, type Requirement } from '../../src/packaging/requirements.ts';
import {
  admitsMinor,
  admitsPython,
  allows,
  normaliseSpecifier,
} from '../../src/packaging/specifier.ts';
import { declaredNumpy } from '../../src/plan/declared-numpy.ts';
import { cpython } from '../plan/support/interpreters.ts';

function requirement(line: string): Requirement {
  const parsed = parseRequirement(line);
  if (parsed.kind === 'problem') {
    throw new Error(parsed.message);
  }
  return parsed;
}

test.each([
  ['numpy', 'numpy', '', null],
  ['NumPy >= 1.21 , < 2', 'numpy', '>=1.21,<2', null],
  ['numpy (>=1.21,<2)', 'numpy', '>=1.21,<2', null],
  ['numpy>=1.21 <2', 'numpy', '>=1.21,<2', null],
  ['numpy>=1.2,', 'numpy', '>=1.2', null],
  ['numpy>=1.20.*', 'numpy', '>=1.20', null],
  ['numpy===1.26', 'numpy', '==1.26', null],
  ['zope.interface_x', 'zope-interface-x', '', null],
  ['a @ https://h/x.whl', 'a', '', 'https://h/x.whl'],
  ['a[b] @ file:///x/y.whl ; python_version<"3"', 'a', '', 'file:///x/y.whl'],
  ["a @ git+https://h/x.git@v1#egg=a ; extra == 'dev'", 'a', '', 'git+https://h/x.git@v1#egg=a'],
  ['numpy ; os.name == "nt"', 'numpy', '', null],
])('%s', (line, name, specifier, url) => {
  expect(requirement(line)).toMatchObject({ name, specifier, url });
});

test.each(['numpy>=abc', 'numpy>=1; python_versio<"3"', '-r x.txt', '', '>=1', 'numpy 1.26'])(
  '%j has a clear problem',
  (line) => {
    const parsed = parseRequirement(line);
    expect(parsed.kind).toBe('problem');
    expect('message' in parsed && parsed.message).toContain('cannot be read: ');
  },
);

test.each([
  ['h5py=3.1', 'Write h5py==3.1'],
  ['h5py 3.1', 'Write h5py==3.1'],
  ['h5py@v3.1.0', 'Write h5py==3.1.0'],
  ['h5py @ 3.1', 'Write h5py==3.1'],
  ['h5py[x]:3.1rc1', 'Write h5py[x]==3.1rc1'],
  ['dist/a-1-py3-none-any.whl', '--wheel'],
  ['https://h/x.whl', 'NAME @ https://h/x.whl'],
  ['h5py>=', 'PEP 508'],
])('%s: what was meant', (line, meant) => {
  expect(parseRequirement(line)).toMatchObject({
    kind: 'problem',
    remedy: expect.stringContaining(meant),
  });
});

/** On CPython 3.11.7, Linux x86_64; names of extras are normalised before they are compared. */
test.each<[string, boolean, (readonly string[])?]>([
  ['python_version >= "3.9"', true],
  ['python_version < "3.9"', false],
  ['python_version == "3.11"', true],
  ['python_version in "3.10 3.11"', true],
  ['python_version not in "3.10, 3.11"', false],
  ['"3.8" <= python_version', true],
  ['python_version ~= "3.9"', true],
  ['python_full_version < "3.11.8"', true],
  ['python_full_version >= "3.11.7rc1"', true],
  ['sys_platform == "win32"', false],
  ['"linux" in sys_platform', true],
  ['os_name != "nt" and platform_machine == "x86_64"', true],
  ['sys_platform == "win32" or (python_version > "3" and implementation_name == "cpython")', true],
  ['platform_python_implementation == "PyPy"', false],
  ['python_implementation == "CPython"', true],
  ['sys.platform == "linux"', true],
  ['platform_release >= "6"', true],
  ['extra == "x"', false],
  ['extra == "x"', true, ['x']],
  ['extra == "X_y"', true, ['x-y']],
  ['extra != "x"', true],
  ['extra == "x" and python_version < "3"', false, ['x']],
])('%s is %s %j', (marker, wanted, extras = []) => {
  const { marker: tree } = requirement(`a ; ${marker}`);
  expect(evaluateMarker(tree, cpython('3.11.7').markers, extras)).toBe(wanted);
});

test.each<[readonly string[], string, readonly string[], unknown]>([
  [['scipy'], '3.11.7', [], { kind: 'not-required' }],
  [['numpy'], '3.11.7', [], { kind: 'range', specifier: '', lines: ['numpy'] }],
  [
    ['numpy>=1.23; python_version<"3.12"', 'numpy>=1.26; python_version>="3.12"', 'numpy<3'],
    '3.12.1',
    [],
    {
      kind: 'range',
      specifier: '>=1.26,<3',
      lines: ['numpy>=1.26; python_version>="3.12"', 'numpy<3'],
    },
  ],
  [['numpy; extra=="x"'], '3.11.7', [], { kind: 'not-required' }],
  [
    ['numpy; extra=="x"', 'pkg[x]; extra=="all"'],
    '3.11.7',
    ['all'],
    { kind: 'range', specifier: '', lines: ['numpy; extra=="x"'] },
  ],
  [['numpy @ https://h/n.whl'], '3.11.7', [], { kind: 'direct', line: 'numpy @ https://h/n.whl' }],
])('declaredNumpy(%j) on %s with %j', (lines, python, extras, wanted) => {
  const { markers } = cpython(python);
  expect(declaredNumpy(lines.map(requirement), markers, extras, 'Pkg')).toEqual(wanted);
});

test.each([
  ['>=1.23,<2', '1.26.4', true],
  ['~=1.26', '2.0.0', false],
  ['~=1.26', '1.27.0', true],
  ['==1.26.*', '1.26.4', true],
  ['<2', '2.0.0rc1', false],
  ['>=2', '2.0.0rc1', false],
  ['>=2.0.0rc1', '2.0.0rc1', true],
  ['==1.24', '1.24.0', true],
  ['!=1.24.0', '1.24.0', false],
  ['', '2.0.0', true],
])('%s allows %s: %s', (specifier, version, wanted) => {
  expect(allows(specifier, version)).toBe(wanted);
});

test.each([
  ['>=3.9', '3.8.18', false],
  ['>=3.15', '3.15.0rc2', true],
  ['!=3.0.*,>=2.7', '3.12.1', true],
  ['>=3.5.*', '3.12.1', true],
  ['>=3.10,<4.0,', '3.12.1', true],
  ['nonsense', '3.12.1', true],
  [null, '3.12.1', true],
])('requires-python %s admits %s: %s', (required, version, wanted) => {
  expect(admitsPython(required, version)).toBe(wanted);
});

test.each([
  ['==3.9.7', 9, true],
  ['>=3.9.3', 9, true],
  ['>3.9', 9, true],
  ['<3.9', 9, false],
  ['!=3.9.*', 9, false],
])('requires-python %s and the minor 3.%d: %s', (required, minor, wanted) => {
  expect(admitsMinor(required, 3, minor)).toBe(wanted);
});

test.each(['>=a', '1.0', '~=1', '>=1.0;'])('%s is no specifier', (text) => {
  expect(normaliseSpecifier(text)).toBeUndefined();
});
