import { readdirSync, realpathSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { posix } from 'node:path';
import { placeTexts } from '../../binary/place-texts.ts';
import { dataOf } from './data-of.ts';

/** What the system says of itself and of the process; and where everybody writes. */
const OF_THE_SYSTEM = /^\/(?:proc|sys|dev|run|var\/run|var\/lock)(?:\/|$)/;
const OF_ALL = new Set(['', '/', '/tmp', '/var/tmp', realPath(tmpdir()), tmpdir()]);
const TOKEN = /^\/[^"'<>|*?;:,`\\()[\]{}= ]+/;

/** Looks for what binaries name of this machine's files. */
export interface NamedPlaces {
  /**
   * Places that a binary names: files and folders that are there, however other text runs on, and
   * names that stand by themselves of what is not there.
   */
  of(binary: string): readonly string[];
  /** Places that the text of a program names: what it hands to compiled code is opened by that. */
  ofText(text: string): readonly string[];
}

/** What is read of a folder or a binary is remembered. */
export function createNamedPlaces(): NamedPlaces {
  const folders = new Map<string, ReadonlySet<string>>();
  const known = new Map<string, readonly string[]>();
  const namesIn = (folder: string): ReadonlySet<string> => {
    const found = folders.get(folder) ?? new Set(namesNow(folder));
    folders.set(folder, found);
    return found;
  };

  /** As far as there is something of that name; `rest` is the text that is left. */
  const follow = (text: string): { readonly place: string; readonly rest: string } => {
    let place = '';
    let rest = text;
    while (rest.startsWith('/')) {
      const after = rest.replace(/^\/+/, '');
      const names = namesIn(place === '' ? '/' : place);
      const end = after.indexOf('/');
      const part = end < 0 ? after : after.slice(0, end);
      // Other text may run on behind a name, though not behind one of the root folder: `/etcetera`.
      const name = names.has(part) || place === '' ? part : longestStart(part, names);
      if (name === '' || !names.has(name)) return { place, rest };
      place = `${place}/${name}`;
      rest = after.slice(name.length);
    }
    return { place, rest };
  };

  const named = (data: readonly Buffer[]): readonly string[] => {
    const found = new Set<string>();
    const texts = data.flatMap((part) => [...placeTexts(part, namesIn('/'))]);
    for (const { text, isClean } of texts) {
      const { place, rest } = follow(text);
      // `/opt/none/x` names nothing in /opt; in `/opt/x/No such file` other text runs on.
      const isFolder = rest.startsWith('/');
      const isNamed = !isFolder || /^\/+(?:$|\S*\s)/.test(rest);
      // `x/usr/y` is no place; `/etc/` in front of another text is one.
      const isDeep = place.indexOf('/', 1) > 0 || place === '/etc';
      if (place !== '' && isNamed && (isClean || !isFolder || isDeep)) found.add(place);
      if (!isClean || text.startsWith('//')) continue;
      for (const one of [TOKEN.exec(text)?.[0] ?? '', text]) found.add(withoutFormat(one));
    }
    return [...found].filter((one) => !OF_THE_SYSTEM.test(one) && !OF_ALL.has(one));
  };

  return {
    of(binary) {
      const { dev, ino, size, mtimeMs } = statSync(binary);
      const key = `${dev}:${ino}:${size}:${mtimeMs}`;
      const places = known.get(key) ?? named(dataOf(binary));
      known.set(key, places);
      return places;
    },

    ofText: (text) => named([Buffer.from(text)]),
  };
}

/**
 * The folder, where the name is put together when the program runs: `/etc/%s.conf`. What begins with
 * `/..` is as a rule put behind another name; by itself it is the root folder, in which much changes.
 */
function withoutFormat(text: string): string {
  return posix.normalize(text.replace(/[^/]*%.*$/s, '') || '/').replace(/\/+$/, '');
}

/** The longest of the names with which the text begins. */
function longestStart(text: string, names: ReadonlySet<string>): string {
  for (let length = text.length; length > 0; length -= 1) {
    const start = text.slice(0, length);
    if (names.has(start)) return start;
  }
  return '';
}

function namesNow(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
