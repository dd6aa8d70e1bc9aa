import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, needThat } from './need.ts';

/** The free-threaded CPython 3.13 of `.ci/free-threaded.sh`: in the tool cache, or on PATH. */
export function findFreeThreaded(): string | undefined {
  const cache = join(process.env['RUNNER_TOOL_CACHE'] || '/opt/hostedtoolcache', 'Python');
  const releases = existsSync(cache) ? readdirSync(cache).filter(isMinor) : [];
  const places = releases.flatMap((release) =>
    ['x64', 'arm64'].map((machine) => join(cache, release, `${machine}-freethreaded`)),
  );
  return [
    ...places.map((folder) => join(folder, 'bin', 'python3.13t')),
    findProgram('python3.13t'),
  ].find((file) => file !== undefined && existsSync(file));
}

function isMinor(release: string): boolean {
  return release.startsWith('3.13.');
}

/** `describe` for tests on a free-threaded Python, which also compile for it. */
export function freeThreaded(title: string, body: () => void): void {
  const present = findFreeThreaded() !== undefined && findProgram('cc') !== undefined;
  needThat(present, 'CPython 3.13t and cc: .ci/free-threaded.sh TOOL_CACHE')(title, body);
}
