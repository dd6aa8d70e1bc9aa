import { headline } from '../../../escape/plain-text.ts';
import type { Culprit } from '../../../model/finding.ts';
import { WHERE } from '../../../model/look.ts';
import { normaliseName } from '../../../packaging/requirement-name.ts';
import { isSmokeItself } from '../death-scene.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { describeHistory } from '../history.ts';
import { ofDistutils } from '../numpy-distutils.ts';
import { arrivedAfter, isNumpysAlone, successorOf } from '../numpy-names.ts';
import { ADVICE_HEAD } from '../numpys-own-import.ts';
import { inCompiledCode, projectFrame } from '../project-frame.ts';
import { pythonCode } from '../python-code.ts';
import { floorOf, requiredFloor } from '../required-floor.ts';
import {
  describeCulprit,
  diagnosis,
  fixFor,
  type Kind,
  nameOf,
  type Rule,
  runningNumpy,
  sentences,
  shownBy,
} from '../rule.ts';
import { type Hit, type Symptoms, search } from '../symptoms.ts';
import { rewritten, unpickled } from '../unpickled.ts';

const LINKS = [
  'https://numpy.org/doc/stable/numpy_2_0_migration_guide.html',
  'https://numpy.org/doc/stable/release.html',
];

/** What the fix and the explanation share: a name that this NumPy does not have. */
function absent(
  kind: Kind,
  symptoms: Symptoms,
  hit: Hit,
  absentName: string,
  advice = replaced(absentName),
): Diagnosis {
  const what = `\`${absentName}\``;
  const { history } = symptoms;
  const since =
    arrivedAfter(absentName, symptoms.numpy) ??
    (history.kind === 'below' ? floorOf(history) : undefined);
  const pickled = unpickled(symptoms, absentName);
  const smoke = isSmokeItself(symptoms);
  const code = pythonCode(symptoms.culprit);
  const { thePackage } = code;
  const name = smoke ? 'The smoke code' : code.name;
  const who = smoke ? name : code.who;
  const gone = history.kind === 'from' || /removed|deprecated alias/.test(hit.text);
  const early = since !== undefined;
  const cap = capBelow(symptoms, hit);
  const source = projectFrame(symptoms);
  return diagnosis(kind, symptoms, {
    tell: (scope) => ({
      title: pickled
        ? `What was pickled under a newer NumPy asks for ${what}`
        : early
          ? `${name} uses ${what}, which older NumPy lacks`
          : `${name} uses ${what}, which ${gone ? 'newer NumPy no longer has' : 'this NumPy does not have'}`,
      explanation: sentences(
        `${pickled ? `${who} reads a pickle that names` : `${who} uses`} ${what}, and ${runningNumpy(symptoms, scope)} does not have it.`,
        'That is Python code, not a matter of the C ABI: rebuilding does not help.',
        describeHistory(symptoms.history, scope),
      ),
      fix: smoke
        ? `${advice} The smoke code is at fault, not the package: nothing is said about the NumPys that the package supports.`
        : early
          ? pickled !== undefined
            ? rewritten(pickled)
            : fixFor(symptoms, {
                own: `Declare \`numpy>=${requiredFloor(since, scope)}\` in \`dependencies\`, or use a name that all supported releases have.`,
                dependency: `Require \`numpy>=${requiredFloor(since, scope)}\`, or an older release of ${thePackage}.`,
              })
          : fixFor(symptoms, {
              own: `${advice} Until then, ${cap ? `declare \`numpy<${cap}\` in \`dependencies\`` : 'cap `numpy` in `dependencies` below the first release that fails'}.`,
              dependency: `Upgrade ${thePackage}. If its newest release still uses it, ${cap ? `require \`numpy<${cap}\`` : 'cap `numpy` below the first release that fails'} and report it to its maintainers.`,
            }),
    }),
    facts: { name: absentName, ...(smoke && { smokeItself: true }) },
    key: [what, early, gone],
    floor: early && !smoke ? (since ?? null) : null,
    evidence: shownBy(symptoms, hit),
    hints: {
      ...(source && { source }),
      ...inCompiledCode(symptoms, [absentName, lastName(absentName)]),
      ...(smoke
        ? {}
        : symptoms.fault === 'dependency' && symptoms.culprit.distribution
          ? { requirement: symptoms.culprit.distribution, table: 'runtime' }
          : { requirement: 'numpy', table: 'runtime' }),
    },
  });
}

/** The upper bound that keeps the name: what works shows it, or NumPy's own message says it. */
function capBelow({ history }: Symptoms, { text }: Hit): string | undefined {
  if (history.kind === 'from') return history.cap;
  const said = /removed in (?:the )?NumPy (\d+\.\d+)/.exec(text)?.[1];
  return said?.replace(/\.0$/, '');
}

function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}

function replaced(name: string): string {
  const instead = successorOf(name);
  return instead
    ? `Use \`${instead}\` instead of \`${name}\`.`
    : `Replace \`${name}\`; NumPy's migration guide names its successor.`;
}

export const npRemovedAttr: Rule = {
  id: 'np-removed-attr',
  where: WHERE.runtimeNumpy,
  name: 'Uses an attribute that this NumPy does not have',
  category: 'numpy-python-api',
  severity: 'error',
  means:
    'Python (or Cython) code uses a name of the `numpy` namespace that was removed, or does not exist yet, in the NumPy that was loaded: `np.float` went in 1.24, `np.float_`, `np.Inf`, `np.product` in 2.0, `np.in1d`, `np.trapz` later.',
  remedy:
    'Replace the name as NumPy’s message says (ruff’s rule `NPY201` finds them), or cap `numpy`.',
  links: LINKS,
  match(symptoms) {
    // numpy/__init__.py `__getattr__`, numpy/_expired_attrs_2_0.py.
    const hit =
      search(symptoms, /`?(?:np|numpy)\.([\w.]+)`? was removed in (?:the )?NumPy \d[\w.]*[^\n]*/) ??
      search(symptoms, /^AttributeError: module 'numpy(?:\.[\w.]+)?' has no attribute '(\w+)'/m);
    if (!hit || symptoms.texts.some((text) => text.includes('partially initialized module'))) {
      return undefined;
    }
    const use = /Use `([^`]+)` instead/.exec(hit.text)?.[1];
    const module = /module '(numpy[\w.]*)' has/.exec(hit.text)?.[1] ?? 'numpy';
    const name = `${module}.${hit.match[1]}`;
    return absent(npRemovedAttr, symptoms, hit, name, use ? `Use \`${use}\` instead.` : undefined);
  },
};

export const npRemovedName: Rule = {
  id: 'np-removed-name',
  where: WHERE.runtimeNumpy,
  name: 'Imports a name that this NumPy does not have',
  category: 'numpy-python-api',
  severity: 'error',
  means:
    '`from numpy import x` asks for a name that was removed, or does not exist yet, in the NumPy that was loaded.',
  remedy: 'Replace the name (NumPy’s migration guide lists them), or cap `numpy`.',
  links: LINKS,
  match(symptoms) {
    // CPython Python/ceval.c `import_from`.
    const hit = search(
      symptoms,
      /^ImportError: cannot import name '(\w+)' from '(numpy(?:\.[\w.]+)?)'/m,
    );
    if (hit) return absent(npRemovedName, symptoms, hit, `${hit.match[2]}.${hit.match[1]}`);
    // Cython/Utility/ImportExport.c `__Pyx_ImportFrom` does not say from where.
    const bare = search(symptoms, /^ImportError: cannot import name (\w+)$/m);
    const name = `numpy.${bare?.match[1]}`;
    return bare && isNumpysAlone(name) ? absent(npRemovedName, symptoms, bare, name) : undefined;
  },
};

export const npRemovedModule: Rule = {
  id: 'np-removed-module',
  where: WHERE.runtimeNumpy,
  name: 'Imports a module that this NumPy does not have',
  category: 'numpy-python-api',
  severity: 'error',
  means:
    'A submodule of NumPy that was removed (`numpy.distutils` on Python ≥ 3.12), or is newer than the NumPy that was loaded (`numpy._core` came with 2.0, `numpy.exceptions` with 1.25).',
  remedy: 'For a removed one, move away from it; for a new one, raise the `numpy` floor.',
  links: [...LINKS, 'https://numpy.org/doc/stable/reference/distutils_status_migration.html'],
  match(symptoms) {
    const hit = search(symptoms, /No module named '?(numpy\.[\w.]+)'?/);
    if (!hit || symptoms.texts.some((text) => ADVICE_HEAD.test(text))) {
      return undefined;
    }
    const name = hit.match[1] ?? 'numpy';
    if (/^numpy\.distutils\b/.test(name)) return ofDistutils(npRemovedModule, symptoms, hit, name);
    const instead = successorOf(name);
    const advice = `Stop using \`${name}\`${instead ? `: use \`${instead}\`` : ''}.`;
    return absent(npRemovedModule, symptoms, hit, name, advice);
  },
};

export const npDeclaredUnsupported: Rule = {
  id: 'np-declared-unsupported',
  where: WHERE.runtimeNumpy,
  name: 'The package itself refuses this NumPy',
  category: 'numpy-python-api',
  severity: 'error',
  means: 'The package compares NumPy’s version at import and stops with a message of its own.',
  remedy:
    'Install a NumPy that it accepts; in your own package, declare that range in `dependencies`.',
  links: ['https://packaging.python.org/en/latest/specifications/version-specifiers/'],
  match(symptoms) {
    const hit = symptoms.chain
      .filter((one) => /(?:Error|Exception|^SystemExit)$/.test(one.type))
      .map((one) => (NUMPYS_OWN.test(one.message) ? undefined : refusal(one.message)))
      .find((one) => one !== undefined);
    if (!hit) return undefined;
    const culprit = speaker(hit, symptoms.culprit);
    const name = nameOf(culprit);
    return diagnosis(npDeclaredUnsupported, symptoms, {
      culprit,
      tell: (scope) => ({
        title: `${name} refuses this NumPy by itself`,
        explanation: sentences(
          `${describeCulprit(culprit)} stopped under ${runningNumpy(symptoms, scope)} with its own message: “${headline(hit)}”.`,
          describeHistory(symptoms.history, scope),
        ),
        fix: fixFor(symptoms, {
          own: 'Declare the same range in `dependencies`, so that installers never pick this NumPy.',
          dependency: `Require a NumPy that ${name} accepts, or a release of ${name} that accepts this one.`,
        }),
      }),
      evidence: [hit, ...shownBy(symptoms)],
      hints: { requirement: 'numpy', table: 'runtime' },
    });
  },
};

/** By its distribution's name; or as numba does. Any other sentence may begin with a capital. */
const SPEAKERS: readonly RegExp[] = [
  /^(?!(?:this|it|that|which|code|package|module|program|script|project|python) )([a-z][\w-]*) (?:needs|requires) [Nn]um[Pp]y\b/,
  /^([A-Z]\w*) needs NumPy \d[\d.]* or (?:less|greater)\b/,
];

/** A package that speaks of itself by name: pytest's summary and the end of a log show no frame. */
function speaker(message: string, culprit: Culprit): Culprit {
  if (culprit.distribution !== null || culprit.module !== null || culprit.file !== null)
    return culprit;
  const name = SPEAKERS.map((one) => one.exec(message)?.[1]).find((one) => one !== undefined);
  return name === undefined ? culprit : { ...culprit, distribution: normaliseName(name) };
}

/** What NumPy itself says of binaries: other rules know these texts. */
const NUMPYS_OWN = /\bcompiled (?:against|using|with)\b|ABI version/;

/**
 * numba/__init__.py `_ensure_critical_deps`, pandas/compat/numpy, and the like: a sentence of a
 * package that names NumPy, a version, and a demand. Some hand it to `sys.exit`.
 */
export function refusal(message: string): string | undefined {
  return message
    .split('\n')
    .find(
      (line) =>
        /\bnumpy\b/i.test(line) &&
        (/\d+\.\d+/.test(line) || /\bnumpy[\s(]*(?:[<>=!~]=?|v(?:ersion)?)?\s*\d/i.test(line)) &&
        /\b(?:needs?|requires?|required|incompatible|unsupported|not support(?:ed)?|upgrade|downgrade|at least|or (?:less|greater|newer|older|later|higher|lower))\b/i.test(
          line,
        ),
    );
}
