import { WHERE } from '../../../model/look.ts';
import { describeSizes, parseSizeComplaint } from '../cython-sizes.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { describeHistory } from '../history.ts';
import {
  describeBinary,
  diagnosis,
  fixFor,
  nameOf,
  nameOfBinary,
  type Rule,
  runningNumpy,
  sentences,
  shownBy,
} from '../rule.ts';
import { type Hit, type Symptoms, search } from '../symptoms.ts';
import { isBuiltForNumpy1 } from './np1-on-np2.ts';

export const npAbiMismatch: Rule = {
  id: 'np-abi-mismatch',
  where: WHERE.builtForNumpy1,
  name: 'Compiled against another NumPy C ABI (headers of NumPy 1.15 or older)',
  category: 'numpy-abi',
  severity: 'error',
  means:
    'The module was compiled with very old NumPy headers (≤ 1.15), whose own check found that the C ABI of the NumPy that was loaded differs: 0x1000009 is every 1.x, 0x2000000 is 2.x.',
  remedy: 'Rebuild against NumPy ≥ 2.0, which also runs on 1.x; or require `numpy<2`.',
  links: [
    'https://numpy.org/doc/stable/user/troubleshooting-importerror.html#c-api-incompatibility',
    'https://github.com/numpy/numpy/blob/main/numpy/_core/code_generators/generate_numpy_api.py',
  ],
  match(symptoms) {
    // generate_numpy_api.py, `_import_array`; the "0x" came with 1.11.
    const hit = search(
      symptoms,
      /module compiled against ABI version (?:0x)?([0-9a-f]+) but this version of numpy is (?:0x)?([0-9a-f]+)/,
    );
    if (!hit) return undefined;
    const series = (hex = '') =>
      hex.replace(/^0+/, '').startsWith('2') ? `0x${hex} (NumPy 2.x)` : `0x${hex} (NumPy 1.x)`;
    const old = !(hit.match[1] ?? '').replace(/^0+/, '').startsWith('2');
    const name = nameOf(symptoms.culprit);
    return diagnosis(npAbiMismatch, symptoms, {
      tell: (scope) => ({
        title: `${name} was compiled against another C ABI of NumPy`,
        explanation: sentences(
          `${describeBinary(symptoms.culprit)} was compiled for C ABI ${series(hit.match[1])} and loaded under ${runningNumpy(symptoms, scope)}, whose C ABI is ${series(hit.match[2])}.`,
          old && 'The text is that of headers of NumPy 1.15 or older.',
          describeHistory(symptoms.history, scope),
        ),
        fix: fixFor(symptoms, {
          own: 'Build against NumPy 2: in `[build-system] requires`, ask for `numpy>=2.0`; the result still runs on NumPy 1.x. Until then declare `numpy<2`.',
          dependency: `Upgrade ${name}, or require \`numpy<2\`; if its newest release says the same, tell its maintainers to build against NumPy 2.`,
        }),
      }),
      facts: { builtAbi: hit.match[1] ?? null, runningAbi: hit.match[2] ?? null },
      evidence: shownBy(symptoms, hit),
      hints: { requirement: 'numpy', table: 'build' },
    });
  },
};

export const cythonSizeWarningAsError: Rule = {
  id: 'cython-size-warning-as-error',
  where: WHERE.buildNumpy,
  name: 'Cython’s harmless size warning turned into an error',
  category: 'configuration',
  severity: 'error',
  means:
    'Cython warns when a NumPy struct grew since the build. That is harmless, and NumPy itself filters the warning out; a filter such as `-W error` or pytest’s `filterwarnings = error` turned it into an exception.',
  remedy: 'Exempt it: `ignore:numpy.*size changed:RuntimeWarning`, after the `error` entry.',
  links: [
    'https://github.com/numpy/numpy/blob/main/numpy/__init__.py',
    'https://docs.pytest.org/en/stable/how-to/capture-warnings.html',
  ],
  match(symptoms) {
    const { chain } = symptoms;
    const warning = chain.find(
      (one) => one.type === 'RuntimeWarning' && parseSizeComplaint(one.message),
    );
    const sizes = warning && parseSizeComplaint(warning.message);
    if (!warning || !sizes) return undefined;
    return diagnosis(cythonSizeWarningAsError, symptoms, {
      tell: () => ({
        title: 'A harmless size warning of Cython is treated as an error',
        explanation: `${describeSizes(sizes)}. A struct that grew is harmless; a warning filter turned the warning into an exception.`,
        fix: 'Add `ignore:numpy.*size changed:RuntimeWarning` to the warning filters (in pytest: `filterwarnings`, after `error`).',
      }),
      evidence: [`${warning.type}: ${warning.message}`],
      fault: 'environment',
    });
  },
};

