import { recordOf, textsOf } from '../parsed-value.ts';
import { normaliseName } from '../requirement-name.ts';
import { leftOut, refuseForm, sourceOf } from './left-out.ts';
import type { Lock, LockedPackage } from './lock.ts';
import { parseMarker } from './toml-tables.ts';

/** Reads a `Pipfile.lock`, which lists no files; what is on no index is told. */
export function parsePipfileLock(text: string, file: string): Lock {
  const document: unknown = JSON.parse(text);
  refuseForm(fieldOf(fieldOf(document, '_meta'), 'pipfile-spec'), 6);
  const groups = ['default', 'develop'].map((name) =>
    Object.entries(recordOf(fieldOf(document, name))),
  );
  const lines = text.split('\n');
  const packages = new Map<string, LockedPackage>();
  const notices: string[] = [];
  for (const [name, entry] of groups.flat()) {
    const specifier = String(fieldOf(entry, 'version') ?? '');
    const at = lines.findIndex((line) => line.trim() === `${JSON.stringify(name)}: {`);
    const elsewhere = sourceOf(Object.keys(Object(entry)));
    if (elsewhere !== undefined && fieldOf(entry, 'path') !== '.')
      notices.push(leftOut(file, at < 0 ? null : at + 1, name, elsewhere));
    if (elsewhere !== undefined || !specifier.startsWith('==') || packages.has(name)) continue;
    const marker = parseMarker(String(fieldOf(entry, 'markers') ?? ''));
    packages.set(name, {
      name: normaliseName(name),
      specifier: specifier.replace(/^===?/, '=='),
      wheels: [],
      hashes: textsOf(fieldOf(entry, 'hashes')).flatMap(
        (one) => /^sha256:([0-9a-f]{64})$/.exec(one)?.[1] ?? [],
      ),
      markers: marker ? [marker] : [],
      requiresPython: '',
      line: at < 0 ? null : at + 1,
    });
  }
  const requires = fieldOf(fieldOf(document, '_meta'), 'requires');
  const python = fieldOf(requires, 'python_version');
  return {
    file,
    requiresPython: typeof python === 'string' ? `==${python}.*` : '',
    packages: [...packages.values()],
    notices,
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return recordOf(value)[name];
}
