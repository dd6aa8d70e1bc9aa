import { normaliseName } from '../requirement-name.ts';
import { leftOut, refuseForm, sourceOf } from './left-out.ts';
import type { Lock, LockedPackage } from './lock.ts';
import { anyOf } from './lock-markers.ts';
import { fileName, headerLines, parseToml, tableOf, tablesOf, textOf } from './toml-tables.ts';

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
          markers: anyOf([choicesAsExtras(textOf(table['marker']))]),
          requiresPython: textOf(table['requires-python']),
          numpys: null,
          line: lines[at] ?? null,
        },
      ];
    }),
    exclusive: [],
    includes: [],
    notices,
  };
}

/** `'x' in extras` and `'x' in dependency_groups` of PEP 751, in the words of PEP 508. */
function choicesAsExtras(marker: string): string {
  return marker.replaceAll(
    /(["'])([^"']*)\1\s+(not\s+)?in\s+(extras|dependency_groups)\b/g,
    (_, quote: string, name: string, not: string | undefined, of: string) =>
      `extra ${not ? '!=' : '=='} ${quote}${of === 'extras' ? '' : 'group-'}${name}${quote}`,
  );
}
