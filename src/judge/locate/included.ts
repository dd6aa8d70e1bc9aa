import { enclosingFunction } from './enclosing-function.ts';
import { tableCalls } from './table-call.ts';

/** Each is looked up in the whole text, and generated headers hold thousands. */
const MOST_CALLS = 300;

/**
 * The function of NumPy's C-API that a C file calls by a function or macro of a header that it includes.
 *
 * @param text of the C file, without comments
 * @param headers all headers that it may mean, with their texts without comments
 * @returns null where it calls none, or uses no such function
 * @example
 * includedCall('#include "a.h"\nvoid f(void) { NEW(3); }', [['a.h', '#define NEW(n) PyArray_Return(n)']])
 * // 'PyArray_Return'
 */
export function includedCall(
  text: string,
  headers: readonly (readonly [file: string, text: string])[],
): string | null {
  const included = new Set(
    [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*[<"](?:[^">]*\/)?([^">/]+)[">]/gm)].map(
      ([, name]) => name,
    ),
  );
  for (const [file, header] of headers) {
    if (!included.has(file.slice(file.lastIndexOf('/') + 1))) continue;
    for (const { name, index } of tableCalls(header).slice(0, MOST_CALLS)) {
      const user = macroAt(header, index) ?? enclosingFunction(header, index);
      if (user !== null && new RegExp(String.raw`\b${user}\s*\(`).test(text)) return name;
    }
  }
  return null;
}

/** The macro in whose definition a place stands; lines that end in a backslash go on. */
function macroAt(text: string, index: number): string | null {
  const lines = text.slice(0, index).split('\n');
  const begin = lines.findLastIndex((_line, at) => !lines[at - 1]?.endsWith('\\'));
  return /^[ \t]*#[ \t]*define[ \t]+(\w+)\(/.exec(lines[begin] ?? '')?.[1] ?? null;
}
