import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A tiny source project: POSIX path → text. */
export type ProjectTemplate = Readonly<Record<string, string>>;

export interface SetuptoolsOptions {
  /** Distribution name; default `sample`. */
  readonly name?: string;
  /** `build-system.requires`; default setuptools and NumPy 2. */
  readonly requires?: readonly string[];
  readonly dependencies?: readonly string[];
  readonly requiresPython?: string;
}

/** `pyproject.toml` of a setuptools project. */
export function pyproject(options: SetuptoolsOptions = {}): string {
  const { name = 'sample', requires = ['setuptools>=70.1', 'numpy>=2.0'] } = options;
  const { dependencies = ['numpy'], requiresPython = '>=3.8' } = options;
  return [
    '[build-system]',
    `requires = ${JSON.stringify(requires)}`,
    'build-backend = "setuptools.build_meta"',
    '',
    '[project]',
    `name = "${name}"`,
    'version = "1.0"',
    `requires-python = "${requiresPython}"`,
    `dependencies = ${JSON.stringify(dependencies)}`,
    '',
  ].join('\n');
}

/** `setup.py` that compiles each source to the module named. */
export function setupPy(
  extensions: Readonly<Record<string, string>>,
  options: {
    readonly before?: string;
    readonly cythonize?: boolean;
    readonly arguments?: string;
  } = {},
): string {
  const list = Object.entries(extensions)
    .map(([module, source]) => {
      const language = source.endsWith('.cpp')
        ? ", language='c++', extra_compile_args=['-std=c++17']"
        : '';
      return `    Extension('${module}', ['${source}'], include_dirs=include_dirs${language}),`;
    })
    .join('\n');
  return `from setuptools import Extension, find_packages, setup
import numpy
include_dirs = [numpy.get_include()]
${options.before ?? ''}
extensions = [
${list}
]
${options.cythonize ? 'from Cython.Build import cythonize\nextensions = cythonize(extensions)' : ''}
setup(ext_modules=extensions, packages=find_packages(), ${options.arguments ?? ''})
`;
}

/**
 * Writes a project to a new folder.
 *
 * @returns the folder, and its removal
 */
export async function writeProject(
  template: ProjectTemplate,
): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-project-'));
  for (const [path, text] of Object.entries(template)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
