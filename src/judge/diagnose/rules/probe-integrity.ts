import { withoutSitePackages } from '../../../escape/plain-text.ts';
import type { CompiledModule } from '../../../model/compiled-module.ts';
import { WHERE } from '../../../model/look.ts';
import { moduleFolders } from '../../../model/module-folders.ts';
import { identifierOf, isIdentifier } from '../../../packaging/identifier.ts';
import { sameRelease } from '../../../packaging/same-release.ts';
import { ofTarget } from '../of-target.ts';
import { diagnosis, fixFor, nameOf, type Rule, sentences } from '../rule.ts';

const DOCS: readonly string[] = [
  'https://numpy.org/doc/stable/user/troubleshooting-importerror.html',
];

export const wrongNumpy: Rule = {
  id: 'wrong-numpy',
  where: WHERE.environment,
  name: 'Another NumPy was loaded than planned',
  category: 'environment',
  severity: 'error',
  means:
    'The probe reads back the NumPy that was really loaded. It is another one than the combination’s, so what was seen proves nothing about it.',
  remedy:
    'Find out what puts another NumPy on the path: an install step, a bundled copy, a `.pth` file, `environment: PYTHONPATH`.',
  links: DOCS,
  match(symptoms) {
    const { observation, combination, installed, ownerOf } = symptoms.evidence;
    const planned = combination?.numpy ?? null;
    if (planned === null || observation.numpy === null) return undefined;
    if (sameRelease(observation.numpy.version, planned)) return undefined;
    const { version, file } = observation.numpy;
    const owner = ownerOf(file);
    const now = installed.get('numpy');
    const who =
      owner && owner.distribution !== 'numpy'
        ? `It belongs to ${owner.distribution} ${owner.version}.`
        : owner && now && !sameRelease(now, planned)
          ? 'Something installed after it replaced it.'
          : owner
            ? ''
            : 'It lies outside the environment, so something puts another folder on the path.';
    return diagnosis(wrongNumpy, symptoms, {
      tell: () => ({
        title: `NumPy ${version} was loaded instead of the planned one`,
        explanation: sentences(
          `Planned was NumPy ${planned}; the probe loaded ${version} from ${file}.`,
          who,
          'What was seen says nothing about the planned NumPy.',
        ),
        fix: owner
          ? 'Look at what was installed after NumPy (a pin of another package?), and take that pin away.'
          : 'Remove the other NumPy from the path: `PYTHONPATH` in `environment`, a `.pth` file, or `sys.path` changes in the package.',
      }),
      facts: { planned, loaded: version },
      evidence: [`numpy ${version}: ${file}`],
      fault: 'environment',
      culprit: {
        distribution: owner?.distribution ?? 'numpy',
        version: owner?.version ?? version,
        module: 'numpy',
        file,
      },
      hints: { requirement: 'numpy', table: 'runtime' },
    });
  },
};

/** What a run that was stopped is called (`measure/probe/confirm`). */
const TIMED_OUT = /\btimed out\b/;

export const flaky: Rule = {
  id: 'flaky',
  where: WHERE.importArray,
  name: 'Runs of the same module disagree',
  category: 'crash',
  severity: 'error',
  means:
    'A failure was run once more, alone, and went another way. What fails sometimes is never reported as passed.',
  remedy: 'Look for what differs between runs: memory errors, threads, import order, time.',
  links: [],
  match(symptoms) {
    const { disagreement } = symptoms.evidence.observation;
    if (disagreement.length === 0) return undefined;
    const target = ofTarget(symptoms);
    const { culprit } = target;
    // One run that took too long says as much of the machine as of the package.
    const late = disagreement.some((run) => TIMED_OUT.test(run));
    return diagnosis(flaky, target, {
      tell: () => ({
        title: `${nameOf(culprit)}: runs under the same combination disagree`,
        explanation: sentences(
          `Run more than once, it did not do the same: ${disagreement.join('; ')}.`,
          'So it is not proven.',
          late && 'A machine that was busy or stood still for a while looks the same.',
        ),
        fix: late
          ? `Run it again, with a longer \`timeout\` where the machine is busy; if that repeats on an idle one, look for threads and locks in ${nameOf(culprit)}.`
          : fixFor(target, {
              own: 'Run it repeatedly under a debugger or a sanitizer; uninitialised memory and threads are the usual reasons.',
              dependency: `Upgrade ${nameOf(culprit)}, or report it to its maintainers.`,
            }),
      }),
      facts: { runs: disagreement },
      evidence: disagreement,
    });
  },
};

