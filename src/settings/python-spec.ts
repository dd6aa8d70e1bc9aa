import type { PythonSpec } from '../model/python-spec.ts';
import { OLDEST_MINOR } from '../packaging/python-name.ts';
import { type SpecProblem, specProblem } from '../packaging/spec-problem.ts';
import { normaliseSpecifier } from '../packaging/specifier.ts';
import { suggest } from './suggest.ts';

const ACCEPTED =
  'Use for example 3.12, 3.12.4, 3.x, ">=3.10,<3.14", 3.14t, 3.15-dev, pypy3.10, auto or a path';

/** semver's and setup-python's spelling of a pre-release (`-rc.2`) or PEP 440's (`rc2`). */
const EXACT =
  /^(?<release>\d+\.\d+\.\d+)(?:[-.]?(?<phase>alpha|beta|rc|a|b)[-.]?(?<number>\d+))?(?<threads>-?t)?$/;
const MINOR =
  /^(?<major>\d+)\.(?<minor>\d+)(?:\.[x*])?(?<threads>-?t|-freethreaded)?(?<dev>-dev)?$/;
const PYPY = /^pypy-?(?<major>\d+)\.(?<minor>\d+)$/;
const PHASES: Readonly<Record<string, string>> = { alpha: 'a', beta: 'b' };

/**
 * Reads one Python as users of actions/setup-python write it.
 *
 * @returns the spec, or what is wrong with it
 * @example parsePythonSpec('3.13t') // { kind: 'minor', major: 3, minor: 13, freeThreaded: true, … }
 */
export function parsePythonSpec(input: string): PythonSpec | SpecProblem {
  const text = input.trim();
  const lower = text.toLowerCase();
  if (lower === 'auto') {
    return { kind: 'auto', text };
  }
  if (isPath(text)) {
    return { kind: 'path', text, path: text };
  }
  const newest = /^(?:(\d+)(?:\.[x*])?|[x*])$/.exec(lower);
  if (newest !== null) {
    return newestOf(text, Number(newest[1] ?? 3));
  }
  return (
    parsePyPy(text, lower) ?? parseMinor(text, lower) ?? parseExact(text, lower) ?? parseRange(text)
  );
}

function isPath(text: string): boolean {
  return (
    /[/\\]/.test(text) || /^\.{1,2}$/.test(text) || text.startsWith('~/') || /\.exe$/i.test(text)
  );
}

function newestOf(text: string, major: number): PythonSpec | SpecProblem {
  return major === 3 ? { kind: 'newest', text, major } : unsupportedMajor(text);
}

function unsupportedMajor(text: string): SpecProblem {
  return specProblem(
    `Python ${text} is not supported: CPython 3.${OLDEST_MINOR} and newer can be tested`,
    ACCEPTED,
  );
}

function parsePyPy(text: string, lower: string): PythonSpec | SpecProblem | undefined {
  if (!/^(?:pypy|graal)/.test(lower)) {
    return undefined;
  }
  const groups = PYPY.exec(lower)?.groups;
  if (groups === undefined) {
    return lower.startsWith('graal')
      ? specProblem(`Python ${text} is not supported by name`, 'Give the path of its interpreter')
      : specProblem(
          `Python ${text} cannot be read`,
          'Write PyPy as pypy3.10, or give the path of its interpreter',
        );
  }
  return {
    kind: 'minor',
    text,
    implementation: 'pypy',
    major: Number(groups['major']),
    minor: Number(groups['minor']),
    freeThreaded: false,
    prerelease: false,
  };
}

function parseMinor(text: string, lower: string): PythonSpec | SpecProblem | undefined {
  const groups = MINOR.exec(lower)?.groups;
  if (groups === undefined) {
    return undefined;
  }
  const [major, minor] = [Number(groups['major']), Number(groups['minor'])];
  const freeThreaded = groups['threads'] !== undefined;
  return (
    checkRelease(text, major, minor, freeThreaded) ?? {
      kind: 'minor',
      text,
      implementation: 'cpython',
      major,
      minor,
      freeThreaded,
      prerelease: groups['dev'] !== undefined,
    }
  );
}

function parseExact(text: string, lower: string): PythonSpec | SpecProblem | undefined {
  const groups = EXACT.exec(lower)?.groups;
  if (groups === undefined) {
    return undefined;
  }
  const { release = '', phase, number = '' } = groups;
  const [major = 0, minor = 0] = release.split('.').map(Number);
  const freeThreaded = groups['threads'] !== undefined;
  const version = phase === undefined ? release : `${release}${PHASES[phase] ?? phase}${number}`;
  return (
    checkRelease(text, major, minor, freeThreaded) ?? { kind: 'exact', text, version, freeThreaded }
  );
}

function checkRelease(
  text: string,
  major: number,
  minor: number,
  freeThreaded: boolean,
): SpecProblem | undefined {
  if (text === '3.1' || text === '3.2') {
    return specProblem(
      `Python ${text} does not exist`,
      `Did you write ${text}0 without quotes in YAML? Use "${text}0".`,
    );
  }
  if (major !== 3 || minor < OLDEST_MINOR) {
    return unsupportedMajor(text);
  }
  return freeThreaded && minor < 13
    ? specProblem(
        `Python ${text} does not exist: free-threaded builds begin with CPython 3.13`,
        'Use 3.13t or newer',
      )
    : undefined;
}

function parseRange(text: string): PythonSpec | SpecProblem {
  const looksLikeRange = /^[<>=!~]/.test(text) && !/^~[^=]/.test(text);
  const specifier = looksLikeRange ? normaliseSpecifier(text) : undefined;
  return specifier === undefined || specifier === ''
    ? specProblem(`Python ${JSON.stringify(text)} cannot be read`, meant(text) ?? ACCEPTED)
    : { kind: 'range', text, specifier };
}

/** `python3.12`, `py312`, `cp313t`: the version in the name of a program or of a tag. */
const NAMED = /^(?:c?python|py|cp)[-_ ]?(?<major>3)\.?(?<rest>\d+(?:\.\d+)?t?)(?:\.exe)?$/i;

function meant(text: string): string | undefined {
  const groups = NAMED.exec(text)?.groups;
  if (groups !== undefined) return `Did you mean ${groups['major']}.${groups['rest']}?`;
  if (/^python3?(?:\.exe)?$/i.test(text)) return 'Did you mean 3.x, the newest Python 3?';
  return suggest(text, ['auto']) === undefined ? undefined : 'Did you mean auto?';
}
