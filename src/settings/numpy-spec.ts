import { valid } from '@renovatebot/pep440';
import type { NumpySpec } from '../model/numpy-spec.ts';
import { type SpecProblem, specProblem } from '../packaging/spec-problem.ts';
import { normaliseSpecifier } from '../packaging/specifier.ts';
import { suggest } from './suggest.ts';

const WORDS = [
  'auto',
  'oldest',
  'latest',
  'prerelease',
  'nightly',
  'edges',
  'spec0',
  'none',
] as const;

/**
 * Reads one NumPy as users write it. Whether such a release exists is for the index to say.
 *
 * @returns the spec, or what is wrong with it
 * @example parseNumpySpec('1.26') // { kind: 'minor', text: '1.26', major: 1, minor: 26 }
 */
export function parseNumpySpec(input: string): NumpySpec | SpecProblem {
  const text = input.trim();
  const word = WORDS.find((candidate) => candidate === text.toLowerCase());
  if (word !== undefined) {
    return { kind: word, text };
  }
  // `numpy==1.26.4` and `==1.26.4` say what `1.26.4` says.
  const bare = text.replace(/^numpy(?=\s*[<>=!~\d])\s*/i, '');
  const minor = /^(?:==\s*)?(\d+)\.(\d+)(?:\.[x*])?$/.exec(bare);
  if (minor !== null && !/^==\s*\d+\.\d+$/.test(bare)) {
    return { kind: 'minor', text, major: Number(minor[1]), minor: Number(minor[2]) };
  }
  const major = /^(?:==\s*)?(\d+)(?:\.[x*])?$/.exec(bare);
  if (major !== null) {
    return { kind: 'range', text, specifier: `==${major[1]}.*` };
  }
  const exact = /^(?:={2,3}\s*)?(\d[^\s,]*)$/.exec(bare)?.[1];
  const version = exact === undefined ? null : valid(exact);
  if (version !== null) {
    return { kind: 'exact', text, version };
  }
  const specifier = /^[<>=!~]/.test(bare) ? normaliseSpecifier(bare) : undefined;
  if (specifier === undefined || specifier === '') {
    return specProblem(
      `NumPy ${JSON.stringify(text)} cannot be read`,
      meant(text) ?? `Use for example 1.26, 2.0.2, ">=1.23,<2.3" or one of ${WORDS.join(', ')}`,
    );
  }
  return { kind: 'range', text, specifier };
}

function meant(text: string): string | undefined {
  const word = suggest(text, WORDS);
  return word === undefined ? undefined : `Did you mean ${word}?`;
}
