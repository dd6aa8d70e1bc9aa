import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { EXIT, UserError } from '../../model/user-error.ts';
import {
  type BuildSystem,
  buildSystemOf,
  LEGACY_BUILD_SYSTEM,
} from '../../packaging/pyproject/build-system.ts';

/** @throws {UserError} exit 2 when the folder holds no Python project, or its TOML is broken */
export async function readBuildSystem(project: string): Promise<BuildSystem> {
  const file = join(project, 'pyproject.toml');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    if (await stat(join(project, 'setup.py')).catch(() => undefined)) return LEGACY_BUILD_SYSTEM;
    throw new UserError(`"${project}" is no Python project: no pyproject.toml and no setup.py`, {
      exitCode: EXIT.usage,
      remedy: 'Give the folder that holds pyproject.toml',
    });
  }
  return buildSystemOf(parseToml(text, file));
}

function parseToml(text: string, file: string): Record<string, unknown> {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw new UserError(`Cannot read ${file}: line ${error.line}, column ${error.column}`, {
      exitCode: EXIT.usage,
      remedy: error.message,
      cause: error,
    });
  }
}
