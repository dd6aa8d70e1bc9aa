import { WHERE } from '../../../model/look.ts';
import { faultOf } from '../culprit.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { describeHistory } from '../history.ts';
import {
  describeCulprit,
  diagnosis,
  fixFor,
  type Kind,
  nameOf,
  type Rule,
  type Statement,
  sentences,
  shownBy,
} from '../rule.ts';
import { type Hit, type Symptoms, search } from '../symptoms.ts';

const ABI_DOC = 'https://docs.python.org/3/c-api/stable.html';

function rebuild(symptoms: Symptoms): string {
  return fixFor(symptoms, {
    own: 'Build one wheel per Python, with the tag of that Python in the file name (or a true abi3 build: `Py_LIMITED_API` set to the oldest Python).',
    dependency: `Install a wheel of ${nameOf(symptoms.culprit)} that was built for this Python (reinstall without cache, or upgrade).`,
  });
}

function mismatch(
  kind: Kind,
  symptoms: Symptoms,
  hit: Hit,
  found: Pick<Statement, 'facts' | 'key'>,
  title: string,
  why: string,
): Diagnosis {
  const imported = symptoms.evidence.observation.outcome.kind === 'imported';
  return diagnosis(kind, symptoms, {
    tell: (scope) => ({
      title,
      explanation: sentences(why, describeHistory(symptoms.history, scope)),
      fix: rebuild(symptoms),
    }),
    ...found,
    evidence: shownBy(symptoms, hit),
    severity: imported ? 'warning' : 'error',
  });
}

export const pyPybind11: Rule = {
  id: 'py-mismatch.pybind11',
  where: WHERE.definition,
  name: 'Compiled for another Python (pybind11’s check)',
  category: 'python-abi',
  severity: 'error',
  means: 'pybind11 compares the Python that it was compiled for with the one that runs.',
  remedy: 'Build one wheel per Python version; install the one for this Python.',
  links: ['https://github.com/pybind/pybind11/blob/master/include/pybind11/detail/common.h'],
  match(symptoms) {
    const hit = search(
      symptoms,
      /Python version mismatch: module was compiled for Python (\S+), but the interpreter version is incompatible: (\S+)/,
    );
    if (!hit) return undefined;
    const [, built, running] = hit.match;
    return mismatch(
      pyPybind11,
      symptoms,
      hit,
      { facts: { built: built ?? null } },
      `${nameOf(symptoms.culprit)} was compiled for Python ${built}`,
      `${describeCulprit(symptoms.culprit)} was compiled for Python ${built} and loaded by Python ${running?.replace(/[,.]$/, '')}.`,
    );
  },
};

export const pyAbiCheck: Rule = {
  id: 'py-mismatch.abi-check-3.15',
  where: WHERE.definition,
  name: 'Python 3.15’s ABI check refuses the module',
  category: 'python-abi',
  severity: 'error',
  means:
    'A module that declares its ABI (`PyABIInfo`) was built for another Python, or for the other kind of build (free-threaded or not).',
  remedy: 'Build for this Python; free-threaded builds need their own wheels.',
  links: ['https://docs.python.org/3.15/c-api/module.html'],
  match(symptoms) {
    const hit = search(
      symptoms,
      /incompatible (?:future )?(?:stable )?ABI version \([^)]*\)|incompatible internal ABI \([^)]*\)|incompatible with free-threaded CPython|only compatible with free-threaded CPython/,
    );
    if (!hit) return undefined;
    return mismatch(
      pyAbiCheck,
      symptoms,
      hit,
      { facts: { says: hit.match[0] } },
      `${nameOf(symptoms.culprit)} was built for another Python ABI`,
      `${describeCulprit(symptoms.culprit)} declares another ABI than this Python has: ${hit.match[0]}.`,
    );
  },
};

export const pyWindowsDll: Rule = {
  id: 'py-mismatch.windows-dll',
  where: WHERE.definition,
  name: 'The module is linked to another Python’s DLL',
  category: 'python-abi',
  severity: 'error',
  means: 'On Windows a module names the Python DLL it was linked to, and that is another Python’s.',
  remedy: 'Build one wheel per Python version; install the one for this Python.',
  links: ['https://github.com/python/cpython/blob/main/Python/dynload_win.c'],
  match(symptoms) {
    const hit = search(
      symptoms,
      /Module use of (python\w*\.dll) conflicts with this version of Python/i,
    );
    if (!hit) return undefined;
    return mismatch(
      pyWindowsDll,
      symptoms,
      hit,
      { facts: { dll: hit.match[1] ?? null } },
      `${nameOf(symptoms.culprit)} is linked to another Python`,
      `${describeCulprit(symptoms.culprit)} is linked to \`${hit.match[1]}\`, which is not this Python.`,
    );
  },
};

