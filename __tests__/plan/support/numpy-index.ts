import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexFile, IndexProject } from '../../../src/packaging/index-project.ts';
import { parseWheelFilename } from '../../../src/packaging/wheel-filename.ts';

interface Recorded {
  readonly uploaded: string;
  readonly yanked: boolean | string;
  /** requires-python → what follows the version in the file names; `@` marks archives. */
  readonly requires: Readonly<Record<string, readonly string[]>>;
}

const samples = join(import.meta.dirname, '..', 'samples');

export function readSample(name: string): unknown {
  return JSON.parse(readFileSync(join(samples, name), 'utf8'));
}

/** All of NumPy's files as recorded on 2026-11-23. */
export function recordedNumpy(): IndexProject {
  const releases = readSample('numpy-files.json') as Readonly<Record<string, Recorded>>;
  const files = Object.entries(releases).flatMap(([version, release]) =>
    Object.entries(release.requires).flatMap(([requiresPython, tails]) =>
      tails.map((tail): IndexFile => {
        const isWheel = !tail.startsWith('@');
        const filename = isWheel
          ? `numpy-${version}-${tail}.whl`
          : `numpy-${version}${tail.slice(1)}`;
        return {
          filename,
          version,
          isWheel,
          tags: parseWheelFilename(filename)?.tags ?? [],
          requiresPython: requiresPython === '' ? null : requiresPython,
          yanked: release.yanked,
          uploadTime: `${release.uploaded}T00:00:00Z`,
          url: `file:///${filename}`,
          sha256: null,
          coreMetadata: false,
        };
      }),
    ),
  );
  return { name: 'numpy', files };
}
