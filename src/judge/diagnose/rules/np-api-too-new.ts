import { WHERE } from '../../../model/look.ts';
import type { Scope } from '../../../model/scope.ts';
import { minorOf } from '../../../packaging/minor.ts';
import { numpyForPython } from '../../../packaging/numpy-for-python.ts';
import {
  apiOfVersion,
  compareMinors,
  describeRange,
  majorOf,
  releasesOfApi,
} from '../../../packaging/numpy-releases.ts';
import { describeSizes, parseSizeComplaint, type SizeComplaint } from '../cython-sizes.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { describeBoundary } from '../history.ts';
import { loadedLibrary } from '../loaded-library.ts';
import { ADVICE_HEAD } from '../numpys-own-import.ts';
import { ofTarget } from '../of-target.ts';
import { requiredFloor } from '../required-floor.ts';
import {
  describeBinary,
  diagnosis,
  fixFor,
  nameOfBinary,
  type Rule,
  runningNumpy,
  sentences,
  shownBy,
} from '../rule.ts';
import { type Hit, type Symptoms, search } from '../symptoms.ts';
import { installThere, restartNote } from '../told-environment.ts';
import { unpickled } from '../unpickled.ts';
import { isBuiltForNumpy1 } from './np1-on-np2.ts';

// numpy/core/code_generators/generate_numpy_api.py, `_import_array`: the first form up to 1.26
// (without "0x" before 1.11), the second since 2.0.
// https://github.com/numpy/numpy/blob/main/numpy/_core/code_generators/generate_numpy_api.py
const OLD =
  /module compiled against API version (?:0x)?([0-9a-f]+) but this version of numpy is (?:0x)?([0-9a-f]+)/;
const NEW =
  /module was compiled against NumPy C-API version 0x([0-9a-f]+) \(NumPy (\d+\.\d+)\) but the running NumPy has C-API version 0x([0-9a-f]+)/;
// NumPy <= 1.15 has no `_multiarray_umath`; modules built with 1.16 or later ask for it.
const LAYOUT = /No module named '?numpy\.core\._multiarray_umath'?/;
const HIDDEN = /numpy\.(?:_?core)\.(?:multiarray|umath) failed to import/;

interface Finding {
  readonly hit: Hit | undefined;
  /** The release whose C-API it needs, null when unknown. */
  readonly needs: string | null;
  readonly how: string;
}

function fromText(symptoms: Symptoms): Finding | undefined {
  const modern = search(symptoms, NEW);
  if (modern) {
    const [, built = '', release = '', running = ''] = modern.match;
    return { hit: modern, needs: release, how: levels(built, running) };
  }
  const old = search(symptoms, OLD);
  if (!old) return undefined;
  const [, built = '', running = ''] = old.match;
  const needs = releasesOfApi(Number.parseInt(built, 16))?.first ?? null;
  return { hit: old, needs, how: levels(built, running) };
}

function levels(built: string, running: string): string {
  const name = (hex: string) => {
    const range = releasesOfApi(Number.parseInt(hex, 16));
    return range ? `0x${hex} (${describeRange(range)})` : `0x${hex}`;
  };
  return `It asks for C-API level ${name(built)}; the NumPy that was loaded has ${name(running)}.`;
}

function fromSizes(symptoms: Symptoms): Finding | undefined {
  const sizes = symptoms.texts.map(parseSizeComplaint).find((one) => one !== undefined);
  if (!sizes || !isNumpyShrunk(sizes)) return undefined;
  const hit = search(symptoms, /numpy\.[\w.]+ (?:size changed|has the wrong size).*/);
  return { hit, needs: sizes.builtFor?.first ?? null, how: `${describeSizes(sizes)}.` };
}

function isNumpyShrunk(sizes: SizeComplaint): boolean {
  return (
    sizes.object.startsWith('numpy.') &&
    sizes.object !== 'numpy.dtype' &&
    sizes.header > sizes.runtime
  );
}

function fromLayout(symptoms: Symptoms): Finding | undefined {
  const hit = search(symptoms, LAYOUT);
  const broken = symptoms.texts.some((text) => ADVICE_HEAD.test(text));
  if (!hit || broken || unpickled(symptoms, 'numpy.core._multiarray_umath')) return undefined;
  if (symptoms.numpy !== null && compareMinors(symptoms.numpy, '1.16') >= 0) return undefined;
  return {
    hit,
    needs: '1.16',
    how: 'It asks for `numpy.core._multiarray_umath`, which exists since NumPy 1.16.',
  };
}

