import { NUMPY_NONE } from '../model/combination.ts';
import type { CombinationFilter } from '../model/config.ts';
import { type SpecProblem, specProblem } from '../packaging/spec-problem.ts';
import { normaliseSpecifier } from '../packaging/specifier.ts';

const FORM =
  'Write it as python=3.12 numpy<1.26 module=pkg._x: reason (each part is optional; os=windows, os=macos or os=linux, too)';
const OPERATOR = /^(==|!=|<=|>=|~=|<|>|=)(.+)$/;

/**
 * Reads a line of `include`, `exclude` or `known-failures`.
 *
 * @example parseFilter('python=3.12 numpy<1.26: no wheels') // { python: '==3.12.*', numpy: '<1.26', … }
 */
export function parseFilter(input: string): CombinationFilter | SpecProblem {
  const text = input.trim();
  const colon = /:(?:\s|$)/.exec(text)?.index ?? -1;
  const terms = (colon < 0 ? text : text.slice(0, colon)).trim();
  const reason = colon < 0 ? '' : text.slice(colon + 1).trim();
  const found: Record<'python' | 'numpy' | 'module', string | null> = {
    python: null,
    numpy: null,
    module: null,
  };
  let os: CombinationFilter['os'];
  for (const part of terms.replaceAll(/\s*([<>=!~]=?|,)\s*/g, '$1').split(/\s+/)) {
    const system = part.startsWith('os') ? osOf(part.slice(2)) : undefined;
    if (system !== undefined) {
      os = system;
      continue;
    }
    const match = /^(python|numpy|module)(.+)$/.exec(part);
    const key = match?.[1] as keyof typeof found | undefined;
    const value = match?.[2] ?? '';
    const read =
      key === undefined
        ? undefined
        : key === 'module'
          ? moduleOf(value)
          : rangeOf(key === 'python' ? value.replace(/^(==?)pypy/, '$1') : value);
    if (key === undefined || read === undefined) {
      return specProblem(`${JSON.stringify(part)} in ${JSON.stringify(text)} cannot be read`, FORM);
    }
    found[key] = key !== 'module' && found[key] !== null ? `${found[key]},${read}` : read;
  }
  const threads = /\bpython\s*==?\s*\d+\.\d+(?:\.\d+)?t\b/.test(terms)
    ? { freeThreaded: true }
    : {};
  const pypy = /\bpython\s*==?\s*pypy/.test(terms) ? { implementation: 'pypy' as const } : {};
  const where = os === undefined ? {} : { os };
  return {
    text: terms,
    ...found,
    ...threads,
    ...pypy,
    ...where,
    reason: reason === '' ? null : reason,
  };
}

const SYSTEMS: Readonly<Record<string, string>> = {
  linux: 'linux',
  windows: 'windows',
  win32: 'windows',
  macos: 'macos',
  darwin: 'macos',
};

/** `=windows`, `!=linux`, `=macos-arm64,windows`: systems by name, or whole platforms. */
function osOf(value: string): CombinationFilter['os'] {
  const [, operator = '', written = ''] = /^(==?|!=)(.+)$/.exec(value.toLowerCase()) ?? [];
  const names = written.split(',').map((name) => {
    const [system = '', ...machine] = name.split('-');
    const known = Object.hasOwn(SYSTEMS, system) ? SYSTEMS[system] : undefined;
    return known === undefined ? undefined : [known, ...machine].join('-');
  });
  return operator === '' || names.includes(undefined)
    ? undefined
    : { is: operator !== '!=', names: names.flatMap((name) => name ?? []) };
}

function moduleOf(value: string): string | undefined {
  return /^==?([^\s=]+)$/.exec(value)?.[1];
}

/** `=3.12` names a series as a user means it; `=3.12.1` a release; `>=3.9,<3.12` a range. */
function rangeOf(value: string): string | undefined {
  if (value === `=${NUMPY_NONE}` || value === `==${NUMPY_NONE}`) {
    return NUMPY_NONE;
  }
  const clauses = value.split(',').map((clause) => {
    const [, operator, written = ''] = OPERATOR.exec(clause) ?? [];
    const version = written.replace(/(?<=\d)t$/, '');
    const series = /^\d+(?:\.\d+)?$/.test(version);
    if (operator === '=' || (operator === '==' && series)) {
      return `==${version}${series ? '.*' : ''}`;
    }
    return clause;
  });
  const specifier = normaliseSpecifier(clauses.join(','));
  return specifier === '' ? undefined : specifier;
}
