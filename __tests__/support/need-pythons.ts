import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findProgram, needThat } from './need.ts';

/**
 * `describe` for tests that compile fixtures for Linux and run them under these Pythons.
 *
 * @param minors such as `3.11`
 */
export function needLinuxPythons(
  ...minors: readonly string[]
): (title: string, body: () => void) => void {
  const missing = minors.filter((minor) => findPython(minor) === undefined);
  const compiler = findProgram('cc') !== undefined && findProgram('python3') !== undefined;
  const what = [
    ...(process.platform === 'linux' ? [] : ['Linux: the fixtures are ELF files']),
    ...(compiler ? [] : ['cc and python3: apt-get install gcc python3']),
    ...missing.map((minor) => `Python ${minor}: pyenv install ${minor}`),
  ];
  return needThat(what.length === 0, what.join('; '));
}

/** An interpreter of this minor release: on PATH, of pyenv or in the runner's tool cache. */
export function findPython(minor: string): string | undefined {
  const pyenv = join(process.env['PYENV_ROOT'] || join(homedir(), '.pyenv'), 'versions');
  const cache = join(process.env['RUNNER_TOOL_CACHE'] || '/opt/hostedtoolcache', 'Python');
  return [
    ...patchReleases(pyenv, minor).map((name) => join(pyenv, name, 'bin', 'python')),
    ...patchReleases(cache, minor).map((name) => join(cache, name, 'x64', 'bin', 'python')),
    findProgram(`python${minor}`),
  ].find((file) => file !== undefined && existsSync(file));
}

function patchReleases(folder: string, minor: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder).filter((name) => name.startsWith(`${minor}.`))
    : [];
}
