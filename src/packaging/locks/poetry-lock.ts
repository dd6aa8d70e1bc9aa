import type { TomlTable } from 'smol-toml';
import { textsOf } from '../parsed-value.ts';
import { normaliseName } from '../requirement-name.ts';
import { leftOut, refuseForm, sourceOf } from './left-out.ts';
import type { Lock, LockedPackage } from './lock.ts';
import { anyOf } from './lock-markers.ts';
import { headerLines, parseToml, tableOf, tablesOf, textOf } from './toml-tables.ts';

/** Reads a `poetry.lock` of Poetry 1.0 and newer; what is on no index is told. */
export function parsePoetryLock(text: string, file: string): Lock {
  const document = parseToml(text);
  const metadata = tableOf(document['metadata']);
  const form = textOf(metadata['lock-version']);
  if (!form.startsWith('1.')) refuseForm(form || undefined, 2);
  // Until Poetry 1.2 the files stood together at the end.
  const apart = tableOf(metadata['files']);
  const lines = headerLines(text, 'package');
  const notices: string[] = [];
  return {
    file,
    requiresPython: withCommas(textOf(metadata['python-versions'])),
    packages: tablesOf(document['package']).flatMap((table, at): readonly LockedPackage[] => {
      const version = textOf(table['version']);
      const name = textOf(table['name']);
      const elsewhere = sourceOf([textOf(tableOf(table['source'])['type'])]);
      if (elsewhere !== undefined) notices.push(leftOut(file, lines[at] ?? null, name, elsewhere));
      if (version === '' || elsewhere !== undefined) return [];
      const files = tablesOf(table['files'] ?? apart[name]).map((one) => textOf(one['file']));
      return [
        {
          name: normaliseName(name),
          specifier: `==${version}`,
          wheels: files.filter((one) => one.endsWith('.whl')),
          hashes: [],
          markers: markersOf(table),
          requiresPython: withCommas(textOf(table['python-versions'])),
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

/** One marker, or one for each group that needs it under one (Poetry 2); the others always need it. */
function markersOf(table: TomlTable): LockedPackage['markers'] {
  const said = table['markers'];
  if (typeof said === 'string') return anyOf([said]);
  const each = tableOf(said);
  const groups = Array.isArray(table['groups']) ? textsOf(table['groups']) : Object.keys(each);
  return anyOf(groups.map((group) => textOf(each[group])));
}

/** Poetry's own spellings: `*` is every Python, `^3.9` stays below 4. */
function withCommas(text: string): string {
  if (text === '*') return '';
  return text.replaceAll(
    /\^(\d+)((?:\.\d+)*)/g,
    (_, major: string, rest: string) => `>=${major}${rest},<${Number(major) + 1}`,
  );
}
