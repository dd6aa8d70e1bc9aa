import { basename, join } from 'node:path';
import { hasModuleName } from '../../binary/audit-binary.ts';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import type { AuditedBinary, AuditedWheel } from '../../model/audit.ts';
import { groupBy } from '../../model/group-by.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { parseCoreMetadata } from '../../packaging/core-metadata.ts';
import { normaliseName } from '../../packaging/requirements.ts';
import { isSharedFile } from '../../packaging/shared-file.ts';
import { readBinaryFile } from './read-binary-file.ts';

const MOST_FILES = 500_000;

/** What says which release is installed; of old, and as Debian does it, a file or folder `.egg-info`. */
const INFO = /^[^/]+\.(?:dist-info\/METADATA|egg-info\/PKG-INFO|egg-info)$/;

/** What pip could not take away, since it was in use (`~umpy`), as older ones called it, too (`-umpy`). */
const OF_PIP = /^[~-]/;

/** Where environments keep what is installed, below their own folder. */
const SITE = /^(?:lib\/(?:python|pypy)(?<python>3\.\d+)t?\/site-packages|Lib\/site-packages)\//;

/**
 * Reads the binaries of an installed environment, beside the NumPy that is installed there: what a
 * `.dist-info` or `.egg-info` is there for, and all else that could be imported.
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
  const below = all
    .flatMap((one) => (one.startsWith(root) ? [one.slice(root.length)] : []))
    .filter((one) => !OF_PIP.test(one));
  const infos = below.filter((one) => INFO.test(one));
  if (infos.length === 0) {
    throw new UserError(`Nothing is installed in "${shown}"`, {
      exitCode: EXIT.usage,
      remedy: 'Name a virtual environment or its site-packages folder',
    });
  }
  const at = (relative: string): string => join(folder, root, relative);
  const python = site?.groups?.['python'];
  const read = async (info: string) => {
    const parent = info.split('/')[0] ?? '';
    const metadata = parseCoreMetadata((await files.readText(at(info))) ?? '');
    const tags = (await files.readText(at(`${parent}/WHEEL`))) ?? '';
    const record = await files.readText(at(`${parent}/RECORD`));
    return {
      parent,
      metadata,
      name: normaliseName(metadata.name ?? parent.replace(/-.*|\.egg-info$/, '')),
      version: metadata.version ?? '',
      tags: /^Tag:/m.test(tags)
        ? [...tags.matchAll(/^Tag:[ \t]*(\S+)/gm)].map((match) => match[1] ?? '')
        : NO_TAGS,
      own: recorded(record ?? ''),
      isListed: record !== undefined,
      tops: ((await files.readText(at(`${parent}/top_level.txt`))) ?? '').split(/\s+/),
    };
  };
  const found = withUnrecorded(await together(infos.map(read)), below);
  const numpy = found.find(({ name, version }) => name === 'numpy' && version !== '');
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

/** What its binaries are built for tells where it goes. */
const NO_TAGS = ['py3-none-any'];

/** A distribution that is installed. */
interface Installed {
  /** Its `.dist-info` or `.egg-info`. */
  readonly parent: string;
  readonly metadata: ReturnType<typeof parseCoreMetadata>;
  readonly name: string;
  readonly version: string;
  readonly tags: readonly string[];
  /** Files that the loader could load, below site-packages. */
  readonly own: readonly string[];
  /** Whether it says which files are its own. */
  readonly isListed: boolean;
  /** What it adds to site-packages, where it says so. */
  readonly tops: readonly string[];
}

/**
 * Not every installer leaves a list of files (Debian's, `setup.py install`, a copy by hand): a file that
 * none lists is the distribution's whose name its folder has, or else one's that is called as the folder.
 */
function withUnrecorded(
  found: readonly Installed[],
  below: readonly string[],
): readonly Installed[] {
  const listed = new Set(found.flatMap(({ own }) => own));
  const rest = below.filter((path) => isSharedFile(path) && !listed.has(path));
  const tops = groupBy(rest, (path) => /^[^/.]+/.exec(path)?.[0] ?? path);
  const isOf = (one: Installed, top: string): boolean =>
    one.tops.includes(top) || one.name === normaliseName(top);
  // Of a namespace that several share, it is none of those whose lists lack it, if there is another.
  const unlistedFirst = [...found].sort((a, b) => Number(a.isListed) - Number(b.isListed));
  const owners = new Map(
    [...tops.keys()].map((top) => [top, unlistedFirst.find((one) => isOf(one, top))]),
  );
  const known = found.map((one) => ({
    ...one,
    own: [...one.own, ...[...tops].flatMap(([top, own]) => (owners.get(top) === one ? own : []))],
  }));
  const nameless = [...tops].filter(([top]) => owners.get(top) === undefined);
  return [...known, ...nameless.map(([top, own]) => withoutInfo(top, own))];
}

function withoutInfo(top: string, own: readonly string[]): Installed {
  const name = normaliseName(top);
  const metadata = parseCoreMetadata('');
  return {
    parent: top,
    metadata,
    name,
    version: '',
    tags: NO_TAGS,
    own,
    isListed: false,
    tops: [top],
  };
}

/** Binaries that a RECORD lists, below site-packages. */
function recorded(record: string): readonly string[] {
  return record.split(/\r?\n/).flatMap((line) => {
    const path = /^"((?:[^"]|"")*)"/.exec(line)?.[1]?.replaceAll('""', '"') ?? line.split(',')[0];
    const outside = path === undefined || /^(?:\/|[A-Za-z]:)|(?:^|\/)\.\.(?:\/|$)/.test(path);
    return !outside && isSharedFile(path) ? [path] : [];
  });
}
