import { WHERE } from '../../../model/look.ts';
import { diagnosis, nameOf, type Rule, shownBy } from '../rule.ts';
import { search } from '../symptoms.ts';

export const pySubinterpreter: Rule = {
  id: 'py-subinterpreter',
  where: WHERE.nowhere,
  name: 'The module does not load in a subinterpreter',
  category: 'unrelated',
  severity: 'error',
  means:
    'Python ≥ 3.12 refuses modules in subinterpreters that do not declare support; this is no fault of a version.',
  remedy:
    'Use the main interpreter or processes, or give the module multi-phase init with `Py_mod_multiple_interpreters`.',
  links: ['https://docs.python.org/3/howto/isolating-extensions.html'],
  match(symptoms) {
    // The second: pyo3/src/impl_/pymodule.rs.
    const hit =
      search(symptoms, /module (\S+) does not support loading in subinterpreters/) ??
      search(symptoms, /PyO3 modules do not yet support subinterpreters/);
    if (!hit) return undefined;
    const told = hit.match[1];
    const name = told === undefined ? nameOf(symptoms.culprit) : `\`${told}\``;
    return diagnosis(pySubinterpreter, symptoms, {
      tell: () => ({
        title: `${name} does not load in a subinterpreter`,
        explanation: `${name} does not declare that it supports subinterpreters; this is no fault of a version.`,
        fix: 'Import it in the main interpreter or use processes; its maintainers can add multi-phase init with `Py_mod_multiple_interpreters`.',
      }),
      key: [hit.match[1] ?? null],
      evidence: shownBy(symptoms, hit),
    });
  },
};
