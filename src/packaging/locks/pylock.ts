import { normaliseName } from '../requirement-name.ts';
import type { Lock, LockedPackage } from './lock.ts';
import { fileName, headerLines, parseMarker, parseToml, tablesOf, textOf } from './toml-tables.ts';

/** Reads a `pylock.toml` (PEP 751); checkouts and folders are left out. */
export function parsePylock(text: string, file: string): Lock {
  const document = parseToml(text);
  const lines = headerLines(text, 'packages');
  return {
    file,
    requiresPython: textOf(document['requires-python']),
    packages: tablesOf(document['packages']).flatMap((table, at): readonly LockedPackage[] => {
      const version = textOf(table['version']);
      if (version === '' || 'vcs' in table || 'directory' in table) return [];
      return [
        {
          name: normaliseName(textOf(table['name'])),
          specifier: `==${version}`,
          wheels: tablesOf(table['wheels']).map(
            (one) => textOf(one['name']) || fileName(textOf(one['url']) || textOf(one['path'])),
          ),
          hashes: [],
          markers: [parseMarker(textOf(table['marker']))].flatMap((one) => one ?? []),
          requiresPython: textOf(table['requires-python']),
          line: lines[at] ?? null,
        },
      ];
    }),
    notices: [],
  };
}