export const npImportArrayFailed: Rule = {
  id: 'np-import-array-failed',
  where: WHERE.importArray,
  name: 'NumPy’s C-API could not be initialised, and the message hides why',
  category: 'numpy-abi',
  severity: 'error',
  means:
    '`import_array()` failed, and what it said was replaced: Cython 3 does so in the call that it generates by itself, headers of NumPy ≤ 1.15 when NumPy is missing. The cause is one of `np1-on-np2`, `np-api-too-new` and `numpy-missing`; where the binary or the environment is at hand, they decide.',
  remedy:
    'Call `numpy.import_array()` after `cimport numpy` to see the true error; compare the binary’s C-API target with the NumPy that is installed.',
  links: [
    'https://github.com/cython/cython/blob/master/Cython/Utility/NumpyImportArray.c',
    'https://numpy.org/doc/stable/user/troubleshooting-importerror.html',
  ],
  match(symptoms) {
    const hit = search(
      symptoms,
      /numpy\.(?:_?core)\.(?:multiarray|umath|_multiarray_umath) failed to import|_(?:ARRAY|UFUNC)_API is not PyCapsule object|Failed to access NumPy \w+ API capsule|PanicException: Failed to import numpy module|Unable to convert function return value to a Python type! The signature was\s+\(\) -> handle/,
    );
    const torch = search(symptoms, /^RuntimeError: Numpy is not available/m);
    if (torch) return ofTorch(symptoms, torch);
    if (!hit) return undefined;
    const name = nameOfBinary(symptoms.culprit);
    const auto = hit.text.includes('auto-generated');
    const era = isBuiltForNumpy1(symptoms) ? 'The file was built with NumPy 1.x headers.' : '';
    return diagnosis(npImportArrayFailed, symptoms, {
      tell: (scope) => ({
        title: `${name} could not initialise NumPy’s C-API`,
        explanation: sentences(
          `${describeBinary(symptoms.culprit)} failed in \`import_array()\` under ${runningNumpy(symptoms, scope)}.`,
          auto
            ? 'Cython generated that call, and its message replaces the true one: the binary was built for a newer C-API than this NumPy, or for NumPy 1.x and this is 2.x.'
            : 'The message does not say why: NumPy is missing, or too old or too new for what the binary was built for.',
          era,
          describeHistory(symptoms.history, scope),
        ),
        fix: fixFor(symptoms, {
          own: auto
            ? 'Call `numpy.import_array()` after `cimport numpy` to see the true error; building against NumPy ≥ 2.0 (`[build-system] requires`) gives a binary that runs on 2.x and on 1.x.'
            : 'Check that NumPy is installed; building against NumPy ≥ 2.0 (`[build-system] requires`) gives a binary that runs on 2.x and on 1.x.',
          dependency: `Check that NumPy is installed, and upgrade ${name} to a release built for this NumPy.`,
        }),
      }),
      facts: { autoGenerated: auto },
      evidence: shownBy(symptoms, hit),
      hints: { requirement: 'numpy', table: 'build', symbol: 'import_array' },
    });
  },
};

/** torch/csrc/utils/tensor_numpy.cpp: it goes on without NumPy, until something needs it. */
function ofTorch(symptoms: Symptoms, hit: Hit): Diagnosis {
  const version = symptoms.evidence.installed.get('torch') ?? null;
  return diagnosis(npImportArrayFailed, symptoms, {
    culprit: { distribution: 'torch', version, module: null, file: null },
    fault: 'dependency',
    tell: (scope) => ({
      title: '`torch` could not initialise NumPy’s C-API, and a call needs it',
      explanation: sentences(
        `torch went on without NumPy under ${runningNumpy(symptoms, scope)}: it is built for another NumPy (for NumPy 1.x, as a rule, and 2.x is installed), or NumPy is missing. Its warning at the first import, “Failed to initialize NumPy”, says which.`,
        describeHistory(symptoms.history, scope),
      ),
      fix: 'Upgrade `torch`: releases from 2.3 on run on NumPy 2 (on Windows from 2.4.1 on). Else require `numpy<2` (`pip install "numpy<2"`).',
    }),
    facts: { autoGenerated: false },
    evidence: shownBy(symptoms, hit),
    hints: { requirement: 'torch', table: 'runtime' },
  });
}

export const npF2pyInit: Rule = {
  id: 'np-f2py-init',
  where: WHERE.nowhere,
  name: 'A module made by f2py could not initialise NumPy’s C-API',
  category: 'numpy-abi',
  severity: 'error',
  means: 'f2py’s own text for a failed `import_array()`: built with another NumPy than it runs on.',
  remedy: 'Build again with the f2py of NumPy ≥ 2.0.',
  links: ['https://github.com/numpy/numpy/blob/main/numpy/f2py/rules.py'],
  match(symptoms) {
    const hit = search(symptoms, /can't initialize module (\w+) \(failed to import numpy\)/);
    if (!hit) return undefined;
    return diagnosis(npF2pyInit, symptoms, {
      tell: (scope) => ({
        title: `${nameOf(symptoms.culprit)} (f2py) could not initialise NumPy’s C-API`,
        explanation: sentences(
          `${describeBinary(symptoms.culprit)} was made by f2py and could not load NumPy’s C-API under ${runningNumpy(symptoms, scope)}: it was built for another NumPy, or NumPy is missing.`,
          describeHistory(symptoms.history, scope),
        ),
        fix: fixFor(symptoms, {
          own: 'Generate and build it with NumPy ≥ 2.0 in `[build-system] requires`.',
          dependency: `Upgrade ${nameOf(symptoms.culprit)} to a release built for this NumPy.`,
        }),
      }),
      evidence: shownBy(symptoms, hit),
      hints: { requirement: 'numpy', table: 'build' },
    });
  },
};
