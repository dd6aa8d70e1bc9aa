import { isLeftBehind } from '../../../src/measure/build/left-behind.ts';

const around = (siblings: string[] = [], inside: string[] = []) => ({
  siblings: new Set(siblings),
  inside: new Set(inside),
});

describe('isLeftBehind()', () => {
  it.each([
    ['build', true, around(['setup.py']), true],
    ['build', true, around(['__init__.py']), false],
    ['dist', true, around(['pyproject.toml']), true],
    ['pkg.egg-info', true, around(), true],
    ['myenv', true, around([], ['pyvenv.cfg']), true],
    ['.cpy', true, around([], ['CACHEDIR.TAG']), true],
    ['out', true, around([], ['CMakeCache.txt']), true],
    ['src', true, around(['setup.py']), false],
    ['_x.cpython-311-x86_64-linux-gnu.so', false, around(), true],
    ['_x.abi3.so', false, around(), true],
    ['_x.pyd', false, around(), true],
    ['x.o', false, around(), true],
    ['libprebuilt.so', false, around(), false],
    ['generated.c', false, around(), false],
  ])('%s', (name, isFolder, surroundings, expected) => {
    expect(isLeftBehind(name, isFolder, surroundings)).toBe(expected);
  });
});
