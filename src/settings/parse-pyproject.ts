import { parse, TomlError } from 'smol-toml';
import { isRecord } from '../packaging/parsed-value.ts';
import { tomlPositions } from '../packaging/pyproject/toml-positions.ts';
import { tomlProblem } from '../packaging/pyproject/toml-problem.ts';
import type { Given, Layer } from './given.ts';
import { type Option, shownPreset } from './option.ts';
import { OPTIONS } from './options.ts';
import type { Problem } from './problem.ts';
import { suggest } from './suggest.ts';
import { nearMisses } from './table-name.ts';

/** The table of pyproject.toml that is ours. */
const TABLE = ['tool', 'numpy-abi-matrix'] as const;

/**
 * Reads `[tool.numpy-abi-matrix]`.
 *
 * @param text the file's text
 * @param file how messages name it
 * @example parsePyproject('[tool.numpy-abi-matrix]\njobs = 2', 'pyproject.toml').given[0]?.texts
 * // ['2']
 */
export function parsePyproject(text: string, file: string): Layer {
  let document: unknown;
  try {
    document = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { given: [], problems: [syntaxProblem(error, text, file)] };
  }
  const table = TABLE.reduce<unknown>(
    (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    document,
  );
  const positions = tomlPositions(text);
  const misnamed = nearMisses(document).map((path) => {
    const at = positions.find((one) => one.path.join('\0').startsWith(path.join('\0')));
    return {
      where: `${file} line ${at?.line ?? 1}`,
      message: `Nothing reads the table [${path.join('.')}]`,
      remedy: `Did you mean [${TABLE.join('.')}]?`,
    };
  });
  if (table === undefined) return { given: [], problems: misnamed };
  const lineOf = (...path: readonly string[]) => {
    const joined = [...TABLE, ...path].join('\0');
    // Also by what stands in it: `[[tool.x]]` and `key.more = 1` have no line of their own.
    return positions.find((one) => `${one.path.join('\0')}\0`.startsWith(`${joined}\0`))?.line ?? 1;
  };
  if (!isRecord(table)) {
    const where = `${file} line ${lineOf()}`;
    return {
      given: [],
      problems: [
        {
          where,
          message: 'tool.numpy-abi-matrix is not a table',
          remedy: 'Write [tool.numpy-abi-matrix]',
        },
      ],
    };
  }
  const read = Object.entries(table).map(([key, value]) => readKey(key, value, file, lineOf(key)));
  return {
    given: read.flatMap((one) => ('texts' in one ? [one] : [])),
    problems: [...misnamed, ...read.flatMap((one) => ('texts' in one ? [] : [one]))],
  };
}

function syntaxProblem(error: TomlError, text: string, file: string): Problem {
  const { message, remedy } = tomlProblem(error, text);
  const [, place = `line ${error.line}`, what = message] =
    /^pyproject\.toml ([^:]*): (.*)$/s.exec(message) ?? [];
  return { where: `${file} ${place}`, message: what, remedy };
}

function readKey(key: string, value: unknown, file: string, line: number): Given | Problem {
  const where = `${file} line ${line}, ${key}`;
  const option = OPTIONS.find((one) => one.name === key);
  if (option === undefined || !option.pyproject) {
    return notHere(where, key, option);
  }
  const texts = textsOf(option, value);
  if (texts === undefined) {
    return { where, message: `It is ${describe(value)}`, remedy: `Write ${exampleOf(option)}` };
  }
  return { name: key, texts, provenance: { kind: 'pyproject', file, line } };
}

function notHere(where: string, key: string, option: Option | undefined): Problem {
  if (option !== undefined) {
    return {
      where,
      message: 'It is for one run, not for pyproject.toml',
      remedy: 'Give it as a flag or as an input of the action',
    };
  }
  const known = OPTIONS.filter((one) => one.pyproject);
  // A flag's name is a hint, too: `python` and `pythons` mean python-version.
  const names = new Map(
    known.flatMap(({ name, flag }) => [[name, name] as const, [flag ?? name, name] as const]),
  );
  const near = names.get(suggest(key, [...names.keys()]) ?? '');
  const remedy = near === undefined ? 'See the README for the keys' : `Did you mean ${near}?`;
  return { where, message: 'There is no such key', remedy };
}

/** The value as the texts that a flag would have; undefined when its type does not fit. */
function textsOf(option: Option, value: unknown): readonly string[] | undefined {
  switch (option.kind.type) {
    case 'boolean':
      return typeof value === 'boolean' ? [String(value)] : undefined;
    case 'integer':
    case 'number':
      return typeof value === 'number' ? [String(value)] : undefined;
    case 'duration':
      return typeof value === 'number' || typeof value === 'string' ? [String(value)] : undefined;
    case 'list': {
      const list = Array.isArray(value) ? value : [value];
      return list.every((one) => typeof one === 'string') ? list : undefined;
    }
    default:
      return typeof value === 'string' ? [value] : undefined;
  }
}

function describe(value: unknown): string {
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string')
      ? 'a list'
      : 'a list of other things than strings';
  return isRecord(value) ? 'a table' : `the ${typeof value} ${String(value)}`;
}

function exampleOf(option: Option): string {
  const { kind, name } = option;
  if (kind.type === 'list') {
    const quoted =
      kind.of === 'python' ? '["3.10", "3.12"]' : kind.of === 'numpy' ? '["1.26", "2.0"]' : '["…"]';
    return `a list of strings: ${name} = ${quoted}`;
  }
  if (kind.type === 'boolean') return `${name} = true or ${name} = false`;
  if (kind.type === 'integer' || kind.type === 'number' || kind.type === 'duration') {
    return `a number: ${name} = ${shownPreset(option).replace(/\D.*$/, '') || '1'}`;
  }
  return `a string: ${name} = "${kind.type === 'choice' ? (kind.values[0] ?? '') : '…'}"`;
}
