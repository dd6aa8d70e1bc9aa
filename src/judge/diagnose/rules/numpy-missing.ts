import { WHERE } from '../../../model/look.ts';
import type { Scope } from '../../../model/scope.ts';
import { baseName } from '../../../packaging/base-name.ts';
import { NOBODY } from '../culprit.ts';
import type { Diagnosis } from '../diagnosis.ts';
import {
  describeBinary,
  describeCulprit,
  diagnosis,
  fixFor,
  nameOf,
  type Rule,
  shownBy,
} from '../rule.ts';
import { type Hit, type Symptoms, search } from '../symptoms.ts';

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
    const builder = inBuild(symptoms);
    if (builder !== null) return missingInBuild(symptoms, hit, builder);
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

/** setuptools runs setup.py as text: its own file is the innermost that is shown. */
const SETUP_PY = /(?:^|[\\/])(?:setup\.py|setuptools[\\/]build_meta\.py)$/;
/** Where pip, build and poetry call a build backend. */
const HOOK = /[\\/](?:pyproject_hooks|pep517)[\\/].*_in_process\.py$/;

/**
 * Who asks for NumPy in a build: the innermost frame that is a file is a build script's, or a build
 * backend's hook is below it.
 *
 * @returns the script's name, the package's that a script uses; null where nothing is built
 */
function inBuild({ chain, evidence }: Symptoms): string | null {
  if (evidence.combination !== null) return null;
  const files = chain.flatMap((one) => one.frames.map(({ file }) => file));
  const last = files.findLast((one) => !one.startsWith('<'));
  if (last === undefined) return null;
  if (SETUP_PY.test(last)) return 'setup.py';
  if (!files.some((file) => HOOK.test(file))) return null;
  return /[\\/]site-packages[\\/]([\w-]+)/.exec(last)?.[1] ?? baseName(last);
}

function missingInBuild(symptoms: Symptoms, hit: Hit, builder: string): Diagnosis {
  return diagnosis(numpyMissing, symptoms, {
    tell: () => ({
      title: `${builder} imports NumPy, which its build environment does not have`,
      explanation:
        'A build takes place in an environment of its own, where only that is installed which `[build-system] requires` in pyproject.toml names; a NumPy that is installed elsewhere is not seen.',
      fix: 'If it is your package: write `[build-system]` and `requires = ["setuptools", "numpy>=2.0"]` into pyproject.toml. If not: take a release of it that has wheels for your Python; else install NumPy and setuptools first and build with `pip install --no-build-isolation`; tell its maintainers.',
    }),
    evidence: shownBy(symptoms, hit),
    culprit: NOBODY,
    hints: { requirement: 'numpy', table: 'build' },
  });
}
