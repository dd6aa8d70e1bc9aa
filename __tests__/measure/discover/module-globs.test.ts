import { createModuleGlobs } from '../../../src/measure/discover/module-globs.ts';

describe('createModuleGlobs()', () => {
  it.each([
    [[], 'pkg.a', true],
    [['pkg.*'], 'pkg.a.b', true],
    [['pkg.*'], 'pkg', false],
    [['pkg._?'], 'pkg._a', true],
    [['pkg._?'], 'pkg._ab', false],
    [['pkg.*._x'], 'pkg.a.b._x', true],
    [['*._{a,b}'], 'pkg._b', true],
    [['pkg.sub'], 'pkg.sub._x', true],
    [['pkg.sub'], 'pkg.subway', false],
    [['!pkg.tests'], 'pkg.tests._x', false],
    [['!pkg.tests'], 'pkg._x', true],
    [['pkg.*', '!*._slow'], 'pkg._slow', false],
    [['!*._slow', 'pkg.*'], 'pkg._slow', false],
    [[' ! pkg.a '], 'pkg.a', false],
    [['pkg/libs/*.so'], 'x', true],
    [['', '!'], 'pkg.a', true],
    [['pkg.(a'], 'pkg.(a', true],
  ])('%j on %s', (globs, name, stays) => {
    const file = name === 'x' ? 'pkg/libs/x.so' : 'pkg/y.so';
    expect(createModuleGlobs(globs).verdict(name, file) === null).toBe(stays);
  });
});
