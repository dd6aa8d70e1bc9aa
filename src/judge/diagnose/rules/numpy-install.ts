import { headline } from '../../../escape/plain-text.ts';
import type { Culprit } from '../../../model/finding.ts';
import { WHERE } from '../../../model/look.ts';
import { majorOf } from '../../../packaging/numpy-releases.ts';
import type { Diagnosis } from '../diagnosis.ts';
import type { NumpyCause } from '../numpy-cause.ts';
import { coreModule, explainNumpyItself, isZipped, MIXED } from '../numpy-itself.ts';
import { ADVICE_HEAD, numpysOwnFrame } from '../numpys-own-import.ts';
import { diagnosis, type Kind, type Rule, runningNumpy, sentences, shownBy } from '../rule.ts';
import { describeException, type Symptoms, search } from '../symptoms.ts';

const TROUBLE = 'https://numpy.org/doc/stable/user/troubleshooting-importerror.html';
const SOURCE = 'https://github.com/numpy/numpy/blob/main/numpy/_core/__init__.py';

function originalError(symptoms: Symptoms): string | undefined {
  // numpy/_core/__init__.py: the last line of NumPy's long advice.
  const hit = search(
    symptoms,
    /Original error was: (.*?)(?:Traceback \(most recent call last\):.*)?$/m,
  );
  if (hit) return hit.match[1] ?? '';
  const advice = search(symptoms, ADVICE_HEAD) !== undefined;
  // Up to 1.14, and before its core is asked for, NumPy gives no advice; or it is cut: its frames tell.
  const own = symptoms.chain.findLast(
    (one) =>
      OWN_FAILURE.test(describeException(one)) &&
      (numpysOwnFrame(one) !== undefined || OF_CORE.test(one.message)),
  );
  return own ? (own.message.split('\n')[0] ?? '') : advice ? '' : undefined;
}

