import { normaliseName } from '../requirement-name.ts';
import { leftOut, refuseForm, sourceOf } from './left-out.ts';
import type { Lock, LockedPackage } from './lock.ts';
import { anyOf } from './lock-markers.ts';
import { fileName, headerLines, parseToml, tableOf, tablesOf, textOf } from './toml-tables.ts';

/** Reads a `pdm.lock` of PDM 2.8 and newer; what is on no index is told. */
export function parsePdmLock(text: string, file: string): Lock {
  const document = parseToml(text);
  const metadata = tableOf(document['metadata']);
  refuseForm(metadata['lock_version'], 4);
  const lines = headerLines(text, 'package');
  const notices: string[] = [];
  const pythons = tablesOf(metadata['targets']).map((one) => textOf(one['requires_python']));
  return {
    file,
    // One for each platform that it was locked for; of several, each package says its own.
    requiresPython: new Set(pythons).size === 1 ? (pythons[0] ?? '') : '',
    packages: tablesOf(document['package']).flatMap((table, at): readonly LockedPackage[] => {
      const version = textOf(table['version']);
      const name = normaliseName(textOf(table['name']));
      const elsewhere = sourceOf(Object.keys(table));
      if (elsewhere !== undefined) notices.push(leftOut(file, lines[at] ?? null, name, elsewhere));
      // The same release stands there once more for each set of its extras, without files.
      if (version === '' || elsewhere !== undefined || 'extras' in table) return [];
      const files = tablesOf(table['files']).map(
        (one) => textOf(one['file']) || fileName(textOf(one['url'])),
      );
      return [
        {
          name,
          specifier: `==${version}`,
          wheels: files.filter((one) => one.endsWith('.whl')),
          hashes: [],
          markers: anyOf([textOf(table['marker'])]),
          requiresPython: textOf(table['requires_python']),
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
