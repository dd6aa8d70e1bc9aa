import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { EXIT, UserError } from '../../model/user-error.ts';

/** The `[build-system]` table, or its defaults (PEP 517, PEP 518). */
export interface BuildSystem {
  readonly requires: readonly string[];
  readonly backend: string;
  readonly backendPath: readonly string[];
}

/** A project without the table is built by setuptools, as pip does. */
const LEGACY: BuildSystem = {
  requires: ['setuptools>=40.8.0'],
  backend: 'setuptools.build_meta:__legacy__',
  backendPath: [],
};

/** @throws {UserError} exit 2 when the folder holds no Python project, or its TOML is broken */
export async function readBuildSystem(project: string): Promise<BuildSystem> {
  const file = join(project, 'pyproject.toml');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    if (await stat(join(project, 'setup.py')).catch(() => undefined)) return LEGACY;
    throw new UserError(`"${project}" is no Python project: no pyproject.toml and no setup.py`, {
      exitCode: EXIT.usage,
      remedy: 'Give the folder that holds pyproject.toml',
    });
  }
  const table = parseToml(text, file)['build-system'];
  if (typeof table !== 'object' || table === null) return LEGACY;
  const fields = table as Record<string, unknown>;
  return {
    requires: strings(fields['requires']),
    backend: typeof fields['build-backend'] === 'string' ? fields['build-backend'] : LEGACY.backend,
    backendPath: strings(fields['backend-path']),
  };
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

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
