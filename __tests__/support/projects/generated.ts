import { type ProjectTemplate, pyproject, setupPy } from './project-template.ts';

interface Built {
  /** Version specifier of the generator in `build-system.requires`. */
  readonly generator?: string;
  /** NumPy in `build-system.requires`. */
  readonly numpy?: string;
}

/** Cython: `~=3.0` or `~=0.29.37`; with `import_array()`, without, or only a cimport of types. */
export function cythonProject(
  options: Built & { readonly importArray?: boolean } = {},
): ProjectTemplate {
  const { generator = '>=3', numpy = '>=2.0', importArray = true } = options;
  return {
    'pyproject.toml': pyproject({
      requires: ['setuptools', `Cython${generator}`, `numpy${numpy}`],
    }),
    'setup.py': setupPy({ 'sample._core': 'sample/_core.pyx' }, { cythonize: true }),
    'sample/_core.pyx': `cimport numpy as cnp
${importArray ? 'cnp.import_array()' : ''}

def total(cnp.ndarray values):
    return values.shape[0]
`,
    'sample/__init__.py': '',
  };
}

/** pybind11: `==2.11.*` knows NumPy 1's layout only, `>=2.12` both. */
export function pybind11Project({ generator = '>=2.12' }: Built = {}): ProjectTemplate {
  return {
    'pyproject.toml': pyproject({ requires: ['setuptools', `pybind11${generator}`, 'numpy'] }),
    'setup.py': setupPy(
      { 'sample._core': 'src/core.cpp' },
      { before: 'import pybind11\ninclude_dirs.append(pybind11.get_include())' },
    ),
    'src/core.cpp': `#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
namespace py = pybind11;
PYBIND11_MODULE(_core, m) {
    m.def("fill", [](py::ssize_t n) {
        py::array_t<double> result(n);
        auto view = result.mutable_unchecked<1>();
        for (py::ssize_t i = 0; i < n; i++) view(i) = (double)i;
        return result;
    });
}
`,
    'sample/__init__.py': '',
  };
}

/** nanobind, which uses DLPack and no NumPy C-API. */
export function nanobindProject({ generator = '' }: Built = {}): ProjectTemplate {
  return {
    'pyproject.toml': `[build-system]
requires = ["scikit-build-core", "nanobind${generator}"]
build-backend = "scikit_build_core.build"

[project]
name = "sample"
version = "1.0"
dependencies = ["numpy"]
`,
    'CMakeLists.txt': `cmake_minimum_required(VERSION 3.15...3.27)
project(sample LANGUAGES CXX)
find_package(Python 3.8 COMPONENTS Interpreter Development.Module REQUIRED)
execute_process(COMMAND "\${Python_EXECUTABLE}" -m nanobind --cmake_dir
  OUTPUT_STRIP_TRAILING_WHITESPACE OUTPUT_VARIABLE nanobind_ROOT)
find_package(nanobind CONFIG REQUIRED)
nanobind_add_module(_core src/core.cpp)
install(TARGETS _core LIBRARY DESTINATION sample)
`,
    'src/core.cpp': `#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>
namespace nb = nanobind;
NB_MODULE(_core, m) {
    m.def("length", [](nb::ndarray<double, nb::ndim<1>> values) { return values.shape(0); });
}
`,
    'sample/__init__.py': '',
  };
}

/** f2py over a C function: no Fortran compiler is needed. */
export function f2pyProject({ numpy = '>=2.0' }: Built = {}): ProjectTemplate {
  return {
    'pyproject.toml': pyproject({ requires: ['setuptools', `numpy${numpy}`] }),
    'setup.py': `import os, subprocess, sys
from setuptools import Extension, setup
import numpy
f2py = os.path.join(os.path.dirname(numpy.__file__), 'f2py', 'src')
subprocess.check_call([sys.executable, '-m', 'numpy.f2py', 'sample.pyf', '--lower', '--build-dir', '.'])
setup(packages=['sample'], ext_modules=[Extension(
    'sample._core', ['_coremodule.c', 'add.c', os.path.join(f2py, 'fortranobject.c')],
    include_dirs=[numpy.get_include(), f2py])])
`,
    'sample.pyf': `python module _core
  interface
    subroutine add(n, values, total)
      intent(c) add
      intent(c)
      integer, intent(hide), depend(values) :: n = len(values)
      double precision, intent(in) :: values(n)
      double precision, intent(out) :: total(1)
    end subroutine add
  end interface
end python module _core
`,
    'add.c': `void add(int n, double *values, double *total) {
    total[0] = 0;
    for (int i = 0; i < n; i++) total[0] += values[i];
}
`,
    'sample/__init__.py': '',
  };
}

/** maturin with rust-numpy: `0.21` knows NumPy 1's place of the table only, `0.22` both. */
export function rustProject(rustNumpy = '0.22'): ProjectTemplate {
  return {
    'pyproject.toml': `[build-system]
requires = ["maturin>=1.5,<2"]
build-backend = "maturin"

[project]
name = "sample"
version = "1.0"
dependencies = ["numpy"]

[tool.maturin]
module-name = "sample._core"
`,
    'Cargo.toml': `[package]
name = "sample"
version = "1.0.0"
edition = "2021"

[lib]
name = "_core"
crate-type = ["cdylib"]

[dependencies]
numpy = "${rustNumpy}"
pyo3 = { version = "${rustNumpy}", features = ["extension-module"] }
`,
    'src/lib.rs': `use numpy::PyReadonlyArray1;
use pyo3::prelude::*;

#[pyfunction]
fn total(values: PyReadonlyArray1<f64>) -> f64 {
    values.as_array().sum()
}

#[pymodule]
fn _core(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(total, m)?)
}
`,
    'sample/__init__.py': '',
  };
}
