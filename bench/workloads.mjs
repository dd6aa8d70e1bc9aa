import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What is measured. `packages` are wheels of an index, so that no build is in it; `project` is a folder
 * to make, whose wheel every contestant builds.
 */
export const WORKLOADS = {
  small: { packages: ['bottleneck==1.4.2'], numpys: ['1.26.4', '2.0.2', '2.2.6'] },
  project: { project: 8, packages: [], numpys: ['1.26.4', '2.0.2', '2.2.6'] },
  pandas: { packages: ['pandas==2.2.3'], numpys: ['1.26.4', '2.0.2', '2.2.6'] },
  science: {
    packages: ['scikit-learn==1.5.2', 'scipy==1.14.1'],
    numpys: ['1.26.4', '2.0.2', '2.1.3'],
  },
  // Half of the combinations fail, and so must every contestant.
  red: { fails: true, packages: ['pandas==2.0.3'], numpys: ['1.25.2', '1.26.4', '2.0.2', '2.2.6'] },
};

/** Makes a project of so many small C modules that use NumPy's C-API; returns its folder. */
export function makeProject(folder, modules) {
  const names = Array.from({ length: modules }, (_, at) => `_m${at}`);
  mkdirSync(join(folder, 'src', 'bench_project'), { recursive: true });
  const write = (path, lines) => writeFileSync(join(folder, path), `${lines.join('\n')}\n`);
  write('pyproject.toml', [
    '[build-system]',
    'requires = ["setuptools>=64,<81", "numpy>=2"]',
    'build-backend = "setuptools.build_meta"',
    '[project]',
    'name = "bench-project"',
    'version = "1.0"',
    'requires-python = ">=3.9"',
    'dependencies = ["numpy>=1.23"]',
  ]);
  write('setup.py', [
    'import numpy',
    'from setuptools import Extension, setup',
    `names = ${JSON.stringify(names)}`,
    'setup(package_dir={"": "src"}, packages=["bench_project"], ext_modules=[',
    '    Extension("bench_project." + name, ["src/%s.c" % name], include_dirs=[numpy.get_include()])',
    '    for name in names',
    '])',
  ]);
  write('src/bench_project/__init__.py', ['']);
  for (const name of names) {
    write(`src/${name}.c`, [
      '#define PY_SSIZE_T_CLEAN',
      '#include <Python.h>',
      '#include <numpy/arrayobject.h>',
      `static struct PyModuleDef def = {PyModuleDef_HEAD_INIT, "${name}", NULL, -1, NULL};`,
      `PyMODINIT_FUNC PyInit_${name}(void) { import_array(); return PyModule_Create(&def); }`,
    ]);
  }
  execFileSync('git', ['init', '-q', folder]);
  return folder;
}
