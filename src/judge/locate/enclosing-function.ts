/**
 * The function of C or C++ in which a place stands.
 *
 * @param text without comments
 * @param index the place in it
 * @returns null outside of functions
 * @example enclosingFunction('int f(void) { g(); }', 14) // 'f'
 */
export function enclosingFunction(text: string, index: number): string | null {
  const open: (string | null)[] = [];
  let begins = 0;
  const part = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|^[ \t]*#(?:[^\n\\]|\\[\s\S])*|[{};]/gm;
  for (const { 0: found, index: at } of text.matchAll(part)) {
    if (at >= index) break;
    if (found === '{') open.push(headOf(text.slice(begins, at)));
    if (found === '}') open.pop();
    begins = at + found.length;
  }
  return open.find((name) => name !== null) ?? null;
}

/** What stands before `{` names a function: `namespace`, `struct` and `extern "C"` do not. */
function headOf(head: string): string | null {
  return (
    /(\w+)\s*\([^(){};=]*(?:\([^()]*\)[^(){};=]*)*\)\s*(?:const\s*|noexcept\s*)*$/.exec(
      head,
    )?.[1] ?? null
  );
}
