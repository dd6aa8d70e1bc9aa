import { NUMPY_HEADER } from './code-of.ts';
import { isGuard } from './conditions.ts';

/** The table of NumPy's C-API through which a file calls. */
export interface Table {
  /** What all files call it that share it; null for one of the file's own. */
  readonly symbol: string | null;
  /** Whether another file holds it, without which the module could not be loaded. */
  readonly isExtern: boolean;
  /** Whether the file sets a symbol below the include, where it says nothing any more. */
  readonly isLate: boolean;
}

const DIRECTIVE = /^[ \t]*#[ \t]*(include|define|undef|if|ifdef|ifndef|endif)\b[ \t]*(.*)$/gm;

/**
 * Which table NumPy's header makes for a file: what counts is what is defined above its include.
 *
 * @param text without comments, with the headers that it includes
 * @returns null where the file does not include NumPy's header, or a condition decides
 * @example tableOf('#define PY_ARRAY_UNIQUE_SYMBOL a\n#include <numpy/arrayobject.h>')?.symbol // 'a'
 */
export function tableOf(text: string): Table | null {
  const conditions: boolean[] = [];
  let symbol: string | null = null;
  let isExtern = false;
  let isIncluded = false;
  let isLate = false;
  for (const { 0: line, 1: word = '', 2: rest = '', index } of text.matchAll(DIRECTIVE)) {
    if (word === 'endif') conditions.pop();
    if (word.startsWith('if')) conditions.push(!isGuard(text, index));
    const told = /^(PY_ARRAY_UNIQUE_SYMBOL|NO_IMPORT(?:_ARRAY)?)\b[ \t]*(\w*)/.exec(rest);
    const isNumpy = word === 'include' && NUMPY_HEADER.test(line);
    if (!told && !isNumpy) continue;
    if (!isNumpy && word !== 'define' && word !== 'undef') continue;
    if (word === 'undef' || conditions.includes(true)) return null;
    if (isNumpy) isIncluded = true;
    else if (isIncluded) isLate = true;
    else if (told?.[1] === 'PY_ARRAY_UNIQUE_SYMBOL') symbol = told[2] ?? '';
    else isExtern = true;
  }
  if (!isIncluded) return null;
  return { symbol, isExtern, isLate };
}
