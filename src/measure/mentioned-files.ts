/**
 * The files of an environment that plain data mentions: whole strings, and paths inside of texts
 * (`File "…", line 3`, `(required by …)`).
 *
 * @param value plain data in which the environment's folder has been replaced by `root`
 * @param root what stands for the folder
 * @returns paths that begin with `root`, without duplicates
 */
export function mentionedFiles(value: unknown, root: string): ReadonlySet<string> {
  const found = new Set<string>();
  const start = root.replaceAll(/[.+?^${}()|[\]\\*]/g, String.raw`\$&`);
  const quoted = new RegExp(`"(${start}[\\\\/][^"\\n]+)"`, 'g');
  const bare = new RegExp(`${start}(?:[\\\\/][^\\s"'\`()<>|:;,\\\\/]+)+`, 'g');
  const look = (text: string): void => {
    if (!text.includes(root)) return;
    if (text.startsWith(root) && !text.includes('\n')) found.add(text);
    for (const [, path] of text.matchAll(quoted)) if (path) found.add(path);
    for (const [path] of text.matchAll(bare)) found.add(path);
  };
  const seen = new Set<object>();
  const walk = (one: unknown): void => {
    if (typeof one === 'string') look(one);
    if (typeof one !== 'object' || one === null || seen.has(one)) return;
    seen.add(one);
    for (const inner of Object.values(one)) walk(inner);
  };
  walk(value);
  return found;
}
