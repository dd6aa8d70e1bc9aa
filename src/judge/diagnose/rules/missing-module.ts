import { WHERE } from '../../../model/look.ts';
import { knownProvider } from '../../../packaging/import-names.ts';
import { normaliseName } from '../../../packaging/requirement-name.ts';
import { isSmokeItself } from '../death-scene.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { describeHistory } from '../history.ts';
import { leaveOut } from '../leave-out.ts';
import { foreignFiles, missingSubmodule } from '../missing-submodule.ts';
import { ofTarget } from '../of-target.ts';
import { otherRelease, releaseName } from '../other-release.ts';
import {
  describeCulprit,
  diagnosis,
  fixFor,
  nameOf,
  type Rule,
  sentences,
  shownBy,
} from '../rule.ts';
import { type Hit, type Symptoms, search } from '../symptoms.ts';
import { vanishedModule } from '../vanished-module.ts';

export const pyWrongTag: Rule = {
  id: 'py-wrong-tag',
  where: WHERE.definition,
  name: 'A compiled file that this Python cannot see',
  category: 'python-abi',
  severity: 'error',
  means:
    'The compiled module is there for another Python only (`_core.cpython-39-….so` under 3.12), or was not built. The import system ignores such files, so the message is misleading: `No module named …`, or “most likely due to a circular import”.',
  remedy:
    'Install the wheel for this Python, remove stale files of in-place builds, and do not let the source tree shadow the installed package.',
  links: [
    'https://peps.python.org/pep-3149/',
    'https://github.com/python/cpython/blob/main/Lib/importlib/_bootstrap_external.py',
  ],
  match(symptoms) {
    const { observation, module } = symptoms.evidence;
    const planned =
      observation.outcome.kind === 'not-run' && observation.outcome.reason === 'wrong-tag';
    const missing = planned ? (module?.name ?? null) : missingSubmodule(symptoms);
    if (missing === null) return undefined;
    const files = planned && module ? [module.file] : foreignFiles(symptoms, missing);
    const package_ = missing.split('.')[0] ?? missing;
    const blamed = planned ? ofTarget(symptoms) : symptoms;
    return diagnosis(pyWrongTag, blamed, {
      tell: (scope) => ({
        title: `\`${missing}\` has no compiled file for this Python`,
        explanation: sentences(
          files.length > 0
            ? `What lies there is for another Python: ${files
                .slice(0, 3)
                .map((one) => `\`${one}\``)
                .join(', ')}.`
            : 'The package asks for this compiled submodule of its own, and this Python sees none: its file is for another Python, or was not built.',
          !planned &&
            symptoms.texts.some((text) => text.includes('circular import')) &&
            'The message is misleading: there is no circular import and the package itself was found.',
          describeHistory(symptoms.history, scope),
        ),
        fix: fixFor(blamed, {
          own: `Build the wheel for this Python (in an abi3 wheel, this module with the limited API, too), and remove stale \`${missing.split('.').at(-1)}.*\` files of other Pythons (in-place builds, a \`build/\` folder) from the tree.`,
          dependency: planned
            ? `It came with ${nameOf(blamed.culprit)}, so that installing it anew changes nothing: report it to its maintainers.${leaveOut(symptoms)}`
            : missing === 'osgeo._gdal_array'
              ? GDAL
              : `Reinstall \`${package_}\` for this Python (\`pip install --force-reinstall --no-cache-dir\`), and do not run from its source tree.`,
        }),
      }),
      facts: { missing, files: files.slice(0, 3) },
      key: [missing],
      evidence: [...shownBy(blamed), ...files.slice(0, 3)],
    });
  },
};

/** GDAL's setup.py builds that module only where it can import NumPy. */
const GDAL =
  'GDAL was built without NumPy: install NumPy and setuptools first, then build it anew where that NumPy is seen (`pip install --no-build-isolation --no-cache-dir --force-reinstall "gdal[numpy]==$(gdal-config --version).*"`), or take the package of conda-forge.';

