import path from 'node:path';
import { enclosingFunction } from './enclosing-function.ts';
import { tableCalls } from './table-call.ts';

/** Each is looked up in the whole text, and generated headers hold thousands. */
const MOST_CALLS = 300;

/** A header, and its text without comments. */
type Header = readonly [file: string, text: string];

/**
 * The function of NumPy's C-API that a C file calls by a function or macro of a header that it includes.
 * What a header holds only under a condition that the file does not set may be left out of it.
 *
 * @param file the C file's path
 * @param text of it, without comments
 * @param headers all headers that it may mean
 * @returns null where it calls none, or uses no such function
 * @example
 * includedCall('b.c', '#include "a.h"\nvoid f(void) { NEW(3); }', [['a.h', '#define NEW(n) PyArray_Return(n)']])
 * // 'PyArray_Return'
 */
export function includedCall(
  file: string,
  text: string,
  headers: readonly Header[],
): string | null {
  const named = [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*[<"]([^">]+)[">]/gm)];
  const included = named.flatMap(([, name = '']) => meant(file, name, headers));
  for (const [, header] of new Set(included)) {
    for (const { name, index } of tableCalls(header).slice(0, MOST_CALLS)) {
      const user = macroAt(header, index) ?? enclosingFunction(header, index);
      const isUsed = user !== null && new RegExp(String.raw`\b${user}\s*\(`).test(text);
      if (isUsed && isThere(header, index, text)) return name;
    }
  }
  return null;
}

/** The one beside the file, else all whose paths end so, else the only one that is called so. */
function meant(file: string, name: string, headers: readonly Header[]): readonly Header[] {
  const beside = path.posix.join(path.posix.dirname(file), name);
  const found = headers.find(([header]) => header === beside);
  if (found) return [found];
  const end = `/${path.posix.normalize(name).replace(/^(?:\.\.\/)+/, '')}`;
  const ending = headers.filter(([header]) => `/${header}`.endsWith(end));
  if (ending.length > 0) return ending;
  const alike = headers.filter(
    ([header]) => path.posix.basename(header) === path.posix.basename(end),
  );
  return alike.length === 1 ? alike : [];
}

function sets(text: string, macro: string): boolean {
  return new RegExp(String.raw`^[ \t]*#[ \t]*define[ \t]+${macro}\b`, 'm').test(text);
}

/** Whether a text would be compiled at a place, as far as the file that includes it decides that. */
function isThere(header: string, index: number, text: string): boolean {
  const open: (boolean | null)[] = [];
  const above = header.slice(0, index);
  const lines = above.matchAll(/^[ \t]*#[ \t]*(if|ifdef|ifndef|elif|else|endif)\b(.*)/gm);
  for (const { 1: word = '', 2: rest = '', index: at } of lines) {
    const last = open.length - 1;
    if (word === 'endif') open.pop();
    else if (word === 'else') open[last] = negated(open[last] ?? null);
    else if (word === 'elif') open[last] = open[last] === true ? false : holds(word, rest, text);
    else open.push(isGuard(header, at) ? true : holds(word, rest, text));
  }
  return !open.includes(false);
}

/** The compiler, Python or NumPy sets these, so that nothing is known of them here. */
const PREDEFINED = /^(?:_|Py|PY|NPY_|NUMPY_|MS_WIN|WIN|HAVE_)/;

/** @returns null where the sources do not say */
function holds(word: string, condition: string, text: string): boolean | null {
  const macros = (condition.match(/\b[A-Za-z_]\w*/g) ?? []).filter((one) => one !== 'defined');
  const [macro] = macros;
  if (macro === undefined) return condition.trim() !== '0';
  if (macros.some((one) => PREDEFINED.test(one))) return null;
  const isSet = macros.some((one) => sets(text, one));
  if (word === 'ifndef' || /^\s*!\s*defined\b/.test(condition)) return !isSet;
  return /[!&<>=]/.test(condition) && isSet ? null : isSet;
}

function negated(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

/** `#ifndef X` with `#define X` below it. */
function isGuard(text: string, at: number): boolean {
  return /^[ \t]*#[ \t]*(?:ifndef[ \t]+|if[ \t]+!defined[ \t]*\(?[ \t]*)(\w+)\)?[ \t]*\n\s*#[ \t]*define[ \t]+\1\b/.test(
    text.slice(at),
  );
}

/** The macro in whose definition a place stands; lines that end in a backslash go on. */
function macroAt(text: string, index: number): string | null {
  const lines = text.slice(0, index).split('\n');
  const begin = lines.findLastIndex((_line, at) => !lines[at - 1]?.endsWith('\\'));
  return /^[ \t]*#[ \t]*define[ \t]+(\w+)\(/.exec(lines[begin] ?? '')?.[1] ?? null;
}
