import path from 'node:path';
import { isCompiled } from './conditions.ts';
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
      if (isUsed && isCompiled(header, index, text)) return name;
    }
  }
  return null;
}

/** The one beside the file, else all whose paths end so, else the only one that is called so. */
export function meant(file: string, name: string, headers: readonly Header[]): readonly Header[] {
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

/** The macro in whose definition a place stands; lines that end in a backslash go on. */
function macroAt(text: string, index: number): string | null {
  const lines = text.slice(0, index).split('\n');
  const begin = lines.findLastIndex((_line, at) => !lines[at - 1]?.endsWith('\\'));
  return /^[ \t]*#[ \t]*define[ \t]+(\w+)\(/.exec(lines[begin] ?? '')?.[1] ?? null;
}
