import { droppedExtensions } from '../../../src/measure/discover/dropped-extensions.ts';

const PURE = ['pkg/__init__.py', 'pkg-1.0.dist-info/METADATA'];

describe('droppedExtensions()', () => {
  it.each([
    ['setup.py', 'from setuptools import setup\nsetup(ext_modules=[e])', 2],
    ['setup.py', 'exts = cythonize("a.pyx")', 1],
    ['setup.py', 'e = Pybind11Extension("a", ["a.cpp"])', 1],
    ['pyproject.toml', '[project]\nname = "a"\n[[tool.setuptools.ext-modules]]', 3],
    ['pyproject.toml', '[tool.setuptools]\next-modules = [{name = "a"}]', 2],
    ['src/pkg/meson.build', "py.extension_module('a', 'a.c')", 1],
    ['CMakeLists.txt', 'project(x)\nPython_add_library(a MODULE a.c)', 2],
    ['CMakeLists.txt', 'nanobind_add_module(a a.cpp)', 1],
    ['Cargo.toml', '[dependencies]\npyo3 = "0.22"', 2],
    ['pkg/_a.pyx', '', 1],
    ['src/a.c', '#include <Python.h>\nPyMODINIT_FUNC PyInit_a(void) {', 2],
    ['src/a.cpp', 'PYBIND11_MODULE(a, m) {', 1],
    ['src/lib.rs', '#[pymodule]\nfn a() {}', 1],
  ])('%s: %j', (path, text, line) => {
    expect(droppedExtensions([{ path, text }], PURE)).toMatchObject([{ file: path, line }]);
  });

  it.each([
    ['setup.py', 'setup(ext_modules=[])'],
    ['setup.py', 'setup(ext_modules=None)  # cythonize()'],
    ['setup.py', '# ext_modules=[e]'],
    ['pyproject.toml', '[tool.setuptools]\next-modules = []'],
    ['CMakeLists.txt', '# pybind11_add_module(a)'],
    ['Cargo.toml', '[dependencies]\nserde = "1"'],
    ['tests/data/a.pyx', ''],
    ['docs/setup.py', 'setup(ext_modules=[e])'],
    ['src/a.c', 'int main(void) {} // PyInit_a(void)'],
  ])('nothing in %s: %j', (path, text) => {
    expect(droppedExtensions([{ path, text }], PURE)).toEqual([]);
  });

  it('puts build definitions first', () => {
    const files = [
      { path: 'a.pyx', text: '' },
      { path: 'setup.py', text: 'cythonize("a.pyx")' },
    ];
    expect(droppedExtensions(files, PURE).map(({ file }) => file)).toEqual(['setup.py', 'a.pyx']);
  });

  it('has nothing to say of a wheel with an extension', () => {
    expect(droppedExtensions([{ path: 'a.pyx', text: '' }], ['pkg/a.abi3.so'])).toEqual([]);
  });
});