function fromFacts(symptoms: Symptoms): Finding | undefined {
  const target = symptoms.facts?.capi.target;
  if (!target || symptoms.numpy === null) return undefined;
  const running = apiOfVersion(symptoms.numpy);
  const wanted = apiOfVersion(target);
  if (running === undefined || wanted === undefined || wanted <= running) return undefined;
  const hit = search(symptoms, HIDDEN);
  if (!hit && symptoms.history.kind !== 'below') return undefined;
  return {
    hit,
    needs: target,
    how: `The message hides it, but the file says that its C-API target is NumPy ${target}.`,
  };
}

/**
 * A file built with NumPy 1.x headers has its level in its code alone, which may not be there or not be
 * understood. Where its message is hidden, it fails on an old 1.x and works on a later one, its level
 * lies between the two.
 */
function fromHistory(symptoms: Symptoms): Finding | undefined {
  const { history, numpy } = symptoms;
  if (history.kind !== 'below' || numpy === null || majorOf(numpy) !== 1) return undefined;
  const hit = search(symptoms, HIDDEN);
  if (!hit || !isBuiltForNumpy1(symptoms)) return undefined;
  const [fails, works] = [apiOfVersion(history.numpy), apiOfVersion(history.works)];
  const only = fails !== undefined && works === fails + 1 ? releasesOfApi(works) : undefined;
  const between = `it fails under NumPy ${minorOf(history.numpy)} and loads under NumPy ${minorOf(history.works)}`;
  return {
    hit,
    needs: only?.first ?? null,
    how: `The message hides it, and no text of a file with NumPy 1.x headers says its C-API level; ${between}, so that the level lies between the two.`,
  };
}

export const npApiTooNew: Rule = {
  id: 'np-api-too-new',
  where: WHERE.target,
  name: 'Built for a newer NumPy C-API than the NumPy that is loaded',
  category: 'numpy-abi',
  severity: 'error',
  means:
    'A binary names the oldest NumPy C-API that it accepts (its target). The NumPy that was loaded is older. Up to NumPy 1.24 headers the target is the build’s own NumPy; since 1.25 it is an old release unless `NPY_TARGET_VERSION` says otherwise. Seen as `module compiled against API version 0x…`, `module was compiled against NumPy C-API version 0x… (NumPy X.Y)`, or as Cython’s `numpy.ndarray size changed … Expected 96 from C header, got 88 from PyObject`.',
  remedy:
    'Raise the declared floor to the release that the binary needs, or build for an older one: lower `NPY_TARGET_VERSION`, or build with NumPy ≥ 2.0, whose default target is old.',
  links: [
    'https://numpy.org/doc/stable/dev/depending_on_numpy.html',
    'https://numpy.org/doc/stable/user/troubleshooting-importerror.html#c-api-incompatibility',
    'https://github.com/numpy/numpy/blob/main/numpy/_core/code_generators/generate_numpy_api.py',
  ],
  match(symptoms) {
    const found =
      fromText(symptoms) ??
      fromSizes(symptoms) ??
      fromLayout(symptoms) ??
      fromFacts(symptoms) ??
      fromHistory(symptoms);
    return found && describe(symptoms, found);
  },
};

/** The oldest release that the headers of any NumPy since 1.25 ask for by themselves. */
const OLDEST_DEFAULT = '1.19';
/** The newest release that the headers of any NumPy ask for by themselves (those of 2.5). */
const NEWEST_DEFAULT = '1.25';

function olderTarget(needs: string, { pythons }: Scope): string {
  // Where there is no NumPy 2, there is none whose default target is older than itself, but 1.25.
  const isEarly = pythons.some((python) => {
    const last = numpyForPython(python)?.last ?? NEWEST_DEFAULT;
    return compareMinors(last, NEWEST_DEFAULT) < 0;
  });
  if (isEarly || compareMinors(needs, OLDEST_DEFAULT) <= 0)
    return 'build it with the oldest NumPy that it is to run on, since up to 1.24 a build asks for its own release.';
  return compareMinors(needs, NEWEST_DEFAULT) > 0
    ? 'lower `NPY_TARGET_VERSION`, which the build sets, since no NumPy asks for that release by itself.'
    : 'lower `NPY_TARGET_VERSION`, or build with NumPy 2.0, whose default target is NumPy 1.19.';
}

/** What to require where the level itself is not known: the oldest release that was seen to work. */
function oldestThatWorks({ history }: Symptoms): string | undefined {
  if (history.kind !== 'below') return undefined;
  const works = minorOf(history.works);
  return `\`numpy>=${works}\` (the oldest that works here; \`bisect\` finds what lies between)`;
}

