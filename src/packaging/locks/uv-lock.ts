import type { EnvironmentMarker } from 'pip-requirements-js';
import type { TomlTable, TomlValue } from 'smol-toml';
import { textsOf } from '../parsed-value.ts';
import { normaliseName } from '../requirement-name.ts';
import { leftOut, refuseForm, sourceOf } from './left-out.ts';
import type { Lock, LockedPackage } from './lock.ts';
import { anyOf } from './lock-markers.ts';
import { fileName, headerLines, parseToml, tableOf, tablesOf, textOf } from './toml-tables.ts';

/** Reads a `uv.lock`: releases with their wheels, forks by marker; what is on no index is told. */
export function parseUvLock(text: string, file: string): Lock {
  const document = parseToml(text);
  refuseForm(document['version'], 1);
  const tables = tablesOf(document['package']);
  const lines = headerLines(text, 'package');
  const needed = dependencyMarkers(tableOf(document['manifest']), tables);
  const notices: string[] = [];
  return {
    file,
    requiresPython: textOf(document['requires-python']),
    packages: tables.flatMap((table, at): readonly LockedPackage[] => {
      const name = normaliseName(textOf(table['name']));
      const version = textOf(table['version']);
      const source = tableOf(table['source']);
      const elsewhere = sourceOf(Object.keys(source));
      if (elsewhere !== undefined && !isProject(source))
        notices.push(leftOut(file, lines[at] ?? null, name, elsewhere));
      if (version === '' || elsewhere !== undefined || 'virtual' in source) return [];
      const forks = anyOf(textsOf(table['resolution-markers']));
      return [
        {
          name,
          specifier: `==${version}`,
          wheels: tablesOf(table['wheels']).map((one) =>
            fileName(textOf(one['url']) || textOf(one['path']) || textOf(one['filename'])),
          ),
          hashes: [],
          markers: forks.length > 0 ? forks : needed(name, version),
          requiresPython: '',
          numpys: numpysBeside(table),
          line: lines[at] ?? null,
        },
      ];
    }),
    exclusive: tablesIn(document['conflicts']).map((set) => set.map(nameInMarkers)),
    includes: [],
    notices,
  };
}

/** How uv's markers name an extra or a group of one project. */
function nameInMarkers(table: TomlTable): string {
  const project = textOf(table['package']);
  const key = ['extra', 'group'].find((one) => one in table);
  const start = `${key ?? 'project'}-${project.length}-${project}`;
  return normaliseName(key === undefined ? start : `${start}-${textOf(table[key])}`);
}

/** Where a lock has several NumPys, each package that requires NumPy says which it is installed with. */
function numpysBeside(table: TomlTable): LockedPackage['numpys'] {
  const own = edgesOf(table).filter((edge) => normaliseName(textOf(edge['name'])) === 'numpy');
  if (own.length === 0 || !own.every((edge) => textOf(edge['version']) !== '')) return null;
  return own.map((edge) => ({
    specifier: `==${textOf(edge['version'])}`,
    markers: anyOf([textOf(edge['marker'])]),
  }));
}

/** The project that the lock is for lies beside it. */
function isProject(source: TomlTable): boolean {
  return [source['editable'], source['directory']].includes('.');
}

/** The markers under which a release is needed; none where it is needed always. */
function dependencyMarkers(manifest: TomlTable, packages: readonly TomlTable[]) {
  const found = new Map<string, string[]>();
  const groups = Object.values(tableOf(manifest['dependency-groups']));
  const roots = [manifest['requirements'], ...groups].flatMap(tablesOf);
  for (const edge of [...roots, ...packages.flatMap(edgesOf)]) {
    const key = edgeKey(normaliseName(textOf(edge['name'])), textOf(edge['version']));
    found.set(key, [...(found.get(key) ?? []), textOf(edge['marker'])]);
  }
  return (name: string, version: string): readonly EnvironmentMarker[] =>
    anyOf([edgeKey(name, ''), edgeKey(name, version)].flatMap((key) => found.get(key) ?? []));
}

/** An edge says the release where the lock has several. */
function edgeKey(name: string, version: string): string {
  return `${name}==${version}`;
}

/** What a package needs, with all its extras and groups. */
function edgesOf(table: TomlTable): readonly TomlTable[] {
  const groups = [tableOf(table['optional-dependencies']), tableOf(table['dev-dependencies'])];
  const all = [table['dependencies'], ...groups.flatMap((group) => Object.values(group))];
  return all.flatMap(tablesOf);
}

/** Tables of arrays in an array. */
function tablesIn(value: TomlValue | undefined): readonly (readonly TomlTable[])[] {
  return Array.isArray(value) ? value.map(tablesOf) : [];
}
