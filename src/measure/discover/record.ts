/** A row of an installed distribution's RECORD. */
export interface RecordEntry {
  /** As written: POSIX, relative to the folder that holds the `.dist-info`, or absolute. */
  readonly path: string;
  /** `sha256=…` in URL-safe base64; null when the row has none. */
  readonly hash: string | null;
}

/** One field: quoted with doubled quotes inside, else everything up to the comma or line end. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|\r)/gy;

/**
 * Reads a RECORD file: CSV in the dialect of Python's `csv` module (quoted fields, doubled quotes),
 * UTF-8, one row a file.
 *
 * @param text the file's text
 * @returns its rows in order; rows without a path are left out
 * @example parseRecord('"a,b.so",sha256=x,3\n')[0]?.path // 'a,b.so'
 */
export function parseRecord(text: string): readonly RecordEntry[] {
  const entries: RecordEntry[] = [];
  // The last line may lack its end; an additional empty row does no harm.
  const body = `${text.startsWith('\ufeff') ? text.slice(1) : text}\n`;
  let row: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < body.length) {
    const match = FIELD.exec(body);
    if (match === null) {
      // Cannot be: every rest of a text that ends in a line end begins with a field.
      break;
    }
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') {
      const [path = '', hash = ''] = row;
      if (path !== '') {
        entries.push({ path, hash: hash === '' ? null : hash });
      }
      row = [];
    }
  }
  return entries;
}
