import { recordOf, textsOf } from '../parsed-value.ts';
import { normaliseName } from '../requirement-name.ts';
import { leftOut, refuseForm, sourceOf } from './left-out.ts';
import type { Lock, LockedPackage } from './lock.ts';
import { anyOf } from './lock-markers.ts';

/** Reads a `Pipfile.lock`, which lists no files; what is on no index is told. */
export function parsePipfileLock(text: string, file: string): Lock {
  const document: unknown = JSON.parse(text);
  refuseForm(fieldOf(fieldOf(document, '_meta'), 'pipfile-spec'), 6);
  // Beside `default` and `develop` users have categories of their own.
  const groups = Object.entries(recordOf(document)).map(([name, group]) =>
    name === '_meta' ? [] : Object.entries(recordOf(group)),
  );
  const lines = text.split('\n');
  const packages: LockedPackage[] = [];
  const notices: string[] = [];
  for (const [name, entry] of groups.flat()) {
    const specifier = String(fieldOf(entry, 'version') ?? '');
    const at = lines.findIndex((line) => line.trim() === `${JSON.stringify(name)}: {`);
    const elsewhere = sourceOf(Object.keys(Object(entry)));
    if (elsewhere !== undefined && fieldOf(entry, 'path') !== '.')
      notices.push(leftOut(file, at < 0 ? null : at + 1, name, elsewhere));
    if (elsewhere !== undefined || !specifier.startsWith('==')) continue;
    packages.push({
      name: normaliseName(name),
      specifier: specifier.replace(/^===?/, '=='),
      wheels: [],
      hashes: textsOf(fieldOf(entry, 'hashes')).flatMap(
        (one) => /^sha256:([0-9a-f]{64})$/.exec(one)?.[1] ?? [],
      ),
      markers: anyOf([String(fieldOf(entry, 'markers') ?? '')]),
      requiresPython: '',
      numpys: null,
      line: at < 0 ? null : at + 1,
    });
  }
  const requires = fieldOf(fieldOf(document, '_meta'), 'requires');
  const python = fieldOf(requires, 'python_version');
  return {
    file,
    requiresPython: typeof python === 'string' ? `==${python}.*` : '',
    packages: once(packages),
    exclusive: [],
    includes: [],
    notices,
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return recordOf(value)[name];
}

/** Categories repeat what others have. */
function once(packages: readonly LockedPackage[]): readonly LockedPackage[] {
  const keys = packages.map(({ name, specifier, markers }) =>
    JSON.stringify([name, specifier, markers]),
  );
  return packages.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}
