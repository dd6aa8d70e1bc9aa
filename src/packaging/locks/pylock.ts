import { normaliseName } from '../requirement-name.ts';
import { leftOut, refuseForm, sourceOf } from './left-out.ts';
import type { Lock, LockedPackage } from './lock.ts';
import {
  fileName,
  headerLines,
  parseMarker,
  parseToml,
  tableOf,
  tablesOf,
  textOf,
} from './toml-tables.ts';

/** Reads a `pylock.toml` (PEP 751); what is on no index is told. */
export function parsePylock(text: string, file: string): Lock {
  const document = parseToml(text);
  refuseForm(document['lock-version'], 1);
  const lines = headerLines(text, 'packages');
  const notices: string[] = [];
  return {
    file,
    requiresPython: textOf(document['requires-python']),
    packages: tablesOf(document['packages']).flatMap((table, at): readonly LockedPackage[] => {
      const version = textOf(table['version']);
      const name = normaliseName(textOf(table['name']));
      const elsewhere = sourceOf(Object.keys(table));
      if (elsewhere !== undefined && tableOf(table['directory'])['path'] !== '.')
        notices.push(leftOut(file, lines[at] ?? null, name, elsewhere));
      if (version === '' || elsewhere !== undefined) return [];
      return [
        {
          name,
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
    notices,
  };
}
