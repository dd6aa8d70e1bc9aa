import { join } from 'node:path';
import picomatch from 'picomatch';
import { repositoryRoot } from '../host/repository-root.ts';
import type { World } from '../host/world.ts';
import { type MeasurementsFile, mergeMeasurements } from '../judge/merge-measurements.ts';
import type { NotTested } from '../model/measurements.ts';
import { readMeasurementsJson } from '../model/measurements-json.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import type { Checked } from './check.ts';
import { conclude } from './conclude.ts';
import { validateMeasurements } from './validate-measurements.ts';

/** A measurements file larger than this is something else. */
const LARGEST_BYTES = 256 * 2 ** 20;

/**
 * The report over all that shards measured, as if one run had.
 *
 * @param patterns files, folders (all `*.json` in them) and globs
 * @param start a folder of the repository that has the lines to point at
 * @param version of this tool: measurements of another one are refused
 * @throws {UserError} exit 2 when there is nothing to merge
 */
export async function merge(
  patterns: readonly string[],
  start: string,
  world: Pick<World, 'files' | 'cwd'>,
  version: string,
): Promise<Checked> {
  const paths = await matching(patterns, world);
  const read: MeasurementsFile[] = [];
  const unread: NotTested[] = [];
  for (const { shown, path } of paths) {
    const found = await readOne(path, world.files, version);
    if (found.kind === 'measurements') read.push({ file: shown, document: found.document });
    else unread.push({ what: shown, reason: found.reason });
  }
  if (read.length === 0) {
    const named = patterns.map((pattern) => `"${pattern}"`).join(', ');
    const why = unread.map(({ what, reason }) => `${what}: ${reason}`);
    throw new UserError(
      [
        'There are no measurements to merge',
        ...(why.length > 0 ? why : [`No file matches ${named}`]),
      ].join('\n'),
      {
        exitCode: EXIT.usage,
        remedy: 'Name the files that `check --measurements FILE` wrote, or their folder',
      },
    );
  }
  const { measurements, refused } = mergeMeasurements(read);
  const folder = await projectOf(measurements.subject.folder, start, world.files);
  const report = await conclude(measurements, folder, world.files, [...unread, ...refused]);
  return { report, measurements };
}

/** The project that was measured, in the checkout at hand; where it is not, the place given. */
async function projectOf(
  folder: string | null,
  start: string,
  files: World['files'],
): Promise<string> {
  if (folder === null) return start;
  const project = join(await repositoryRoot(start), folder);
  return (await files.exists(project)) ? project : start;
}

async function readOne(path: string, files: World['files'], version: string) {
  const text = await files.readText(path, LARGEST_BYTES);
  if (text === undefined) return { kind: 'problem', reason: 'it cannot be read' } as const;
  const found = readMeasurementsJson(text, validateMeasurements);
  if (found.kind === 'problem') return found;
  const { tool } = found.document;
  return tool.version === version
    ? found
    : ({
        kind: 'problem',
        reason: `numpy-abi-matrix ${tool.version} wrote it, this is ${version}: use one version for all shards`,
      } as const);
}

interface Found {
  /** Relative to the working directory where it lies below it. */
  readonly shown: string;
  readonly path: string;
}

async function matching(
  patterns: readonly string[],
  { files, cwd }: Pick<World, 'files' | 'cwd'>,
): Promise<readonly Found[]> {
  const found = new Map<string, Found>();
  const add = (path: string): void => {
    const posix = path.replaceAll('\\', '/');
    const base = `${cwd.replaceAll('\\', '/')}/`;
    found.set(posix, { path, shown: posix.startsWith(base) ? posix.slice(base.length) : posix });
  };
  for (const pattern of patterns) {
    const absolute = /^(?:[\\/]|[A-Za-z]:)/.test(pattern) ? pattern : join(cwd, pattern);
    if (await files.exists(absolute)) {
      const inside = await files.list(absolute);
      if (inside.length === 0) add(absolute);
      for (const file of inside) if (file.endsWith('.json')) add(join(absolute, file));
      continue;
    }
    const { base } = picomatch.scan(absolute.replaceAll('\\', '/'));
    const matches = picomatch(absolute.replaceAll('\\', '/'));
    for (const file of await files.list(base || '/')) {
      if (matches(`${base}/${file}`)) add(`${base}/${file}`);
    }
  }
  return [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
