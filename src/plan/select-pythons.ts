import { compare } from '@renovatebot/pep440';
import type { PythonSpec } from '../model/python-spec.ts';
import type { IndexProject } from '../packaging/index-project.ts';
import type { Interpreter, InterpreterSource } from '../packaging/interpreter.ts';
import { minorOf } from '../packaging/minor.ts';
import { OLDEST_MINOR, pythonLabel } from '../packaging/python-name.ts';
import { type SpecProblem, specProblem } from '../packaging/spec-problem.ts';
import { admitsMinor, admitsPython, allows, releaseSegment } from '../packaging/specifier.ts';
import type { ChosenPython } from './chosen-python.ts';

export interface SelectInput {
  readonly specs: readonly PythonSpec[];
  /** What was found on this machine. */
  readonly available: readonly Interpreter[];
  /** What a `path` spec's interpreter says of itself, by the spec's text. */
  readonly explicit: ReadonlyMap<string, Interpreter>;
  /** Of the subject; null when it declares none. */
  readonly requiresPython: string | null;
  /** CPython 3 minors that exist (`knownMinors`). */
  readonly known: readonly number[];
}

/** A Python that was wanted and is not here: the shell may install it and select again. */
export interface MissingPython {
  readonly label: string;
  /** What to ask `uv python install` for. */
  readonly request: string;
  /** A sentence for the plan when it can't be had. */
  readonly reason: string;
  /** Named by the user, not only allowed by a range or the metadata. */
  readonly named: boolean;
}

export interface Selection {
  /** Ascending, without duplicates. */
  readonly chosen: readonly ChosenPython[];
  readonly missing: readonly MissingPython[];
  readonly problems: readonly SpecProblem[];
}

/**
 * The CPython minors that exist, as the tags of NumPy's wheels and the machine's interpreters say.
 *
 * @example knownMinors(numpy, interpreters) // [8, 9, 10, 11, 12, 13, 14, 15]
 */
export function knownMinors(
  numpy: IndexProject,
  available: readonly Interpreter[],
): readonly number[] {
  const minors = new Set<number>();
  for (const { tags } of numpy.files) {
    for (const tag of tags) {
      const minor = /^cp3(\d+)-cp3\1/.exec(tag)?.[1];
      if (minor !== undefined) {
        minors.add(Number(minor));
      }
    }
  }
  for (const { version, implementation } of available) {
    if (implementation === 'cpython' && version.startsWith('3.')) {
      minors.add(minorNumber(version));
    }
  }
  return [...minors].filter((minor) => minor >= OLDEST_MINOR).sort((a, b) => a - b);
}

/** A minor (or one release) of one kind of Python that a spec asks for. */
interface Wish {
  readonly implementation: string;
  readonly freeThreaded: boolean;
  /** `3.11`, or `3.11.7` for one release. */
  readonly version: string;
  readonly prerelease: boolean;
  readonly named: boolean;
  /** Releases to take first where several patches are there. */
  readonly preferred: string;
}

/** Specs × interpreters → the Pythons to plan, and those to look for elsewhere. */
export function selectPythons(input: SelectInput): Selection {
  const found = new Map<string, Interpreter>();
  const missing = new Map<string, MissingPython>();
  const problems: SpecProblem[] = [];
  for (const spec of input.specs) {
    if (spec.kind === 'path') {
      const interpreter = input.explicit.get(spec.text);
      if (interpreter === undefined) {
        problems.push(noInterpreterAt(spec.text));
      } else {
        found.set(identity(interpreter), interpreter);
      }
      continue;
    }
    const wishes = wishesOf(spec, input);
    if ('kind' in wishes) {
      problems.push(wishes);
      continue;
    }
    for (const wish of wishes) {
      const interpreter = choose(wish, input.available);
      if (interpreter === undefined) {
        const entry = missingOf(wish, input.available);
        const earlier = missing.get(entry.label);
        missing.set(entry.label, earlier?.named ? earlier : entry);
      } else if (!found.has(identity(interpreter))) {
        found.set(identity(interpreter), interpreter);
      }
    }
  }
  return {
    chosen: labelled([...found.values()].sort(byAge)),
    missing: [...missing.values()],
    problems,
  };
}

