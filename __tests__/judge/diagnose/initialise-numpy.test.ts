import { initialiseNumpy } from '../../../src/judge/diagnose/rules/initialise-numpy.ts';
import { target } from './made-evidence.ts';

it.each<[string, RegExp]>([
  [
    'pybind11',
    /^Begin `PYBIND11_MODULE` with `if \(_import_array\(\) < 0\) throw pybind11::error_already_set\(\);`/,
  ],
  [
    'nanobind',
    /^Begin `NB_MODULE` with `if \(_import_array\(\) < 0\) nanobind::raise_python_error\(\);`/,
  ],
  ['cython', /^Call `import_array\(\);` in the module’s `PyInit_` function/],
])('says what compiles in a module of %s', (name, fix) => {
  const { facts } = target('pkg._ext', { generators: [{ name, version: null } as never] });
  expect(initialiseNumpy(facts)).toMatch(fix);
});