export const moduleNotFound: Rule = {
  id: 'module-not-found',
  where: WHERE.runtimeList,
  name: 'A Python module is missing',
  category: 'unrelated',
  severity: 'error',
  means:
    'Something imports a module that is not installed: a missing dependency. NumPy is not the cause.',
  remedy: 'Add the missing package to the `dependencies` of whoever imports it.',
  links: [
    'https://packaging.python.org/en/latest/guides/writing-pyproject-toml/#dependencies-and-requirements',
  ],
  match(symptoms) {
    const hit = search(
      symptoms,
      /^(?:\w+\.)*(?:ModuleNotFoundError|ImportError): No module named '?([\w.]+)'?/m,
    );
    if (!hit) return undefined;
    const missing = hit.match[1] ?? '';
    const top = missing.split('.')[0] ?? missing;
    const known = knownProvider(top);
    const provider = known
      ? `\`${known}\`, which provides \`${top}\`,`
      : `the package that provides \`${top}\``;
    const gone = vanishedModule(top, symptoms);
    const asker = symptoms.culprit.distribution ?? symptoms.culprit.module;
    const { module } = symptoms.evidence;
    if (module?.name === missing && module.proof === 'by-name') return hiddenFile(symptoms, hit);
    const lacking = gone ? undefined : otherRelease(symptoms);
    // A dotted name: what it lies in was found, so that no package that provides it is missing.
    const isSubject = symptoms.evidence.subjects.includes(normaliseName(top));
    // A distribution need not hold a module of its own name (pillow's is PIL).
    const isName = isSubject && missing === top && isSmokeItself(symptoms);
    const ownPart =
      lacking === undefined &&
      (isSubject || (missing !== top && symptoms.culprit.module?.split('.')[0] === top));
    return diagnosis(moduleNotFound, symptoms, {
      tell: (scope) => ({
        title: lacking
          ? `${nameOf(symptoms.culprit)} needs ${lacking.what}, which ${releaseName(lacking)} does not have`
          : isName
            ? `The smoke code imports \`${missing}\`, and no module of that name is installed`
            : isSubject && ownPart
              ? `The wheel of ${top} lacks the module \`${missing}\``
              : asker
                ? `${nameOf(symptoms.culprit)} needs the module \`${missing}\`, which is not installed`
                : `The module \`${missing}\` is not installed`,
        explanation: sentences(
          gone?.why,
          lacking
            ? `${describeCulprit(symptoms.culprit)} imports \`${missing}\`; \`${top}\` is installed, in a release without that module: it was written for another one.`
            : isName
              ? `The project is called so; what it installs need not be.`
              : asker
                ? `${describeCulprit(symptoms.culprit)} imports \`${missing}\`, which is not installed here.`
                : `\`${missing}\` is imported and not installed here.`,
          !gone && symptoms.history.kind !== 'alike' && 'NumPy is not the cause.',
          describeHistory(symptoms.history, scope),
        ),
        fix: gone
          ? gone.fix
          : lacking
            ? fixFor(symptoms, {
                own: `Use what ${releaseName(lacking)} has instead, or require a release of \`${lacking.provider}\` that has it in \`dependencies\`.`,
                dependency: `Upgrade ${nameOf(symptoms.culprit)} to a release for the \`${lacking.provider}\` that is installed, or constrain that to a release that has it: \`--constraint\`, input \`constraints\`.`,
              })
            : ownPart
              ? fixFor(symptoms, {
                  own: `${isName ? 'Import in the smoke code what the wheel holds. If it should hold a module of this name: list it among' : 'The wheel lacks it: list it among'} what is packaged (\`packages\`, \`package-data\`, the build backend's includes), or see why the build left it out.${isOfSwig(missing, symptoms) ? SWIG : ''}`,
                  dependency: `A part of ${nameOf(symptoms.culprit)} itself is missing: reinstall it, or report it to its maintainers.`,
                })
              : fixFor(symptoms, {
                  own: `Add ${provider} to \`dependencies\` in \`[project]\`; when it is optional, exclude this module from the check or install the extra.`,
                  dependency: `Install the extra of ${nameOf(symptoms.culprit)} that brings it, where it has one (\`--extra\`, input \`extras\`). Else add ${provider} to your \`dependencies\`; ${nameOf(symptoms.culprit)} should require it, so tell its maintainers.${leaveOut(symptoms)}`,
                  unknown: `Install ${provider.replace(/,$/, '')}, and add it to the \`dependencies\` of the package that imports it.`,
                }),
      }),
      facts: {
        missing,
        ...(lacking && { otherRelease: lacking.provider }),
        ...(isSmokeItself(symptoms) && { smokeItself: true }),
      },
      key: [missing],
      evidence: shownBy(symptoms, hit),
      hints: ownPart ? {} : { requirement: lacking?.provider ?? known ?? top, table: 'runtime' },
    });
  },
};

const SWIG =
  ' setuptools copies Python files before it runs SWIG: what that writes is there only if `build_ext` ran before `build_py`.';

/** SWIG writes `name.py` for a compiled `_name` beside it. */
function isOfSwig(missing: string, { evidence }: Symptoms): boolean {
  return evidence.filesFor(missing.replace(/[^.]+$/, '_$&')).length > 0;
}

/** The file lies where the import system looks, and fits this Python: something keeps it from looking. */
function hiddenFile(symptoms: Symptoms, hit: Hit): Diagnosis {
  const { module } = symptoms.evidence;
  const name = module?.name ?? '';
  return diagnosis(moduleNotFound, symptoms, {
    tell: (scope) => ({
      title: `\`${name}\` is not found, although its file is there`,
      explanation: sentences(
        `\`${module?.file}\` is installed and named for this Python.`,
        'What ran before it took away what finds modules (`sys.meta_path`, `sys.path_hooks`), changed its package’s `__path__`, or moved the file.',
        describeHistory(symptoms.history, scope),
      ),
      fix: fixFor(symptoms, {
        own: 'Look for that in the package’s `__init__` and in what it imports.',
        dependency: `Report it to the maintainers of ${nameOf(symptoms.culprit)}.`,
      }),
    }),
    facts: { missing: name, hidden: true },
    key: [name, 'hidden'],
    evidence: shownBy(symptoms, hit),
    hints: {},
  });
}