export const pyUndefinedSymbol: Rule = {
  id: 'py-undefined-symbol',
  where: WHERE.definition,
  name: 'Needs a function that this Python does not export',
  category: 'python-abi',
  severity: 'error',
  means:
    'The module uses a function of Python’s C-API that this Python does not have: it was built for another Python (its file has no version tag, or claims abi3 wrongly), needs a newer Python than it says, or is a Python 2 module (`Py_InitModule…`).',
  remedy:
    'Build for this Python; for abi3, set `Py_LIMITED_API` to the oldest Python that is supported.',
  links: [ABI_DOC, 'https://github.com/pypa/abi3audit'],
  match(symptoms) {
    // glibc elf/dl-lookup.c; musl ldso/dynlink.c; dyld.
    const hit =
      search(symptoms, /undefined symbol: (_?Py[A-Z_]\w*)/) ??
      search(symptoms, /[Ss]ymbol not found(?: in flat namespace)?:? \(?'?_(_?Py[A-Z_]\w*)/) ??
      search(symptoms, /Error relocating \S+ (_?Py[A-Z_]\w*): symbol not found/);
    if (!hit) return undefined;
    const symbol = hit.match[1] ?? '';
    const old = symbol.startsWith('Py_InitModule');
    return mismatch(
      pyUndefinedSymbol,
      symptoms,
      hit,
      { facts: { symbol }, key: [old] },
      old
        ? `${nameOf(symptoms.culprit)} was built for Python 2`
        : `${nameOf(symptoms.culprit)} was built for another Python`,
      `${describeCulprit(symptoms.culprit)} needs \`${symbol}\` of Python’s C-API, which ${symptoms.python ? `Python ${symptoms.python}` : 'this Python'} does not export.`,
    );
  },
};

export const pyNoInit: Rule = {
  id: 'py-no-init',
  where: WHERE.definition,
  name: 'The file does not define the module it is named after',
  category: 'python-abi',
  severity: 'error',
  means:
    'The extension lacks `PyInit_<name>`: the file was renamed, the module’s name in the build differs from the one in the source, or it is a Python 2 module (`init<name>`).',
  remedy: 'Make the extension’s name in the build and the `PyInit_` function agree.',
  links: [
    'https://docs.python.org/3/extending/building.html',
    'https://github.com/python/cpython/blob/main/Python/importdl.c',
  ],
  match(symptoms) {
    const hit = search(
      symptoms,
      /dynamic module does not define (?:module export function|init function) \((\w+)\)/,
    );
    if (!hit) return undefined;
    const wanted = hit.match[1] ?? '';
    const exported = symptoms.facts?.initNames ?? [];
    return diagnosis(pyNoInit, symptoms, {
      tell: () => ({
        title: `${nameOf(symptoms.culprit)}: the file does not define \`${wanted}\``,
        explanation: sentences(
          `${describeCulprit(symptoms.culprit)} has no function \`${wanted}\`, which Python calls to make the module.`,
          exported.length > 0 &&
            `It defines ${exported.map((one) => `\`PyInit_${one}\``).join(', ')}.`,
          symptoms.facts?.python2Init && 'It is a Python 2 module.',
        ),
        fix: fixFor(symptoms, {
          own: `Give the extension in the build the same name as in its source (\`PYBIND11_MODULE(name, …)\`, \`${wanted}\`), and do not rename the file afterwards.`,
          dependency: `Reinstall ${nameOf(symptoms.culprit)}; if that does not help, report it to its maintainers.`,
        }),
      }),
      facts: { wanted, exported: [...exported] },
      key: [wanted],
      evidence: shownBy(symptoms, hit),
      hints: { symbol: wanted },
    });
  },
};

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
  return search(symptoms, pattern) ?? search({ ...symptoms, texts: [symptoms.stderr] }, pattern);
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
