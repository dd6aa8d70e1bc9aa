import { WHERE } from '../../../model/look.ts';
import type { Scope } from '../../../model/scope.ts';
import { NOBODY } from '../culprit.ts';
import { describeSizes, parseSizeComplaint } from '../cython-sizes.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { describeHistory } from '../history.ts';
import {
  describeBinary,
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
import { isBuiltForNumpy1 } from './np1-on-np2.ts';

/** @returns true when the environment is known and holds no NumPy */
function lacksNumpy(symptoms: Symptoms): boolean {
  const { evidence } = symptoms;
  if (evidence.observation.numpy !== null || evidence.combination === null) return false;
  return evidence.combination.numpy === null && !evidence.installed.has('numpy');
}

const NO_NUMPY = /No module named (?:'numpy'|\\?"numpy\\?"|numpy$)/m;

export const numpyMissing: Rule = {
  id: 'numpy-missing',
  where: WHERE.runtimeNumpy,
  name: 'NumPy is not installed',
  category: 'numpy-abi',
  severity: 'error',
  means:
    'The module needs NumPy at run time, and the environment has none: the metadata does not ask for it. Rust extensions say it at the first call (`Failed to access NumPy array API capsule`).',
  remedy: 'Add `numpy` to `project.dependencies`.',
  links: [
    'https://packaging.python.org/en/latest/specifications/pyproject-toml/#dependencies-optional-dependencies',
  ],
  // CPython Lib/importlib/_bootstrap.py, `_find_and_load_unlocked`; rust-numpy src/npyffi/array.rs.
  match(symptoms) {
    const hit =
      search(symptoms, NO_NUMPY) ??
      (lacksNumpy(symptoms) ? search(symptoms, /numpy\.\S+ failed to import/) : undefined);
    if (!hit) return undefined;
    if (inBuild(symptoms)) return missingInBuild(symptoms, hit);
    return diagnosis(numpyMissing, symptoms, {
      tell: (scope) => ({
        title: `${nameOf(symptoms.culprit)} needs NumPy, which is not installed`,
        explanation: `${isImported(symptoms) ? describeCulprit(symptoms.culprit) : describeBinary(symptoms.culprit)} imports NumPy, but nothing that was installed requires it.`,
        fix: fixFor(symptoms, {
          own: `Add \`numpy\` to \`dependencies\` in \`[project]\`.${isOptional(symptoms, scope)}`,
          dependency: `Add \`numpy\` to your own \`dependencies\`, and tell the maintainers of ${nameOf(symptoms.culprit)} that theirs lack it.`,
          unknown: `Add \`numpy\` to \`dependencies\` in \`[project]\` of the package that imports it, or install NumPy${onWorkers(symptoms) ? ' on every worker, for the Python that `PYSPARK_PYTHON` names: it is installed where the driver runs at most' : ''}.`,
        }),
      }),
      evidence: shownBy(symptoms, hit),
      hints: { requirement: 'numpy', table: 'runtime' },
    });
  },
};

/** A package may catch that error, and leave NumPy to an extra: only its authors know. */
function isOptional({ evidence }: Symptoms, { modules }: Scope): string {
  const unknown = modules.length === 0 || evidence.smoke;
  if (unknown || evidence.combination?.numpy !== null) return '';
  const one = modules.length === 1 ? ` module=${modules[0]}` : '';
  return ` Where the package does without ${modules.length === 1 ? 'that module' : 'those modules'} and NumPy stays optional, accept it: \`numpy=none${one}: NumPy is optional\` in \`known-failures\`.`;
}

/** Python code asks for it, no compiled module. */
function isImported({ chain }: Symptoms): boolean {
  const source = chain.at(-1)?.frames.at(-1)?.source ?? '';
  return /^(?:import numpy|from numpy)\b/.test(source);
}

function onWorkers({ chain }: Symptoms): boolean {
  return chain.some((one) =>
    one.frames.some(({ file }) =>
      /[\\/]pyspark(?:\.zip)?[\\/](?:pyspark[\\/])?worker\.py$/.test(file),
    ),
  );
}

/** The innermost frame that is not NumPy's or Python's belongs to a build script, run by a builder. */
function inBuild({ chain, evidence }: Symptoms): boolean {
  if (evidence.combination !== null) return false;
  const frames = chain.flatMap((one) => one.frames);
  const last = frames.findLast((one) => !one.file.startsWith('<'));
  return last !== undefined && /(?:^|[\\/])setup\.py$/.test(last.file);
}

function missingInBuild(symptoms: Symptoms, hit: Hit): Diagnosis {
  return diagnosis(numpyMissing, symptoms, {
    tell: () => ({
      title: 'setup.py imports NumPy, which its build environment does not have',
      explanation:
        'A build takes place in an environment of its own, where only that is installed which `[build-system] requires` in pyproject.toml names; a NumPy that is installed elsewhere is not seen.',
      fix: 'If it is your package: write `[build-system]` and `requires = ["setuptools", "numpy>=2.0"]` into pyproject.toml. If not: take a release of it that has wheels for your Python; else install NumPy and setuptools first and build with `pip install --no-build-isolation`; tell its maintainers.',
    }),
    evidence: shownBy(symptoms, hit),
    culprit: NOBODY,
    hints: { requirement: 'numpy', table: 'build' },
  });
}

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
      /numpy\.(?:_?core)\.(?:multiarray|umath|_multiarray_umath) failed to import|_(?:ARRAY|UFUNC)_API is not PyCapsule object|Failed to access NumPy \w+ API capsule|Unable to convert function return value to a Python type! The signature was\s+\(\) -> handle/,
    );
    const torch = search(symptoms, /^RuntimeError: Numpy is not available/m);
    if (torch) return ofTorch(symptoms, torch);
    if (!hit) return undefined;
    const name = nameOf(symptoms.culprit);
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
