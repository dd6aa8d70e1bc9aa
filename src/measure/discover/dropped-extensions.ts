import { isImportable } from './module-file.ts';

/** A file of the project; `text` is null for those that `tellsOfExtensions` does not ask for. */
export interface ProjectFile {
  /** POSIX, relative to the project. */
  readonly path: string;
  readonly text: string | null;
}

/** A line that shows that the project has extension modules. */
export interface ExtensionSign {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** A phrase: `defines extension modules (ext_modules)`. */
  readonly what: string;
  /** `declared` in a build definition, or only a `source` that defines a module. */
  readonly strength: 'declared' | 'source';
}

interface Sign {
  readonly files: RegExp;
  readonly line: RegExp;
  readonly what: string;
  readonly strength: ExtensionSign['strength'];
}

/** Comments of the languages at hand end the part of a line that counts. */
const HASH_COMMENT =
  /(?:^|\/)(?:setup\.py|pyproject\.toml|setup\.cfg|meson\.build|CMakeLists\.txt|Cargo\.toml)$|\.cmake$/;
const C_SOURCE = /\.(?:c|cc|cpp|cxx|cu|h|hpp)$/;

const SIGNS: readonly Sign[] = [
  {
    files: /(?:^|\/)setup\.py$/,
    line: /\b(?:ext_modules|rust_extensions|cffi_modules)\s*=(?!=)\s*(?!None\b|\[\s*\])|\bcythonize\(|\b\w*Extension\(/,
    what: 'defines extension modules',
    strength: 'declared',
  },
  {
    files: /(?:^|\/)pyproject\.toml$/,
    line: /\[\[\s*tool\.setuptools\.ext-modules\s*\]\]|^\s*ext-modules\s*=\s*\[(?!\s*\])|\[\[\s*tool\.setuptools-rust\.ext-modules\s*\]\]/,
    what: 'defines extension modules',
    strength: 'declared',
  },
  {
    files: /(?:^|\/)meson\.build$/,
    line: /\.extension_module\(/,
    what: 'calls extension_module()',
    strength: 'declared',
  },
  {
    files: /(?:^|\/)CMakeLists\.txt$|\.cmake$/,
    line: /\b(?:python3?_add_library|pybind11_add_module|nanobind_add_module|swig_add_library|python_extension_module|add_python_extension)\s*\(/i,
    what: 'adds an extension module',
    strength: 'declared',
  },
  {
    files: /(?:^|\/)Cargo\.toml$/,
    line: /^\s*pyo3\b|^\s*\[dependencies\.pyo3\]/,
    what: 'depends on pyo3',
    strength: 'declared',
  },
  { files: /\.pyx$/, line: /^/, what: 'is a Cython module', strength: 'source' },
  {
    files: C_SOURCE,
    line: /\bPyInit_\w+\s*\(|\bPYBIND11_MODULE\s*\(|\bNB_MODULE\s*\(|\bBOOST_PYTHON_MODULE\s*\(/,
    what: 'defines a module',
    strength: 'source',
  },
  { files: /\.rs$/, line: /#\[pymodule\b/, what: 'defines a module', strength: 'source' },
];

/** Folders whose contents are not what a wheel is made of. */
const ASIDE =
  /(?:^|\/)(?:tests?|testing|docs?|examples?|bench(?:marks?)?|third_party|vendor|\.[^/]+|build|dist|node_modules)\//i;

/** Whether the text of this project file is needed to decide. */
export function tellsOfExtensions(path: string): boolean {
  return !ASIDE.test(path) && SIGNS.some(({ files }) => files.test(path));
}

/**
 * Why a wheel without any compiled module was to have some: a build that dropped its extensions
 * (an optional one that failed, a missing compiler, a wrong condition) is not a pure-Python project.
 *
 * @param project the project's files, with the texts of those that `tellsOfExtensions` accepts
 * @param wheelMembers paths in the wheel
 * @returns signs, build definitions first, at most ten; empty when the wheel has an extension file
 *   or the project shows no sign of any
 * @example droppedExtensions([{ path: 'a/_x.pyx', text: '' }], ['a/__init__.py'])[0]?.what
 * // 'is a Cython module'
 */
export function droppedExtensions(
  project: readonly ProjectFile[],
  wheelMembers: readonly string[],
): readonly ExtensionSign[] {
  if (wheelMembers.some(isImportable)) {
    return [];
  }
  const signs = project
    .filter(({ path }) => tellsOfExtensions(path))
    .map(firstSign)
    .filter((sign) => sign !== undefined);
  const rank = ({ strength }: ExtensionSign): number => (strength === 'declared' ? 0 : 1);
  return signs.sort((a, b) => rank(a) - rank(b) || (a.file < b.file ? -1 : 1)).slice(0, 10);
}

function firstSign({ path, text }: ProjectFile): ExtensionSign | undefined {
  const lines = (text ?? '').split(/\r\n|\r|\n/).map((line) => withoutComment(path, line));
  for (const { files, line: pattern, what, strength } of SIGNS) {
    const index = files.test(path) ? lines.findIndex((line) => pattern.test(line)) : -1;
    if (index !== -1) {
      return { file: path, line: index + 1, what, strength };
    }
  }
  return undefined;
}

function withoutComment(path: string, line: string): string {
  const mark = HASH_COMMENT.test(path) ? '#' : '//';
  const at = C_SOURCE.test(path) || HASH_COMMENT.test(path) ? line.indexOf(mark) : -1;
  return at === -1 ? line : line.slice(0, at);
}
