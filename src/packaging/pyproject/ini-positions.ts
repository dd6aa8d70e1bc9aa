/** A key of an INI file (setup.cfg) with the lines of its value. Lines are 1-based. */
export interface IniEntry {
  readonly section: string;
  readonly key: string;
  /** The first is the key's own line (its text may be empty), then the continuation lines. */
  readonly lines: readonly { readonly text: string; readonly line: number }[];
}

/** As Python's `configparser` reads it: a line that starts with blanks continues the value. */
export function iniEntries(text: string): readonly IniEntry[] {
  const entries: { section: string; key: string; lines: { text: string; line: number }[] }[] = [];
  let section = '';
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    if (/^\s*(?:[#;]|$)/.test(raw)) continue;
    const header = /^\[([^\]]+)\]/.exec(raw);
    const pair = /^([^\s=:[][^=:]*?)\s*[=:]\s*(.*)$/.exec(raw);
    if (header?.[1] !== undefined) section = header[1].trim();
    else if (/^\s/.test(raw)) entries.at(-1)?.lines.push({ text: comment(raw), line });
    else if (pair?.[1] !== undefined) {
      const first = { text: comment(pair[2] ?? ''), line };
      entries.push({ section, key: pair[1].toLowerCase(), lines: [first] });
    }
  }
  return entries;
}

function comment(text: string): string {
  return text.replace(/\s[#;].*$/, '').trim();
}
