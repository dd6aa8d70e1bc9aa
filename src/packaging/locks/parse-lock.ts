import { baseName } from '../base-name.ts';
import type { Lock } from './lock.ts';
import { parsePdmLock } from './pdm-lock.ts';
import { parsePipfileLock } from './pipfile-lock.ts';
import { parsePoetryLock } from './poetry-lock.ts';
import { parsePylock } from './pylock.ts';
import { parseRequirementsFile } from './requirements-file.ts';
import { parseUvLock } from './uv-lock.ts';

type Parser = (text: string, file: string) => Lock;

/** File names of locks, and who reads them. */
const PARSERS: readonly (readonly [RegExp, Parser])[] = [
  // A script's lock of uv lies beside it.
  [/^uv\.lock$|\.py\.lock$/, parseUvLock],
  [/^poetry\.lock$/, parsePoetryLock],
  [/^pdm(?:\..+)?\.lock$/, parsePdmLock],
  [/^Pipfile\.lock$/i, parsePipfileLock],
  [/^pylock(?:\..+)?\.toml$/, parsePylock],
  [/\.(?:txt|in)$|^requirements[^/]*\.lock$/i, parseRequirementsFile],
];

/** What shows whose a lock is that is called otherwise: `deps/py311.lock`. */
const FORMS: readonly (readonly [RegExp, Parser])[] = [
  [/^\[\[packages\]\]/m, parsePylock],
  [/^lock_version\s*=/m, parsePdmLock],
  [/^(?:content-hash|lock-version)\s*=/m, parsePoetryLock],
  [/^\[\[package\]\]/m, parseUvLock],
  [/^\s*"pipfile-spec"\s*:/m, parsePipfileLock],
];

/** Whether a file's name is that of a lock or requirements file. */
export function isLockName(path: string): boolean {
  return parserOf(path) !== undefined;
}

/**
 * Reads a lock or requirements file of any of the known tools.
 *
 * @param file as the user named it; its name decides
 * @throws {Error} when the text is no such file
 */
export function parseLock(text: string, file: string): Lock {
  const parser = parserOf(file);
  if (parser === undefined)
    throw new Error(`${JSON.stringify(file)} is no lock file that is known`);
  return parser(text, file);
}

/**
 * Reads a tool's lock under any name: where the name does not tell, the text does.
 *
 * @returns null for what is none: a requirements file, or something else
 * @throws {Error} when a lock cannot be read
 */
export function parseToolLock(text: string, file: string): Lock | null {
  const form = FORMS.find(([pattern]) => pattern.test(text))?.[1];
  const parser = parserOf(file) ?? form;
  return parser === undefined || parser === parseRequirementsFile ? null : parser(text, file);
}

function parserOf(path: string): Parser | undefined {
  const name = baseName(path);
  return PARSERS.find(([pattern]) => pattern.test(name))?.[1];
}
