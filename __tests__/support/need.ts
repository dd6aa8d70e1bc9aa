import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe } from '@jest/globals';

/** In CI nothing may be skipped: `.ci/run` sets this. */
const REQUIRE_ALL = process.env['REQUIRE_ALL'] === '1';

/** The absolute path of a program on PATH. */
export function findProgram(name: string): string | undefined {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders
    .flatMap((folder) => suffixes.map((suffix) => join(folder, name + suffix)))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * `describe` for tests that need a program; without it they are skipped, and the title says what to
 * install. Where nothing may be skipped they run, and fail.
 *
 * @example need('act', 'go install github.com/nektos/act@latest')('a consumer', () => {})
 */
export function need(program: string, install: string): (title: string, body: () => void) => void {
  return needThat(findProgram(program) !== undefined, `${program}: ${install}`);
}

/** As `need`, for what is no program; `what` says what to install. */
export function needThat(
  present: boolean,
  what: string,
): (title: string, body: () => void) => void {
  return (title, body) => {
    if (present || REQUIRE_ALL) describe(title, body);
    else describe.skip(`${title} (needs ${what})`, body);
  };
}
