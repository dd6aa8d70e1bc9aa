import type { EnvironmentMarker } from 'pip-requirements-js';
import type { TomlTable } from 'smol-toml';
import { textsOf } from '../parsed-value.ts';
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

/** Reads a `uv.lock`: releases with their wheels, forks by marker; what is on no index is told. */
export function parseUvLock(text: string, file: string): Lock {
  const document = parseToml(text);
  refuseForm(document['version'], 1);
  const tables = tablesOf(document['package']);
  const lines = headerLines(text, 'package');
  const needed = dependencyMarkers(tables);
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
      const forks = textsOf(table['resolution-markers']).flatMap((one) => parseMarker(one) ?? []);
      return [
        {
          name,
          specifier: `==${version}`,
          wheels: tablesOf(table['wheels']).map((one) =>
            fileName(textOf(one['url']) || textOf(one['path']) || textOf(one['filename'])),
          ),
          hashes: [],
          markers: forks.length > 0 ? forks : (needed.get(name) ?? []),
          requiresPython: '',
          line: lines[at] ?? null,
        },
      ];
    }),
    notices,
  };
}

/** The project that the lock is for lies beside it. */
function isProject(source: TomlTable): boolean {
  return [source['editable'], source['directory']].includes('.');
}

/** Markers of what is needed under markers only; whatever is needed always is not in it. */
function dependencyMarkers(
  packages: readonly TomlTable[],
): ReadonlyMap<string, readonly EnvironmentMarker[]> {
  const found = new Map<string, readonly EnvironmentMarker[] | 'always'>();
  for (const table of packages) {
    const groups = [tableOf(table['optional-dependencies']), tableOf(table['dev-dependencies'])];
    const edges = [table['dependencies'], ...groups.flatMap((group) => Object.values(group))];
    for (const edge of edges.flatMap(tablesOf)) {
      const name = normaliseName(textOf(edge['name']));
      const marker = parseMarker(textOf(edge['marker']));
      const before = found.get(name) ?? [];
      found.set(name, marker && before !== 'always' ? [...before, marker] : 'always');
    }
  }
  return new Map(
    [...found].flatMap(([name, markers]) =>
      markers === 'always' ? [] : [[name, markers] as const],
    ),
  );
}
