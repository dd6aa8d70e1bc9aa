import { WHERE } from '../../../model/look.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { describeHistory } from '../history.ts';
import { leaveOut } from '../leave-out.ts';
import {
  describeCulprit,
  diagnosis,
  fixFor,
  nameOf,
  type Rule,
  runningNumpy,
  sentences,
  shownBy,
} from '../rule.ts';
import { type Hit, type Symptoms, search } from '../symptoms.ts';

// CPython Python/importdl.c, Objects/moduleobject.c (initialisation in several phases; 3.15 shows the
// module itself in place of its name), Objects/call.c `_Py_CheckFunctionResult`.
const BROKEN = new RegExp(
  [
    String.raw`initialization of (\S+) (?:failed without raising an exception|raised unreported exception|did not return (?:an extension module|a valid multiphase module))`,
    String.raw`init function of (\S+) returned uninitialized object`,
    String.raw`(?:execution|creation) of (?:module )?(?:\S+|<module .*>) (?:failed without setting an exception|raised unreported exception)`,
    'specifies execution slots, but did not create a ModuleType instance',
    'is not a module object, but requests module state',
    String.raw`module \S+ has (?:multiple (?:create|Py_mod_\w+ \(\d+\)) slots|more than one '[\w ]+' slots?)`,
    'm_size may not be negative for multi-phase initialization',
    'NULL not allowed for slot Py_mod_',
    'returned a result with an (?:error|exception) set',
    'returned NULL without setting an (?:error|exception)',
    'error return without exception set',
  ].join('|'),
);

/** The function that broke the rule is named, and is none that imports: no init function then. */
const CALLED =
  /SystemError: (<(?:method|built-in (?:function|method)|class|function) (?!__import__|create_dynamic|exec_dynamic|create_builtin|exec_builtin|import_module)[^>]+>) returned /;

export const pyInitBroken: Rule = {
  id: 'py-init-broken',
  where: WHERE.importArray,
  name: 'The module’s init function broke Python’s rules',
  category: 'python-abi',
  severity: 'error',
  means:
    'The init function, or a function of the module’s slots, returned without a result and without an exception, or with both; or the slots contradict each other. Often an error was swallowed in it, such as a failed `import_array()`; when it happens only from one NumPy on, that NumPy is the reason.',
  remedy:
    'Return NULL with an exception set; look at what the init function calls, first of all `import_array()`.',
  links: ['https://github.com/python/cpython/blob/main/Python/importdl.c'],
  match(symptoms) {
    const hit = search(symptoms, BROKEN);
    if (!hit) return undefined;
    const { history } = symptoms;
    const byNumpy = history.kind === 'from' || history.kind === 'below';
    const name = nameOf(symptoms.culprit);
    const called = CALLED.exec(hit.line)?.[1];
    if (called !== undefined) return atCall(symptoms, hit, called);
    return diagnosis(pyInitBroken, symptoms, {
      tell: (scope) => ({
        title: byNumpy
          ? `${name} fails to initialise with ${history.kind === 'from' ? 'newer' : 'older'} NumPy, without saying why`
          : `${name} fails to initialise, without saying why`,
        explanation: sentences(
          `The init function of ${describeCulprit(symptoms.culprit)} ended in a way that Python forbids, under ${runningNumpy(symptoms, scope)}; the true error is lost in it.`,
          describeHistory(history, scope),
          byNumpy && 'So NumPy is the reason, although the text does not name it.',
        ),
        fix:
          byNumpy && history.kind === 'from'
            ? fixFor(symptoms, {
                own: `Declare \`numpy<${history.cap}\` in \`dependencies\`, or find what fails in the init function with NumPy ${history.numpy}.`,
                dependency: `Upgrade ${name}, or require \`numpy<${history.cap}\`, and tell its maintainers to cap NumPy in its metadata.`,
              })
            : fixFor(symptoms, {
                own: 'Check the return value of every call in the init function, first of all `import_array()`, and return NULL with the exception set.',
                dependency:
                  history.kind === 'alike'
                    ? `Report it to the maintainers of ${name}; another NumPy does not help.${leaveOut(symptoms)}`
                    : `Upgrade ${name}: most often NumPy is newer than this release of it supports. Else install an older NumPy, in the range that its documentation names, and report it to its maintainers.`,
              }),
      }),
      key: [byNumpy ? history.kind : null],
      evidence: shownBy(symptoms, hit),
      category: byNumpy ? 'numpy-abi' : 'python-abi',
      hints: byNumpy ? { requirement: 'numpy', table: 'runtime' } : { symbol: 'import_array' },
    });
  },
};

/** Such a call is only where it comes to light: an error that was set before it was not looked at. */
function atCall(symptoms: Symptoms, hit: Hit, called: string): Diagnosis {
  const name = nameOf(symptoms.culprit);
  return diagnosis(pyInitBroken, symptoms, {
    tell: (scope) => ({
      title: `${name} goes on although an error was set`,
      explanation: sentences(
        `Compiled code called \`${called}\` while an exception was set, and Python noticed: an error of an earlier call (in a callback, as a rule) was not looked at.`,
        'It is no failed import, and the C ABI is not the matter.',
        describeHistory(symptoms.history, scope),
      ),
      fix: fixFor(symptoms, {
        own: 'Look at the exception above this one: it is the true error. In the compiled code, return as soon as a call or a callback has set an exception.',
        dependency: `Look at the exception above this one: it is the true error, in what ${name} calls. That it went on is a bug of ${name}: report it to its maintainers.`,
      }),
    }),
    key: ['call', called],
    evidence: shownBy(symptoms, hit),
  });
}

export const initFailed: Rule = {
  id: 'init-failed',
  where: WHERE.importArray,
  name: 'The module’s init function failed; the first exception says why',
  category: 'unclassified',
  severity: 'error',
  means:
    'pybind11 reports `ImportError: initialization failed` and keeps the true error as its cause.',
  remedy: 'Look at the exception above “The above exception was the direct cause”.',
  links: ['https://github.com/pybind/pybind11/blob/master/include/pybind11/detail/common.h'],
  match(symptoms) {
    const hit = search(symptoms, /^ImportError: initialization failed/m);
    if (!hit) return undefined;
    const { history } = symptoms;
    const byNumpy = history.kind === 'from' || history.kind === 'below';
    return diagnosis(initFailed, symptoms, {
      tell: (scope) => ({
        title: `${nameOf(symptoms.culprit)} fails to initialise`,
        explanation: sentences(
          `The init function of ${describeCulprit(symptoms.culprit)} failed under ${runningNumpy(symptoms, scope)}.`,
          describeHistory(history, scope),
          byNumpy && 'So NumPy is the reason, although the text does not name it.',
        ),
        fix: fixFor(symptoms, {
          own: 'Read the first exception in the evidence: what it names fails inside the module’s init function.',
          dependency: `Upgrade ${nameOf(symptoms.culprit)}, or report the first exception in the evidence to its maintainers.`,
        }),
      }),
      evidence: [
        ...symptoms.texts.slice(0, 2).map((one) => one.split('\n')[0]),
        ...shownBy(symptoms, hit),
      ],
      category: byNumpy ? 'numpy-abi' : 'unclassified',
    });
  },
};
