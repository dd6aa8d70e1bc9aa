import path from 'node:path';
import type { SmokeCode } from '../model/config.ts';
import type { Files } from '../model/ports.ts';
import type { SpecProblem } from '../packaging/spec-problem.ts';
import { parseFilter } from './filter-line.ts';
import { parseNumpySpec } from './numpy-spec.ts';
import type { Kind, ListOf } from './option.ts';
import { parsePythonSpec } from './python-spec.ts';
import { type Read, readBoolean, readChoice, readNumber, wrong } from './read-value.ts';
import { parseShard } from './shard.ts';
import { smokeSource } from './smoke-source.ts';

/** Where a text was written. */
export interface Place {
  /** Absolute; what relative paths start at. */
  readonly base: string;
  readonly files: Files;
  /** On the command line, where `smoke` holds no code. */
  readonly flag: boolean;
}

/** One text as a value of a kind; of a list, one item. */
export async function readText(kind: Kind, raw: string, place: Place): Promise<Read<unknown>> {
  const text = raw.trim();
  switch (kind.type) {
    case 'boolean':
      return readBoolean(text);
    case 'choice':
      return readChoice(text, kind.values);
    case 'integer':
    case 'number':
    case 'duration':
      return readNumber(text, kind);
    case 'text':
      return right(text === '' ? undefined : text);
    case 'path':
      return text === '' ? right(undefined) : pathOf(text, kind.dash, place);
    case 'numpy':
      return parsed(parseNumpySpec(text));
    case 'script':
      return readScript(raw, place);
    case 'shard':
      return readShard(text);
    case 'list':
      return readItem(kind.of, text, place);
  }
}

async function readItem(of: ListOf, text: string, place: Place): Promise<Read<unknown>> {
  switch (of) {
    case 'text':
      return right(text);
    case 'path':
      if (text !== '-') return right(path.resolve(place.base, text));
      return wrong(
        '- is no path',
        'Give the path of a file or folder; ./- is one that is called so. For a list of packages on standard input, audit with --requirements -',
      );
    case 'place':
      return right(/^[a-z+]+:\/\//i.test(text) ? text : path.resolve(place.base, text));
    case 'file':
      return readableFile(path.resolve(place.base, text), place);
    case 'python': {
      const spec = parsePythonSpec(text);
      const named = spec.kind === 'path';
      return parsed(named ? { ...spec, path: path.resolve(place.base, spec.path) } : spec);
    }
    case 'numpy':
      return parsed(parseNumpySpec(text));
    case 'filter':
      return parsed(parseFilter(text));
  }
}

function pathOf(text: string, dash: boolean, { base }: Place): Read<string> {
  if (text !== '-') return right(path.resolve(base, text));
  if (dash) return right(text);
  return wrong(
    '- is no path, and standard output is for --json and --json-lines alone',
    'Give the path of a file; ./- is one that is called so',
  );
}

async function readableFile(file: string, { files }: Place): Promise<Read<string>> {
  const found = await files.readText(file, 1);
  if (found !== undefined) return right(file);
  return wrong(
    `There is no readable file ${file}`,
    'Check the path; relative ones start at the working directory, and what comes out of a pipe, as <(…) does, must be in a file',
  );
}

/** A flag names a file; only an input or pyproject.toml may hold code. */
async function readScript(text: string, { base, files, flag }: Place): Promise<Read<SmokeCode>> {
  const source = smokeSource(text);
  if (source.kind === 'code') return right({ code: source.code, name: '<smoke>', file: null });
  const file = path.resolve(base, source.path);
  const code = await files.readText(file);
  if (code !== undefined) return right({ code, name: source.path, file });
  if (source.elseCode && !flag) {
    return right({ code: `${source.path}\n`, name: '<smoke>', file: null });
  }
  return wrong(
    `There is no readable file ${file}`,
    'Check the path; it is relative to the working directory, and what comes out of a pipe, as <(…) does, must be in a file',
  );
}

function readShard(text: string): Read<unknown> {
  const shard = parseShard(text);
  if (shard !== undefined) return right(shard);
  return wrong(`It is I/N, the I-th of N parts, not ${text}`, 'Write for example 3/10');
}

function right<T>(value: T): Read<T> {
  return { ok: true, value };
}

function parsed<T extends object>(value: T | SpecProblem): Read<T> {
  return isProblem(value) ? wrong(value.message, value.remedy) : right(value);
}

function isProblem<T extends object>(value: T | SpecProblem): value is SpecProblem {
  return 'kind' in value && value.kind === 'problem';
}