/**
 * No headers ask for such a level by themselves, so that somebody wanted it: a package may have a module
 * beside others that it imports under new releases only (`h5py._npystrings`).
 */
function builtOnPurpose(needs: string, { modules, culprits }: Scope): string {
  const [module] = modules;
  const isAlone = module !== undefined && modules.length === 1 && culprits.length <= 1;
  if (!isAlone || compareMinors(needs, NEWEST_DEFAULT) <= 0) return '';
  return ` Where the package imports \`${module}\` under NumPy ${needs} and newer only, that is fine: accept it with the line \`numpy<${needs} module=${module}: imported from NumPy ${needs} on\` in \`known-failures\`.`;
}

function describe(symptoms: Symptoms, found: Finding): Diagnosis {
  const { needs } = found;
  const name = nameOfBinary(symptoms.culprit);
  const release = needs ? `NumPy ${needs}` : 'a newer NumPy';
  const works = oldestThatWorks(symptoms);
  const newer = works ?? 'a newer NumPy';
  return diagnosis(npApiTooNew, symptoms, {
    tell: (scope) => ({
      title: `${name} needs ${needs ? `${release} or later` : release}: it was built for that C-API`,
      explanation: sentences(
        `${describeBinary(symptoms.culprit)} was built for the C-API of ${release} and loaded under ${runningNumpy(symptoms, scope)}, which is older.`,
        found.how,
        describeBoundary(symptoms.history, scope),
      ),
      fix: fixFor(symptoms, {
        own: needs
          ? `Declare \`numpy>=${requiredFloor(needs, scope)}\` in \`dependencies\`, or build for an older C-API: ${olderTarget(needs, scope)}${builtOnPurpose(needs, scope)}`
          : `Raise the \`numpy\` floor in \`dependencies\` to ${works ?? 'the release it was built for'}, or lower \`NPY_TARGET_VERSION\`.`,
        dependency: needs
          ? `Require \`numpy>=${requiredFloor(needs, scope)}\`${installThere(symptoms, `numpy>=${requiredFloor(needs, scope)}`)}, or an older release of ${name}; its metadata should have asked for it, so tell its maintainers.${restartNote(symptoms)}${builtOnPurpose(needs, scope)}`
          : `Require ${newer}, or an older release of ${name}; its metadata should have asked for it, so tell its maintainers.`,
      }),
    }),
    facts: { needs },
    floor: needs,
    key: [needs === null ? newer : 'known'],
    evidence: shownBy(symptoms, found.hit),
    hints: { requirement: 'numpy', table: 'runtime', symbol: 'NPY_TARGET_VERSION' },
  });
}

/**
 * A refusal that leaves no trace: the module clears that error in C, or asks for the C-API only at a
 * call. Headers since NumPy 2.0 write their target into a text, older ones into code. Up to NumPy 1.24
 * the headers' own level is the target, so that where the code could not be read and the build's NumPy is
 * known an older one must have been refused.
 *
 * @returns what is to be said of the module under test
 */
export function refusedInSilence(symptoms: Symptoms): Diagnosis | undefined {
  const { module } = symptoms.evidence;
  const about = module ? ofTarget(symptoms) : loadedLibrary(symptoms);
  if (!about?.facts || symptoms.numpy === null) return undefined;
  const { target } = about.facts.capi;
  const wanted = target ?? levelOfBuild(symptoms);
  if (wanted === null || !isNewer(wanted, symptoms.numpy)) return undefined;
  const level = apiOfVersion(wanted);
  const range = level === undefined ? undefined : releasesOfApi(level);
  const needs = target ?? range?.first ?? minorOf(wanted);
  const how = `Nothing was printed: ${target ? `\`import_array()\` of a file whose C-API target is NumPy ${needs}` : `\`import_array()\` of the headers of NumPy ${minorOf(wanted)}`} refuses an older C-API, so the ${module ? 'module' : 'library'} clears that error, or asks for the C-API only at a call.`;
  return describe(about, { hit: undefined, needs, how });
}

/** The NumPy that the module was built with, where its level is the module's target. */
function levelOfBuild({ evidence }: Symptoms): string | null {
  const { module, combination, subjects } = evidence;
  const build = combination?.buildNumpy ?? null;
  if (!module || build === null || !subjects.includes(module.distribution)) return null;
  const { era, also } = module.facts.capi;
  return [era, ...also].includes('1.x') && compareMinors(build, '1.24') <= 0 ? build : null;
}

function isNewer(wanted: string, running: string): boolean {
  const [one, other] = [apiOfVersion(wanted), apiOfVersion(running)];
  return one !== undefined && other !== undefined && one > other;
}