function wishesOf(
  spec: Exclude<PythonSpec, { kind: 'path' }>,
  input: SelectInput,
): readonly Wish[] | SpecProblem {
  const wish = (minor: number, preferred: string, named: boolean): Wish => ({
    implementation: 'cpython',
    freeThreaded: false,
    version: `3.${minor}`,
    prerelease: false,
    named,
    preferred,
  });
  switch (spec.kind) {
    case 'auto': {
      const required = input.requiresPython;
      const minors = input.known.filter((minor) => admitsMinor(required, 3, minor));
      return minors.length === 0
        ? specProblem(
            `no Python that can be tested satisfies requires-python ${JSON.stringify(required)}`,
            `Known here: ${minorList(input.known)}. Correct requires-python, or name a Python`,
          )
        : minors.map((minor) => wish(minor, required ?? '', false));
    }
    case 'range': {
      const minors = input.known.filter((minor) => admitsMinor(spec.specifier, 3, minor));
      return minors.length === 0
        ? unknown(spec.text, input.known)
        : minors.map((minor) => wish(minor, spec.specifier, false));
    }
    case 'newest': {
      const here = input.available
        .filter(({ implementation, freeThreaded }) => implementation === 'cpython' && !freeThreaded)
        .filter(({ version }) => !isPrerelease(version) && minorNumber(version) >= OLDEST_MINOR)
        .map(({ version }) => minorNumber(version));
      const newest = here.length > 0 ? Math.max(...here) : input.known.at(-1);
      return newest === undefined ? unknown(spec.text, input.known) : [wish(newest, '', false)];
    }
    case 'minor': {
      const { implementation, freeThreaded, prerelease } = spec;
      const last = input.known.at(-1) ?? 0;
      // The next minor is in development before any wheel of NumPy is built for it.
      const exists = input.known.includes(spec.minor) || (prerelease && spec.minor === last + 1);
      if (implementation === 'cpython' && !exists) {
        return unknown(spec.text, input.known);
      }
      return [{ ...wish(spec.minor, '', true), implementation, freeThreaded, prerelease }];
    }
    case 'exact': {
      const minor = minorNumber(spec.version);
      if (!input.known.includes(minor) && !isPrerelease(spec.version)) {
        return unknown(spec.text, input.known);
      }
      const { version, freeThreaded } = spec;
      return [{ ...wish(minor, '', true), version, freeThreaded, prerelease: true }];
    }
    default:
      return spec satisfies never;
  }
}

const SOURCES: readonly InterpreterSource[] = ['explicit', 'tool-cache', 'pyenv', 'path', 'uv'];

/** The newest patch; of equal ones the one found first in the order of search. */
function choose(wish: Wish, available: readonly Interpreter[]): Interpreter | undefined {
  const fitting = ofKind(wish, available).filter(
    ({ version }) => wish.prerelease || !isPrerelease(version),
  );
  const preferred = fitting.filter(({ version }) => admitsPython(wish.preferred, version));
  const pool = preferred.length > 0 ? preferred : fitting;
  return pool.toSorted(
    (a, b) =>
      compare(b.version, a.version) || SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source),
  )[0];
}

function ofKind(wish: Wish, available: readonly Interpreter[]): readonly Interpreter[] {
  const isMinor = /^\d+\.\d+$/.test(wish.version);
  return available.filter(
    ({ implementation, freeThreaded, version }) =>
      implementation === wish.implementation &&
      freeThreaded === wish.freeThreaded &&
      (isMinor ? minorOf(version) === wish.version : allows(`==${wish.version}`, version)),
  );
}

function missingOf(wish: Wish, available: readonly Interpreter[]): MissingPython {
  const label = pythonLabel(wish, !/^\d+\.\d+$/.test(wish.version));
  const early = ofKind(wish, available)[0];
  const reason =
    early === undefined
      ? `Python ${label} is not available here`
      : `only a pre-release of Python ${label} is available here (${early.version}): ask for ${label}-dev to test it`;
  const prefix = wish.implementation === 'cpython' ? '' : wish.implementation;
  const request = `${prefix}${wish.version}${wish.freeThreaded ? 't' : ''}`;
  return { label, request, reason, named: wish.named };
}

/** Two patch releases of one minor are told apart by their full versions. */
function labelled(interpreters: readonly Interpreter[]): readonly ChosenPython[] {
  const counts = new Map<string, number>();
  for (const interpreter of interpreters) {
    const label = pythonLabel(interpreter);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return interpreters.map((interpreter) => {
    const short = pythonLabel(interpreter);
    return {
      label: (counts.get(short) ?? 0) > 1 ? pythonLabel(interpreter, true) : short,
      interpreter,
    };
  });
}

function byAge(a: Interpreter, b: Interpreter): number {
  const rank = ({ implementation }: Interpreter) => (implementation === 'cpython' ? 0 : 1);
  return (
    rank(a) - rank(b) ||
    compare(a.version, b.version) ||
    Number(a.freeThreaded) - Number(b.freeThreaded)
  );
}

function identity({ implementation, version, freeThreaded }: Interpreter): string {
  return `${implementation} ${version} ${freeThreaded}`;
}

function minorNumber(version: string): number {
  return Number(version.split('.')[1]);
}

function isPrerelease(version: string): boolean {
  return releaseSegment(version) !== version.replace(/\+.*$/, '');
}

function unknown(text: string, known: readonly number[]): SpecProblem {
  return specProblem(`Python ${text} does not exist`, `Known here: ${minorList(known)}`);
}

function minorList(known: readonly number[]): string {
  return known.map((minor) => `3.${minor}`).join(', ');
}

function noInterpreterAt(path: string): SpecProblem {
  return specProblem(
    `${JSON.stringify(path)} is no Python interpreter`,
    'Give the path of an executable that prints its version with --version',
  );
}
