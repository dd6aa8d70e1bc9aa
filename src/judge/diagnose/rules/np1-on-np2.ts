import { erasOf } from '../../../model/eras.ts';
import type { Culprit } from '../../../model/finding.ts';
import { WHERE } from '../../../model/look.ts';
import { culpritOfFile, faultOf } from '../culprit.ts';
import { describeSizes, parseSizeComplaint } from '../cython-sizes.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { foreignHeaders, TAKE_THE_BUILDS_HEADERS, tellForeignHeaders } from '../foreign-headers.ts';
import { describeBoundary } from '../history.ts';
import {
  describeBinary,
  diagnosis,
  fixFor,
  nameOfBinary,
  nameOfFailing,
  type Rule,
  runningNumpy,
  sentences,
  shownBy,
} from '../rule.ts';
import { culpritOfStub } from '../stub-culprit.ts';
import { STUB_TEXT } from '../stub-text.ts';
import { type Hit, type Symptoms, search } from '../symptoms.ts';
import { installThere, restartNote } from '../told-environment.ts';

// numpy/core/_multiarray_umath.py (2.0+) is the text; `_ARRAY_API not found` replaces it in modules
// built with headers up to 1.26.1, `_UFUNC_API not found` in all.
const OLD_API = /_(?:ARRAY|UFUNC)_API not found/;
// Headers before 2.0 say `numpy.core.…`, later ones `numpy._core.…`; Cython's auto-generated text
// says `numpy.core` to this day, so it proves nothing by itself.
const OLD_HEADERS =
  /numpy\.core\.(?:multiarray|umath|_multiarray_umath) failed to import(?! \(auto-generated)/;

/** @returns true when the binary was built with NumPy 1.x headers */
export function isBuiltForNumpy1(symptoms: Symptoms): boolean {
  return erasOf(symptoms.facts).includes('1.x');
}

function find(symptoms: Symptoms): { hit: Hit | undefined; how: string } | undefined {
  for (const text of symptoms.texts) {
    const sizes = parseSizeComplaint(text);
    // PyArray_Descr shrank only once, from 96 to 88 bytes, in 2.0.
    if (sizes?.object !== 'numpy.dtype' || sizes.header <= sizes.runtime) continue;
    const hit = search(symptoms, /numpy\.dtype (?:size changed|has the wrong size).*/);
    return { hit, how: `${describeSizes(sizes)}: the struct changed with NumPy 2.0.` };
  }
  if (symptoms.numpyMajor !== undefined && symptoms.numpyMajor < 2) return undefined;
  const told = search(symptoms, STUB_TEXT) ?? search(symptoms, OLD_API);
  if (told) return { hit: told, how: '' };
  if (symptoms.numpyMajor === undefined) return undefined;
  const old = search(symptoms, OLD_HEADERS);
  if (old && symptoms.evidence.observation.numpy !== null) return { hit: old, how: '' };
  if (complainedInItsLoad(symptoms)) {
    return {
      hit: undefined,
      how: 'It raises an error of its own; NumPy’s complaint, which came before it, is the cause.',
    };
  }
  const silent = isBuiltForNumpy1(symptoms) && symptoms.history.kind !== 'alike';
  return silent && cannotSayMore(symptoms)
    ? {
        hit: undefined,
        how: 'The message does not say so, but the file holds the text of NumPy 1.x headers.',
      }
    : undefined;
}

/** A file for NumPy 1 failed to load, and NumPy 2 printed why: whatever the file made of the error. */
function complainedInItsLoad({ evidence, stubs, facts, culpritPath }: Symptoms): boolean {
  const { outcome, events } = evidence.observation;
  const failed = events.some(({ event, file }) => event === 'fail' && file === culpritPath);
  return outcome.kind === 'raised' && failed && stubs.length > 0 && facts?.capi.era === '1.x';
}

/** Texts that hide their cause, so that the static facts decide. */
function cannotSayMore(symptoms: Symptoms): boolean {
  const { outcome } = symptoms.evidence.observation;
  if (outcome.kind !== 'raised') return false;
  const hidden =
    /failed to import|initialization failed|without raising an exception|unreported exception|most likely due to a circular import|exception set/;
  return symptoms.history.kind === 'from' || search(symptoms, hidden) !== undefined;
}

function apply(symptoms: Symptoms): Diagnosis | undefined {
  const found = find(symptoms);
  return found && describeNp1OnNp2(symptoms, found.hit, found.how);
}

/**
 * At a call no load is under way, and C code has no frame: if only one file for NumPy 1 was loaded,
 * it is that.
 */
function onlyFileForNumpy1({ culprit, evidence }: Symptoms): Culprit | undefined {
  if (culprit.distribution !== null || culprit.module !== null) return undefined;
  const { events, phase } = evidence.observation;
  if (phase !== 'call' && !evidence.smoke) return undefined;
  const loaded = new Map(
    events
      .filter(({ event, file }) => event === 'end' && evidence.factsOf(file)?.capi.era === '1.x')
      .map(({ file, module }) => [file, module] as const),
  );
  const [first, ...more] = loaded;
  return first && more.length === 0 ? culpritOfFile(evidence, ...first) : undefined;
}

/** NumPy's own stack may name the module where the exception's does not. */
function exactCulprit({ culprit, evidence, stubs }: Symptoms): Culprit {
  if (stubs.length === 0 || (culprit.distribution !== null && culprit.module !== null)) {
    return culprit;
  }
  const told = culpritOfStub(evidence, stubs.at(-1), culprit);
  const same = culprit.distribution === null || told.distribution === culprit.distribution;
  return same ? told : culprit;
}

/** The diagnosis itself, also for a complaint that was swallowed. */
export function describeNp1OnNp2(seen: Symptoms, hit: Hit | undefined, how: string): Diagnosis {
  const only = onlyFileForNumpy1(seen);
  const culprit = only ?? exactCulprit(seen);
  const found = only !== undefined;
  const symptoms = found ? { ...seen, culprit, fault: faultOf(seen.evidence, culprit) } : seen;
  const name = nameOfBinary(culprit);
  const buildNumpy = symptoms.evidence.combination?.buildNumpy;
  const own = symptoms.fault === 'own' && buildNumpy?.startsWith('1.');
  const foreign = found ? null : foreignHeaders(symptoms);
  const headers = own ? `NumPy ${buildNumpy} headers` : 'NumPy 1.x headers';
  return diagnosis(np1OnNp2, symptoms, {
    tell: (scope) => ({
      title: found
        ? `${name} fails at a call with NumPy 2.x: it was built for NumPy 1.x`
        : cannotBeImported(nameOfFailing(culprit, symptoms, scope)),
      explanation: sentences(
        `${describeBinary(culprit)} was built with ${headers} (C ABI 1.x) and loaded under ${runningNumpy(symptoms, scope)}.`,
        `NumPy 2 has another C ABI, so ${found ? 'the first use of its C-API' : 'the import'} stops with an error instead of reading wrong memory.`,
        foreign && tellForeignHeaders(foreign),
        how,
        describeBoundary(symptoms.history, scope),
      ),
      fix: fixFor(symptoms, {
        own: foreign
          ? `${TAKE_THE_BUILDS_HEADERS} Until then declare \`numpy<2\` in \`dependencies\`.`
          : 'Build against NumPy 2: in `[build-system] requires`, ask for `numpy>=2.0` instead of a 1.x release; the result still runs on NumPy 1.x, on 1.25 and later at least (with `NPY_TARGET_VERSION` on older ones, too). Until then declare `numpy<2` in `dependencies`.',
        dependency: `Upgrade ${name} to a release whose wheels are built for NumPy 2. If there is none yet, require \`numpy<2\`${installThere(symptoms, 'numpy<2')} and report it to its maintainers.${restartNote(symptoms)}`,
      }),
    }),
    ...(found && { fault: symptoms.fault }),
    ...(foreign && { key: ['foreign headers'] }),
    culprit,
    evidence: shownBy(symptoms, hit),
    hints:
      symptoms.fault === 'dependency' && culprit.distribution
        ? { requirement: culprit.distribution, table: 'runtime' }
        : foreign
          ? { definition: true }
          : { requirement: 'numpy', table: 'build' },
  });
}

function cannotBeImported(failing: string): string {
  const verb = /^\d/.test(failing) ? 'they were' : 'it was';
  return `${failing} cannot be imported with NumPy 2.x: ${verb} built for NumPy 1.x`;
}

export const np1OnNp2: Rule = {
  id: 'np1-on-np2',
  where: WHERE.builtForNumpy1,
  name: 'Built for NumPy 1.x, loaded under NumPy 2',
  category: 'numpy-abi',
  severity: 'error',
  means:
    'The module was compiled with NumPy 1.x headers. NumPy 2.0 changed the C ABI (0x1000009 → 0x2000000), so such a binary cannot run on it. Seen as NumPy’s long text on stderr, as `_ARRAY_API not found`, as `numpy.core.multiarray failed to import`, or as Cython’s `numpy.dtype size changed … Expected 96 from C header, got 88 from PyObject`.',
  remedy:
    'Rebuild against NumPy ≥ 2.0: the result runs on 2.x and on the 1.x releases from its C-API target on. A dependency: upgrade it, or require `numpy<2` until it has a release for NumPy 2.',
  links: [
    'https://numpy.org/doc/stable/numpy_2_0_migration_guide.html',
    'https://numpy.org/doc/stable/dev/depending_on_numpy.html#numpy-2-0-specific-advice',
    'https://github.com/numpy/numpy/blob/main/numpy/core/_multiarray_umath.py',
  ],
  match: apply,
};
