import { diagnose } from '../../../src/judge/diagnose/diagnose.ts';
import { evidenceOf, load, observed, raisedBy, target } from './made-evidence.ts';

it.each<[string, RegExp]>([
  ['pyo3', /below `#\[pymodule\]` the name `_ext`.*`module-name`/],
  ['pybind11', /PYBIND11_MODULE/],
])('says how a module of %s gets its name', (name, fix) => {
  const text = 'ImportError: dynamic module does not define module export function (PyInit__ext)';
  const events = [load('begin', 'pkg._ext'), load('fail', 'pkg._ext')];
  const observation = observed({
    outcome: { kind: 'raised' },
    exceptions: [raisedBy(text)],
    events,
  });
  const module = target('pkg._ext', { generators: [{ name, version: null } as never] });
  expect(diagnose(evidenceOf({ module, observation }))?.fix).toMatch(fix);
});
