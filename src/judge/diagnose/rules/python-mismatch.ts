import { WHERE } from '../../../model/look.ts';
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

function rebuild(symptoms: Symptoms): string {
  return fixFor(symptoms, {
    own: 'Build one wheel per Python, with the tag of that Python in the file name (or a true abi3 build: `Py_LIMITED_API` set to the oldest Python).',
    dependency: `Install a wheel of ${nameOf(symptoms.culprit)} that was built for this Python (reinstall without cache, or upgrade).`,
  });
}

/**
 * A module that was built for another Python: one fix, whatever tells it; a warning where it was
 * imported all the same.
 */
export function mismatch(
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

/** What brought a slot's number. CPython Include/moduleobject.h; 3.15 numbers all of them anew. */
function broughtBy(slot: number): string | null {
  if (slot === 3) return '3.12';
  if (slot === 4) return '3.13';
  return slot >= 5 && slot < 200 ? '3.15' : null;
}

export const pyUnknownSlot: Rule = {
  id: 'py-mismatch.slot',
  where: WHERE.definition,
  name: 'The module asks for what only a newer Python knows (a slot)',
  category: 'python-abi',
  severity: 'error',
  means:
    'A module that is initialised in several phases lists what it wants in slots. One of them has a number that this Python does not know: `Py_mod_multiple_interpreters` came with 3.12, `Py_mod_gil` with 3.13, and 3.15 numbers all of them anew.',
  remedy:
    'Build it with the headers of the oldest Python that loads it, or set `Py_LIMITED_API` to that Python; put newer slots behind `#if PY_VERSION_HEX`.',
  links: ['https://docs.python.org/3/c-api/module.html'],
  match(symptoms) {
    const hit = search(
      symptoms,
      /module \S+ uses unknown slot ID (\d+)|unknown module slot ID (\d+)/,
    );
    if (!hit) return undefined;
    const slot = Number(hit.match[1] ?? hit.match[2]);
    const since = broughtBy(slot);
    return mismatch(
      pyUnknownSlot,
      symptoms,
      hit,
      { facts: { slot } },
      `${nameOf(symptoms.culprit)} was compiled for ${since === null ? 'another' : 'a newer'} Python`,
      `${describeCulprit(symptoms.culprit)} uses the module slot ${slot}, which ${since === null ? 'this Python does not know' : `came with Python ${since}`}.`,
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