export const shadowed: Rule = {
  id: 'shadowed',
  where: WHERE.nowhere,
  name: 'The module’s name loads another file',
  category: 'configuration',
  severity: 'error',
  means:
    'Importing the name yields another file than the compiled one: a Python file, a package or a second build of the same name comes first.',
  remedy: 'Remove or rename the file that is in the way.',
  links: ['https://docs.python.org/3/reference/import.html'],
  match(symptoms) {
    const { observation } = symptoms.evidence;
    if (observation.outcome.kind !== 'not-run' || observation.outcome.reason !== 'shadowed')
      return undefined;
    const target = ofTarget(symptoms);
    const by = withoutSitePackages(observation.shadowedBy ?? '');
    return diagnosis(shadowed, target, {
      tell: () => ({
        title: `${nameOf(target.culprit)}: a module’s name loads another file`,
        explanation: sentences(
          `Importing \`${target.culprit.module}\` does not load \`${target.culprit.file}\`${by ? ` but \`${by}\`` : ': something put another module under that name into `sys.modules`'}.`,
          'So the compiled file is never used, and was not tested.',
        ),
        fix: fixFor(target, {
          own: by
            ? `Remove or rename one of the two (\`${by}\`), or leave the unused file out of the wheel.`
            : `Take out what puts a stand-in into \`sys.modules["${target.culprit.module}"]\`, or leave the unused file out of the wheel.`,
          dependency: `Reinstall ${nameOf(target.culprit)}; if both files come with it, report it to its maintainers.`,
        }),
      }),
      facts: { by },
      evidence: by ? [by] : [],
    });
  },
};

export const notLoaded: Rule = {
  id: 'not-loaded',
  where: WHERE.nowhere,
  name: 'No import loads the compiled file',
  category: 'configuration',
  severity: 'error',
  means:
    'The file defines a module, but neither its name nor its package loads it, so nothing is proven about it.',
  remedy:
    "Leave the file out of the wheel, or exclude it from the check (`--module '!pattern'`, input `modules`).",
  links: [],
  match(symptoms) {
    const { observation } = symptoms.evidence;
    if (observation.outcome.kind !== 'not-run' || observation.outcome.reason !== 'not-loaded')
      return undefined;
    const target = ofTarget(symptoms);
    const { module } = target.evidence;
    const parts = module && [...moduleFolders(module), ...module.name.split('.').slice(-1)];
    const unspeakable = parts?.find((part) => part !== '' && !isIdentifier(part));
    return diagnosis(notLoaded, target, {
      tell: () => ({
        title: `${nameOf(target.culprit)}: no import loads a compiled file`,
        explanation: sentences(
          `\`${target.culprit.file}\` defines a module, but importing \`${target.culprit.module}\` and its packages did not load that file.`,
          otherName(symptoms.evidence.module),
          unspeakable &&
            `No \`import\` statement can write \`${unspeakable}\`: it is no Python identifier.`,
        ),
        fix: unspeakable
          ? `Rename \`${unspeakable}\` to \`${identifierOf(unspeakable)}\`, also where the build names it; if the file is left over, take it out of the wheel, or exclude it: \`--module '!pattern'\` (input \`modules\`).`
          : "If the package loads it on demand, call that in the smoke code; if it is left over, take it out of the wheel; else exclude it: `--module '!pattern'` (input `modules`).",
      }),
      evidence: [],
    });
  },
};

/** Python calls the init function that the file's name asks for. */
function otherName(module: CompiledModule | null): string | false {
  const leaf = module?.name.split('.').at(-1) ?? '';
  const names = module?.facts.initNames ?? [];
  if (names.length === 0 || names.includes(leaf)) return false;
  const shown = names.slice(0, 3).map((one) => `\`PyInit_${one}\``);
  return `It exports ${shown.join(', ')}, and no \`PyInit_${leaf}\`, which an import by the file’s name calls.`;
}