/** The message names the file, or a private name of it: then it is NumPy's, whoever asked for it. */
const OF_CORE =
  /DLL load failed while importing _multiarray_umath\b|^\S*[\\/]numpy[\\/]_?core[\\/]_multiarray_umath\S*: |\([^()]*[\\/]numpy[\\/]_?core[\\/]_multiarray_umath[^()]*\)|[\\/]numpy\.libs[\\/]|^cannot import name '_\w+' from 'numpy\._core\.umath' \(/;

/** What a loader says, and what files of two releases in one folder say of each other. */
const OWN_FAILURE = new RegExp(
  `^ImportError: (?:DLL load failed|dlopen\\(|\\S+\\.so[\\w.]*: |cannot import name|Error (?:loading shared library|relocating) |LoadLibraryEx)|^OSError: (?:\\[WinError \\d+\\]|\\S+\\.so[\\w.]*: )|undefined symbol|${MIXED.source}`,
);

/** The frames of its own import name the part of NumPy that failed. */
function ownModule({ distribution, module }: Culprit): string | null {
  return distribution === 'numpy' ? module : null;
}

/** NumPy's advice gives it, else it is the exception itself. */
function told(symptoms: Symptoms, original: string): boolean {
  return symptoms.texts.some((text) => text.includes(`Original error was: ${original}`));
}

/** The exception of the chain that says it. */
function ownLine(symptoms: Symptoms, original: string): string | undefined {
  const { chain } = symptoms;
  const own = chain.find((one) => one.message.startsWith(original));
  return own && !told(symptoms, original) ? `${own.type}: ${original}` : undefined;
}

/** NumPy's advice names the Python that runs. */
function pythonInText(symptoms: Symptoms): string | undefined {
  if (symptoms.python !== null) return `Python ${symptoms.python}`;
  const hit = search(
    symptoms,
    /(?:Python version is: Python ?|expected to use Python ?)(\d+\.\d+)/,
  );
  return hit && `Python ${hit.match[1]}`;
}

function broken(kind: Kind, symptoms: Symptoms, text: NumpyCause): Diagnosis {
  const original = originalError(symptoms);
  return diagnosis(kind, symptoms, {
    tell: (scope) => ({
      title: text.title,
      explanation: sentences(
        typeof text.why === 'string' ? text.why : text.why(scope),
        kind.id === 'numpy-broken' &&
          `It is ${runningNumpy(symptoms, scope)}${pythonInText(symptoms) ? ` under ${pythonInText(symptoms)}` : ''}.`,
        original && `NumPy’s original error was: “${headline(original)}”.`,
      ),
      fix: text.fix,
    }),
    facts: { original: original ?? null },
    key: [text.cause],
    evidence: [
      original && told(symptoms, original) ? `Original error was: ${original}` : undefined,
      original ? ownLine(symptoms, original) : search(symptoms, ADVICE_HEAD)?.line.trim(),
      ...shownBy(symptoms),
    ],
    fault: 'environment',
    culprit: {
      distribution: 'numpy',
      version: symptoms.numpy,
      module: coreModule(symptoms.numpy, original ?? '') ?? ownModule(symptoms.culprit),
      file: null,
    },
  });
}

/** Python does not see the compiled core, as a module of its own or as a part of its package. */
const CORE_MISSING =
  /No module named \\?'?numpy\._?core\._multiarray_umath|cannot import name '?_?multiarray(?:_umath)?\b/;

/** numpy/__init__.py says so whenever its compiled core is not found, wherever it lies. */
const MISLED: NumpyCause = {
  cause: 'source-folder',
  title: 'NumPy itself cannot be imported: its compiled core is not found',
  why: 'NumPy takes the folder that it lies in for its own sources, because its compiled core is not beside it: it was installed for another Python or platform, its installation is incomplete, or a folder `numpy` with its sources stands before it on the path.',
  fix: 'Start the program in another folder than one that holds NumPy’s sources or a folder `numpy`; else install NumPy anew with this very Python, and remove folders of another Python from `PYTHONPATH`.',
};

export const numpyWrongPython: Rule = {
  id: 'numpy-broken.wrong-python',
  where: WHERE.environment,
  name: 'The NumPy on the path belongs to another Python',
  category: 'environment',
  severity: 'error',
  means:
    'NumPy’s compiled core is there for another Python (or platform), so this one cannot see it. NumPy 1.26 and 2.0 end in the misleading “you should not try to import numpy from its source directory”.',
  remedy: 'Use one environment per Python; clear `PYTHONPATH`; reinstall NumPy.',
  links: [TROUBLE, SOURCE],
  match(symptoms) {
    const original = originalError(symptoms);
    const misled = search(
      symptoms,
      /you should not try to import numpy from(?:\s+its source directory|$)/,
    );
    if (original === undefined && misled) return broken(numpyWrongPython, symptoms, MISLED);
    if (!original || !CORE_MISSING.test(original) || isZipped(symptoms)) return undefined;
    const found = search(symptoms, /\* (_multiarray_umath\.\S+)/)?.match[1];
    return broken(numpyWrongPython, symptoms, {
      cause: 'other-python',
      title: 'NumPy itself cannot be imported: it was installed for another Python',
      why: (scope) =>
        sentences(
          `The compiled core of ${runningNumpy(symptoms, scope)} is missing for ${pythonInText(symptoms) ?? 'this Python'}: it was installed for another Python or platform, or is incomplete.`,
          found && `What lies there is \`${found}\`.`,
        ),
      fix: `Install NumPy anew with this very Python, on this platform, and remove folders of another Python from \`PYTHONPATH\`. Whoever packs it elsewhere (for AWS Lambda, a container): \`pip install --only-binary=:all: --platform manylinux2014_x86_64 --python-version ${pythonInText(symptoms)?.slice('Python '.length) ?? 'X.Y'} --target FOLDER numpy\`.`,
    });
  },
};

export const numpySubinterpreter: Rule = {
  id: 'numpy-broken.subinterpreter',
  where: WHERE.environment,
  name: 'NumPy does not load in a subinterpreter',
  category: 'environment',
  severity: 'error',
  means:
    'NumPy’s core declares that it does not support subinterpreters, and Python ≥ 3.12 enforces it.',
  remedy: 'Import NumPy in the main interpreter, or use processes.',
  links: [TROUBLE],
  match(symptoms) {
    const original = originalError(symptoms);
    if (!original?.includes('does not support loading in subinterpreters')) return undefined;
    return broken(numpySubinterpreter, symptoms, {
      cause: 'subinterpreter',
      title: 'NumPy cannot be imported in a subinterpreter',
      why: 'NumPy’s core does not support subinterpreters; this is no fault of a version.',
      fix: 'Import NumPy in the main interpreter, or use processes instead of subinterpreters.',
    });
  },
};

export const numpyCpu: Rule = {
  id: 'numpy-broken.cpu',
  where: WHERE.environment,
  name: 'This processor lacks instructions that NumPy was built for',
  category: 'environment',
  severity: 'error',
  means: 'NumPy checks at import that the processor has the instructions of its build’s baseline.',
  remedy: 'Use another machine, or build NumPy from source with a lower `cpu-baseline`.',
  links: ['https://numpy.org/doc/stable/reference/simd/build-options.html'],
  match(symptoms) {
    // numpy/_core/src/common/npy_cpu_features.c
    const hit = search(symptoms, /NumPy was built with baseline optimizations:/);
    if (!hit) return undefined;
    return broken(numpyCpu, symptoms, {
      cause: 'cpu',
      title: 'NumPy cannot run on this processor',
      why: 'NumPy was built for processor instructions that this machine does not have.',
      fix: 'Run on a newer processor, or install a NumPy built with a lower `cpu-baseline`.',
    });
  },
};

export const numpyLoadedTwice: Rule = {
  id: 'numpy-loaded-twice',
  where: WHERE.environment,
  name: 'NumPy is imported a second time in one process',
  category: 'environment',
  severity: 'error',
  means:
    'Something removed NumPy from `sys.modules` and imported it again, which its compiled core does not allow (2.x: an error; 1.x: a warning).',
  remedy: 'Do not purge `sys.modules`; use a fresh process.',
  links: ['https://github.com/numpy/numpy/blob/main/numpy/_core/src/multiarray/multiarraymodule.c'],
  match(symptoms) {
    const hit =
      search(symptoms, /cannot load module more than once per process/) ??
      search(symptoms, /The NumPy module was reloaded \(imported a second time\)/);
    if (!hit) return undefined;
    const warned = symptoms.evidence.observation.outcome.kind === 'imported';
    return diagnosis(numpyLoadedTwice, symptoms, {
      tell: (scope) => ({
        title: 'NumPy is imported a second time in one process',
        explanation: `Something removed NumPy from \`sys.modules\` and imported it again; ${runningNumpy(symptoms, scope)} does not support that.`,
        fix: 'Do not delete `numpy` from `sys.modules`; where a test needs a fresh import, start a new process.',
      }),
      evidence: shownBy(symptoms, hit),
      severity: warned ? 'warning' : 'error',
    });
  },
};

export const numpyBroken: Rule = {
  id: 'numpy-broken',
  where: WHERE.environment,
  name: 'NumPy itself cannot be imported',
  category: 'environment',
  severity: 'error',
  means: 'NumPy’s own compiled core failed to load; the original error says why.',
  remedy: 'Reinstall NumPy in this environment; the original error names what is missing.',
  links: [TROUBLE, SOURCE],
  match(symptoms) {
    const original = originalError(symptoms);
    if (original === undefined) return undefined;
    const known = explainNumpyItself(symptoms, original);
    if (known) return broken(numpyBroken, symptoms, known);
    return broken(numpyBroken, symptoms, {
      cause: 'unknown',
      title: 'NumPy itself cannot be imported',
      why: 'NumPy’s compiled core failed to load, before any other module’s turn.',
      fix: 'Reinstall NumPy in this environment (`pip install --force-reinstall numpy`); the original error names what is missing.',
    });
  },
};

/** Files of the other layout: 2.x keeps only a stub `numpy/core/_multiarray_umath.py`. */
function leftovers(symptoms: Symptoms): readonly string[] {
  const { evidence, numpyMajor } = symptoms;
  if (numpyMajor === undefined) return [];
  const name = numpyMajor >= 2 ? 'numpy.core._multiarray_umath' : 'numpy._core._multiarray_umath';
  return evidence.filesFor(name).filter((file) => /\.(?:so|pyd)$/i.test(file));
}

export const numpyMixedInstall: Rule = {
  id: 'numpy-mixed-install',
  where: WHERE.environment,
  name: 'Leftovers of another NumPy in the environment',
  category: 'environment',
  severity: 'warning',
  means:
    'Compiled files of NumPy 1.x lie beside NumPy 2 (or the other way round), usually from copying one over the other. A module built for 1.x then loads a second NumPy and seems to work.',
  remedy: 'Uninstall NumPy until none is left, remove the `numpy` folder, install it again.',
  links: [TROUBLE],
  match(symptoms) {
    const files = leftovers(symptoms);
    if (files.length === 0) return undefined;
    return diagnosis(numpyMixedInstall, symptoms, {
      tell: (scope) => ({
        title: 'Files of two NumPy releases lie in one environment',
        explanation: `${runningNumpy(symptoms, scope)} was loaded, and beside it lie compiled files of NumPy ${majorOf(symptoms.numpy) === 1 ? '2.x' : '1.x'}. A module may load the other one and seem to work.`,
        fix: 'Run `pip uninstall numpy` until none is left, delete the `numpy` folder, and install NumPy again.',
      }),
      evidence: files.slice(0, 3),
      fault: 'environment',
      culprit: {
        distribution: 'numpy',
        version: symptoms.numpy,
        module: null,
        file: files[0] ?? null,
      },
    });
  },
};
