import { WHERE } from '../../../model/look.ts';
import { faultOf } from '../culprit.ts';
import { diagnosis, type Rule } from '../rule.ts';
import { type Hit, type Symptoms, search } from '../symptoms.ts';

import { mismatch } from './python-mismatch.ts';

export const pyCythonWarning: Rule = {
  id: 'py-mismatch.cython-warning',
  where: WHERE.definition,
  name: 'Compiled for another Python (Cython’s warning)',
  category: 'python-abi',
  severity: 'warning',
  means:
    'A Cython module was compiled for another Python than the one that loads it. The import goes on, then works, or crashes.',
  remedy: 'Build one wheel per Python version; install the one for this Python.',
  links: ['https://github.com/cython/cython/blob/master/Cython/Utility/ModuleSetupCode.c'],
  match(symptoms) {
    const hit = warned(
      symptoms,
      /compile ?time (?:Python )?version (\S+) of module '([^']+)' (?:does not match|was newer than) runtime version (\S+)/,
    );
    if (!hit) return undefined;
    const [, built, module = '', running] = hit.match;
    return mismatch(
      pyCythonWarning,
      inModule(symptoms, module),
      hit,
      { facts: { module }, key: [module] },
      `\`${module}\` was compiled for Python ${built}`,
      `\`${module}\` was compiled for Python ${built} and loaded by Python ${running}. Only a warning says so: it may work, crash, or return wrong results.`,
    );
  },
};

export const pyApiWarning: Rule = {
  id: 'py-mismatch.api-warning',
  where: WHERE.definition,
  name: 'Compiled for another version of Python’s C-API (CPython’s warning)',
  category: 'python-abi',
  severity: 'warning',
  means: 'The module was compiled with headers of a Python whose C-API version number differs.',
  remedy: 'Build one wheel per Python version; install the one for this Python.',
  links: ['https://github.com/python/cpython/blob/main/Objects/moduleobject.c'],
  match(symptoms) {
    const hit = warned(
      symptoms,
      /Python C API version mismatch for module (\S+?): This Python has API version (\d+), module \S+ has version (\d+)/,
    );
    if (!hit) return undefined;
    const [, module = '', running, built] = hit.match;
    return mismatch(
      pyApiWarning,
      inModule(symptoms, module),
      hit,
      { facts: { module }, key: [module] },
      `\`${module}\` was compiled for another version of Python’s C-API`,
      `\`${module}\` was compiled for version ${built} of Python’s C-API; this Python has ${running}. Only a warning says so: it may work, crash, or return wrong results.`,
    );
  },
};

export const pyGilEnabled: Rule = {
  id: 'py-gil-enabled',
  where: WHERE.nowhere,
  name: 'Loading the module switched the GIL back on',
  category: 'python-abi',
  severity: 'note',
  means:
    'On a free-threaded Python, a module that does not declare `Py_mod_gil` brings the GIL back for the whole process. Everything works, without parallel threads.',
  remedy: 'When the module is safe without the GIL, declare `Py_MOD_GIL_NOT_USED`.',
  links: ['https://docs.python.org/3/howto/free-threading-extensions.html'],
  match(symptoms) {
    const hit = warned(
      symptoms,
      /The global interpreter lock \(GIL\) has been enabled to load module '([^']+)'/,
    );
    const module = symptoms.evidence.observation.gilEnabledBy?.[0] ?? hit?.match[1];
    if (!module) return undefined;
    return diagnosis(pyGilEnabled, inModule(symptoms, module), {
      tell: () => ({
        title: `\`${module}\` switches the GIL back on`,
        explanation: `\`${module}\` does not declare that it is safe without the GIL, so this free-threaded Python enabled it again. It works, but threads do not run in parallel.`,
        fix: 'When the module is safe without the GIL, declare it: `Py_MOD_GIL_NOT_USED`, `PYBIND11_MODULE(…, py::mod_gil_not_used())`, or Cython’s `freethreading_compatible`.',
      }),
      facts: { module },
      key: [module],
      evidence: [hit?.line],
      severity: 'note',
    });
  },
};

/** Warnings stand on stderr also when nothing failed. */
function warned(symptoms: Symptoms, pattern: RegExp): Hit | undefined {
  const found = search(symptoms, pattern);
  if (found || symptoms.stderr === '') return found;
  return search({ ...symptoms, texts: [symptoms.stderr] }, pattern);
}

/** The same symptoms with the module that the text names as the culprit. */
function inModule(symptoms: Symptoms, module: string): Symptoms {
  const { evidence } = symptoms;
  const file = evidence.filesFor(module)[0];
  const owner = file ? evidence.ownerOf(file) : null;
  const culprit = owner
    ? {
        distribution: owner.distribution || null,
        version: owner.version || null,
        module,
        file: owner.file || null,
      }
    : { distribution: null, version: null, module, file: null };
  return { ...symptoms, culprit, fault: owner ? faultOf(evidence, culprit) : 'unknown' };
}
