import { WHERE } from '../../../model/look.ts';
import { diagnosis, type Rule, shownBy } from '../rule.ts';
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
    const hit = search(symptoms, /module (\S+) does not support loading in subinterpreters/);
    if (!hit) return undefined;
    return diagnosis(pySubinterpreter, symptoms, {
      tell: () => ({
        title: `\`${hit.match[1]}\` does not load in a subinterpreter`,
        explanation: `\`${hit.match[1]}\` does not declare that it supports subinterpreters; this is no fault of a version.`,
        fix: 'Import it in the main interpreter or use processes; its maintainers can add multi-phase init with `Py_mod_multiple_interpreters`.',
      }),
      key: [hit.match[1] ?? null],
      evidence: shownBy(symptoms, hit),
    });
  },
};
