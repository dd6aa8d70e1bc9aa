import { checkKnownFailures, knownFailure } from '../../src/judge/known-failure-lines.ts';
import { matchesCombination } from '../../src/plan/matches-combination.ts';
import { parseFilter } from '../../src/settings/filter-line.ts';

function filter(line: string) {
  const parsed = parseFilter(line);
  if ('kind' in parsed) {
    throw new Error(parsed.message);
  }
  return parsed;
}

test.each([
  ['python=3.12 numpy<1.26', { python: '==3.12.*', numpy: '<1.26' }],
  ['numpy>=1.23,<2', { numpy: '>=1.23,<2' }],
  ['numpy >= 1.23, < 2', { numpy: '>=1.23,<2' }],
  ['python>=3.10 python<3.12', { python: '>=3.10,<3.12' }],
  ['numpy==2.0.2: broken there', { numpy: '==2.0.2', reason: 'broken there' }],
  ['numpy=1.26', { numpy: '==1.26.*' }],
  ['numpy=none', { numpy: 'none' }],
  ['python=3.13t', { python: '==3.13.*', freeThreaded: true }],
  ['python=pypy3.11', { python: '==3.11.*', implementation: 'pypy' }],
  ['os=windows', { os: { is: true, names: ['windows'] } }],
  ['os!=Darwin numpy<2: why', { os: { is: false, names: ['macos'] }, numpy: '<2', reason: 'why' }],
  ['os=macos-arm64, linux', { os: { is: true, names: ['macos-arm64', 'linux'] } }],
  ['module=pkg._x: https://h/issue/1', { module: 'pkg._x', reason: 'https://h/issue/1' }],
])('%s', (line, wanted) => {
  const text = line.replace(/:\s.*$/, '');
  expect(filter(line)).toEqual({
    text,
    python: null,
    numpy: null,
    module: null,
    reason: null,
    ...wanted,
  });
});

test.each([
  '',
  'os=beos',
  'os>windows',
  'pyton=3.12',
  'numpy',
  'numpy<x',
  'python=3.12 banana',
  'module>1',
])('%j is refused', (line) => {
  expect(parseFilter(line)).toMatchObject({ kind: 'problem' });
});

test.each([
  ['python=3.12 numpy<1.26', '3.12.1', false, '1.25.2', true],
  ['python=3.12 numpy<1.26', '3.12.1', false, '1.26.0', false],
  ['python=3.1', '3.12.1', false, '1.26.0', false],
  ['numpy=none', '3.12.1', false, 'none', true],
  ['numpy<2', '3.12.1', false, 'none', false],
  ['python=3.13t', '3.13.0', false, '2.1.0', false],
  ['python=3.13t', '3.13.0', true, '2.1.0', true],
  ['python>=3.15', '3.15.0rc2', false, '2.5.5', true],
])('%s on %s (free-threaded: %s) × %s: %s', (line, version, freeThreaded, numpy, wanted) => {
  expect(matchesCombination(filter(line), { version, freeThreaded }, numpy)).toBe(wanted);
});

test.each([
  ['python=3.11', 'cpython', true],
  ['python=3.11', 'pypy', false],
  ['python=pypy3.11', 'pypy', true],
  ['python=pypy3.11', 'cpython', false],
  ['python<3.12', 'pypy', true],
])('%s on %s 3.11: %s', (line, implementation, wanted) => {
  const python = { version: '3.11.9', freeThreaded: false, implementation };
  expect(matchesCombination(filter(line), python, '2.0.2')).toBe(wanted);
});

describe('known failures', () => {
  const lines = ['numpy<1.23 module=pkg._x: old API', 'numpy>=2 module=pkg.sub*', 'python=3.8'].map(
    filter,
  );
  const cell = (numpy: string, module: string) => ({
    python: { version: '3.12.1', freeThreaded: false },
    numpy,
    module,
  });

  test.each([
    ['1.22.4', 'pkg._x', true],
    ['1.22.4', 'pkg._xy', false],
    ['1.22.4', 'pkg._x.deep', true],
    ['2.0.2', 'pkg.subway._a', true],
    ['1.26.4', 'pkg._x', false],
  ])('NumPy %s, %s: %s', (numpy, module, wanted) => {
    expect(knownFailure(lines, cell(numpy, module)) !== undefined).toBe(wanted);
  });

  test('a line of which nothing fails any more is told, one that nothing matches too', () => {
    const check = checkKnownFailures(lines, [
      { cell: cell('1.22.4', 'pkg._x'), failed: false },
      { cell: cell('2.0.2', 'pkg.sub._a'), failed: true },
      { cell: cell('2.0.2', 'pkg.sub._b'), failed: false },
    ]);
    expect(check.passing.map(({ line }) => line)).toEqual([lines[0]]);
    expect(check.expected.map(({ cell: { module } }) => module)).toEqual(['pkg.sub._a']);
    expect(check.unused).toEqual([lines[2]]);
  });
});

test.each([
  ['os=windows', 'windows-amd64', true],
  ['os=windows', 'linux-x86_64', false],
  ['os!=windows', 'linux-x86_64', true],
  ['os!=windows', 'windows-amd64', false],
  ['os=macos-arm64', 'macos-arm64', true],
  ['os=macos-arm64', 'macos-x86_64', false],
  ['os=macos', 'macos-x86_64', true],
  ['os=linux,macos', 'macos-x86_64', true],
  ['numpy<2', 'macos-x86_64', true],
])('%s on %s: %p', (line, platform, expected) => {
  const filter = parseFilter(line);
  if ('message' in filter) throw new Error(filter.message);
  const python = { version: '3.12.1', freeThreaded: false, platform };
  expect(matchesCombination(filter, python, '1.26.4')).toBe(expected);
});
