import { basename, join } from 'node:path';
import { hasModuleName } from '../../binary/audit-binary.ts';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import type { AuditedBinary, AuditedWheel } from '../../model/audit.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { parseCoreMetadata } from '../../packaging/core-metadata.ts';
import { normaliseName } from '../../packaging/requirements.ts';
import { isSharedFile } from '../../packaging/shared-file.ts';
import { readBinaryFile } from './read-binary-file.ts';

const MOST_FILES = 500_000;

/** Where environments keep what is installed, below their own folder. */
const SITE = /^(?:lib\/(?:python|pypy)(?<python>3\.\d+)t?\/site-packages|Lib\/site-packages)\//;

/**
 * Reads the binaries of an installed environment: everything with a `.dist-info` in it, beside the
 * NumPy that is installed there.
 *
 * @param folder a virtual environment, or its `site-packages`
 * @throws {UserError} exit 2 when nothing is installed there, or no NumPy
 */
export async function readEnvironment(
  folder: string,
  shown: string,
  { files, progress }: Pick<World, 'files' | 'progress'>,
): Promise<readonly AuditedWheel[]> {
  const all = await files.list(folder, {
    maxFiles: MOST_FILES,
    skip: (one) => /(?:^|\/)__pycache__$/.test(one),
  });
  const site = all.map((one) => SITE.exec(one)).find((match) => match !== null);
  const root = site?.[0] ?? '';
  const below = all.flatMap((one) => (one.startsWith(root) ? [one.slice(root.length)] : []));
  const infos = below.filter((one) => /^[^/]+\.dist-info\/METADATA$/.test(one));
  if (infos.length === 0) {
    throw new UserError(`Nothing is installed in "${shown}"`, {
      exitCode: EXIT.usage,
      remedy: 'Name a virtual environment or its site-packages folder',
    });
  }
  const at = (relative: string): string => join(folder, root, relative);
  const python = site?.groups?.['python'];
  const read = async (info: string) => {
    const parent = info.slice(0, info.indexOf('/'));
    const metadata = parseCoreMetadata((await files.readText(at(info))) ?? '');
    const tags = (await files.readText(at(`${parent}/WHEEL`))) ?? '';
    return {
      parent,
      metadata,
      name: normaliseName(metadata.name ?? parent.replace(/-.*/, '')),
      version: metadata.version ?? '',
      tags: [...tags.matchAll(/^Tag:[ \t]*(\S+)/gm)].map((match) => match[1] ?? ''),
      own: recorded((await files.readText(at(`${parent}/RECORD`))) ?? ''),
    };
  };
  const found = await together(infos.map(read));
  const numpy = found.find(({ name }) => name === 'numpy');
  if (numpy === undefined) {
    throw new UserError(`No NumPy is installed in "${shown}"`, {
      exitCode: EXIT.usage,
      remedy: 'Nothing there can be held against it; audit the wheels instead',
    });
  }
  const wheels: AuditedWheel[] = [];
  for (const [done, { parent, metadata, name, version, tags, own }] of found.entries()) {
    progress.update({ doing: [name], done, total: found.length, failed: 0, of: 'distributions' });
    if (name === 'numpy') continue;
    const binaries: AuditedBinary[] = [];
    for (const path of own) {
      const binary = await readBinaryFile(path, at(path));
      if (binary !== undefined) binaries.push(binary);
    }
    if (binaries.length === 0) continue;
    wheels.push({
      kind: 'wheel',
      wheel: parent,
      distribution: name,
      version,
      tags,
      requiresPython: metadata.requiresPython ?? '',
      extras: [],
      requirements: metadata.requirements ?? [],
      beside: {
        kind: 'fixed',
        how: 'installed',
        where: shown || basename(folder),
        line: null,
        requiresPython: python === undefined ? '' : `==${python}.*`,
        markers: [],
        numpys: [{ specifier: `==${numpy.version}`, markers: [] }],
        exclusive: [],
      },
      binaries,
      hasModuleNames: own.some(hasModuleName),
    });
  }
  return wheels;
}

/** Binaries that a RECORD lists, below site-packages. */
function recorded(record: string): readonly string[] {
  return record.split(/\r?\n/).flatMap((line) => {
    const path = /^"((?:[^"]|"")*)"/.exec(line)?.[1]?.replaceAll('""', '"') ?? line.split(',')[0];
    const outside = path === undefined || /^(?:\/|[A-Za-z]:)|(?:^|\/)\.\.(?:\/|$)/.test(path);
    return !outside && isSharedFile(path) ? [path] : [];
  });
}
