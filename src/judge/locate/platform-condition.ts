/** What the platform, Python's release or its implementation decides, in setup.py. */
const PLATFORM =
  /platform|os\.name|version_info|python_implementation|pypy|\bsysconfig\b|(?<![a-z])(?:win(?:dows|32)?|darwin|mac(?:os|osx)?|osx|linux|posix|(?:free)?bsd|nt|msvc)(?![a-z])/i;

/**
 * Whether a line of Python stands under a condition that asks for the platform or for Python: by rows of
 * `if`, `elif` and `else` that are indented less, or in a function that is called for one.
 *
 * @param line 1-based
 */
export function isUnderPlatform(text: string, line: number): boolean {
  const lines = text.split('\n').slice(0, line);
  let indent = indentOf(lines.at(-1) ?? '');
  let isBranch = false;
  for (const one of lines.toReversed().slice(1)) {
    if (/^\s*(?:#|$)/.test(one)) continue;
    const at = indentOf(one);
    // An `else` belongs to what stands above it at the same depth.
    if (at > indent) continue;
    if (at === indent && !(isBranch && /^\s*(?:if|elif)\b/.test(one))) {
      isBranch = false;
      continue;
    }
    const isHead = /^\s*(?:if|elif|else|def)\b/.test(one);
    if (isHead && PLATFORM.test(one.replace(/#.*/, ''))) return true;
    isBranch = /^\s*(?:elif|else)\b/.test(one);
    indent = at;
  }
  return false;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
