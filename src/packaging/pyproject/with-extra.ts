/** `numpy>=2; python_version<"3.12"` of the extra `x`, in the form of `Requires-Dist`. */
export function withExtra(line: string, extra: string): string {
  const at = line.indexOf(';');
  const head = at < 0 ? line : line.slice(0, at);
  const marker = at < 0 ? '' : ` and (${line.slice(at + 1).trim()})`;
  return `${head.trimEnd()} ; extra == "${extra}"${marker}`;
}
