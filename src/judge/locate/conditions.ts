/**
 * Whether C code is compiled, as far as the conditions around it tell: what the compiler, Python or
 * NumPy decides counts as compiled.
 *
 * @param code without comments
 * @param index where in it
 * @param text what may set the macros that the conditions ask for: the file that includes it, or itself
 */
export function isCompiled(code: string, index: number, text: string): boolean {
  const open: (boolean | null)[] = [];
  const above = code.slice(0, index);
  const lines = above.matchAll(/^[ \t]*#[ \t]*(if|ifdef|ifndef|elif|else|endif)\b(.*)/gm);
  for (const { 1: word = '', 2: rest = '', index: at } of lines) {
    const last = open.length - 1;
    if (word === 'endif') open.pop();
    else if (word === 'else') open[last] = negated(open[last] ?? null);
    else if (word === 'elif') open[last] = open[last] === true ? false : holds(word, rest, text);
    else open.push(isGuard(code, at) ? true : holds(word, rest, text));
  }
  return !open.includes(false);
}

function sets(text: string, macro: string): boolean {
  return new RegExp(String.raw`^[ \t]*#[ \t]*define[ \t]+${macro}\b`, 'm').test(text);
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
export function isGuard(text: string, at: number): boolean {
  return /^[ \t]*#[ \t]*(?:ifndef[ \t]+|if[ \t]+!defined[ \t]*\(?[ \t]*)(\w+)\)?[ \t]*\n\s*#[ \t]*define[ \t]+\1\b/.test(
    text.slice(at),
  );
}
