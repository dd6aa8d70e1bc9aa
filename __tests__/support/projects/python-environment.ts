import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../../src/model/environment.ts';
import type { Files } from '../../../src/model/ports.ts';

/** A venv of the machine's Python 3 with setuptools and one NumPy, made with pip. */
export interface PythonEnvironment {
  readonly environment: Environment;
  /** Builds the project in its folder without isolation and installs it. */
  install(folder: string): void;
  /** Runs code in a fresh interpreter; the exit code, or the signal's name. */
  run(code: string): number | string;
  remove(): void;
}

/** Undefined when there is no Python 3 with venv, or the index cannot be reached. */
export function createPythonEnvironment(numpy: string): PythonEnvironment | undefined {
  const root = mkdtempSync(join(tmpdir(), 'numpy-abi-matrix-venv-'));
  const python = join(root, 'bin', 'python');
  const call = (...args: readonly string[]): string =>
    execFileSync(python, [...args], { encoding: 'utf8', cwd: root, stdio: 'pipe' });
  try {
    execFileSync('python3', ['-m', 'venv', root], { stdio: 'pipe' });
    call(
      '-m',
      'pip',
      'install',
      '-q',
      '--only-binary',
      ':all:',
      'setuptools>=70.1',
      `numpy==${numpy}`,
    );
  } catch {
    rmSync(root, { recursive: true, force: true });
    return undefined;
  }
  const [sitePackages = '', version = '', ...extensionSuffixes] = call(
    '-c',
    'import importlib.machinery as m, platform, sysconfig as s; print(s.get_path("platlib"), platform.python_version(), *m.EXTENSION_SUFFIXES, sep="\\n")',
  )
    .trim()
    .split('\n');
  const environment: Environment = {
    root,
    python,
    interpreter: {
      executable: python,
      version,
      implementation: 'cpython',
      freeThreaded: false,
      platform: 'linux-x86_64',
      tags: [],
      markers: {},
      extensionSuffixes,
      source: 'path',
    },
    sitePackages: [sitePackages],
    distributions: [
      {
        name: 'sample',
        version: '1.0',
        metadataFolder: join(sitePackages, 'sample-1.0.dist-info'),
        requires: ['numpy'],
        role: 'subject',
        wheel: null,
      },
      {
        name: 'numpy',
        version: numpy,
        metadataFolder: join(sitePackages, `numpy-${numpy}.dist-info`),
        requires: [],
        role: 'dependency',
        wheel: null,
      },
    ],
  };
  return {
    environment,
    install: (folder) => {
      call(
        '-m',
        'pip',
        'install',
        '-q',
        '--no-deps',
        '--no-build-isolation',
        '--force-reinstall',
        folder,
      );
    },
    run: (code) => {
      try {
        execFileSync(python, ['-c', code], { stdio: 'ignore', cwd: root, timeout: 60_000 });
        return 0;
      } catch (error) {
        const { status, signal } = error as { status: number | null; signal: string | null };
        return signal ?? status ?? -1;
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The real file system, as much of it as discovery needs. */
export const realFiles: Files = {
  read: async (path) => (existsSync(path) ? readFileSync(path) : undefined),
  readText: async (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
  list: async () => [],
  exists: async (path) => existsSync(path),
};
