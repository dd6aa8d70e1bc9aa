import type { BinaryFacts } from '../../../model/compiled-module.ts';

/** C++ modules are written as functions that return nothing, and `import_array()` returns NULL. */
const IN_CPP: Readonly<Record<string, readonly [macro: string, fails: string]>> = {
  pybind11: ['PYBIND11_MODULE', 'throw pybind11::error_already_set()'],
  nanobind: ['NB_MODULE', 'nanobind::raise_python_error()'],
};

/** What to write where, so that a module fills NumPy's table when it is imported. */
export function initialiseNumpy(facts: BinaryFacts | null): string {
  for (const { name } of facts?.generators ?? []) {
    const [macro, fails] = IN_CPP[name] ?? [];
    if (macro === undefined) continue;
    return `Begin \`${macro}\` with \`if (_import_array() < 0) ${fails};\`, before any NumPy function (\`import_array();\` does not compile there).`;
  }
  return 'Call `import_array();` in the module’s `PyInit_` function (in Cython: `cimport numpy`, then `numpy.import_array()`; in SWIG: `%init %{ import_array(); %}`), before any NumPy function.';
}
