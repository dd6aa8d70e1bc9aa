import { type TomlPosition, tomlPositions } from '../../packaging/pyproject/toml-positions.ts';
import { lineAt } from './line-at.ts';
import { insideBrackets, type PythonToken, pythonTokens } from './python-tokens.ts';

/** Where a build file defines an extension module. */
export interface Definition {
  /** As written: `pkg._ext`, or only `_ext`. */
  readonly module: string;
  readonly line: number;
  /** Source files as written, relative to the build file. */
  readonly sources: readonly string[];
  /** `Extension() in setup.py`, for the explanation. */
  readonly place: string;
  /** False where the build makes it and leaves it out of the wheel. */
  readonly isInstalled: boolean;
}

const SOURCE = /\.(?:c|cc|cpp|cxx|c\+\+|m|mm|pyx|py|f|f77|f90|f95|for|pyf|rs|cu|i|in)$/i;

/** Names of the build files that may define modules. */
export const BUILD_FILES =
  /^(?:setup\.py|pyproject\.toml|meson\.build|CMakeLists\.txt|.*\.cmake|Cargo\.toml|setup_.*\.py|build\.py|_?build_.*\.py)$/;

/** The extension modules that a build file defines, in file order. */
export function definitionsIn(file: string, text: string): readonly Definition[] {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (name.endsWith('.py')) return pythonDefinitions(text, name);
  if (name === 'pyproject.toml') return pyprojectDefinitions(text);
  if (name === 'meson.build') return mesonDefinitions(text);
  if (name === 'Cargo.toml') return cargoDefinitions(text);
  return cmakeDefinitions(text, name);
}

/** `Extension('a.b', ['x.c'])`, also `Pybind11Extension`, `CUDAExtension`, `name=`, f2py's too. */
function pythonDefinitions(text: string, file: string): readonly Definition[] {
  const tokens = pythonTokens(text);
  return tokens.flatMap((token, index) => {
    const isCall = /(?:Extension|CythonExtension|add_extension|CppExtension)$/.test(token.text);
    if (token.kind !== 'name' || !isCall || tokens[index + 1]?.text !== '(') return [];
    if (['def', 'class', 'import'].includes(tokens[index - 1]?.text ?? '')) return [];
    const inside = withoutDepends(insideBrackets(tokens, index + 1));
    const named = keywordString(inside, 'name') ?? keywordString(inside, 'target');
    const first = inside[0]?.kind === 'string' ? inside[0] : undefined;
    const module = named ?? first;
    if (!module) return [];
    const sources = inside.filter((one) => one.kind === 'string' && SOURCE.test(one.text));
    const place = `${token.text}() in ${file}`;
    return [
      {
        module: module.text,
        line: token.line,
        sources: sources.map((one) => one.text),
        place,
        isInstalled: true,
      },
    ];
  });
}

/** What is only included, or only asked for its date. */
function withoutDepends(tokens: readonly PythonToken[]): readonly PythonToken[] {
  const at = tokens.findIndex(
    (one, index) => one.text === 'depends' && tokens[index + 1]?.text === '=',
  );
  if (at < 0 || !'[('.includes(tokens[at + 2]?.text ?? ' ')) return tokens;
  const listed = insideBrackets(tokens, at + 2).length;
  return [...tokens.slice(0, at), ...tokens.slice(at + 4 + listed)];
}

function keywordString(tokens: readonly PythonToken[], keyword: string): PythonToken | undefined {
  const at = tokens.findIndex(
    (one, index) => one.text === keyword && tokens[index + 1]?.text === '=',
  );
  const value = at < 0 ? undefined : tokens[at + 2];
  return value?.kind === 'string' ? value : undefined;
}

/** `[tool.setuptools] ext-modules`, and maturin's `module-name`. */
function pyprojectDefinitions(text: string): readonly Definition[] {
  const positions = tomlPositions(text);
  return positions.flatMap((position) => {
    const { path, line, value } = position;
    const joined = path.join('.');
    if (value === null) return [];
    if (joined === 'tool.maturin.module-name') {
      return [
        {
          module: value,
          line,
          sources: [],
          place: '[tool.maturin] module-name',
          isInstalled: true,
        },
      ];
    }
    if (!/^tool\.setuptools\.ext-modules\.\d+\.name$/.test(joined)) return [];
    const sources = stringsBelow(positions, [...path.slice(0, -1), 'sources']);
    return [
      { module: value, line, sources, place: '[tool.setuptools] ext-modules', isInstalled: true },
    ];
  });
}

function stringsBelow(positions: readonly TomlPosition[], prefix: readonly string[]) {
  const start = `${JSON.stringify(prefix).slice(0, -1)},`;
  return positions.flatMap(({ path, value }) =>
    value !== null && JSON.stringify(path).startsWith(start) ? [value] : [],
  );
}

/** `py.extension_module('_ext', 'a.c', subdir: 'pkg')`. */
function mesonDefinitions(text: string): readonly Definition[] {
  const tokens = pythonTokens(text);
  return tokens.flatMap((token, index) => {
    if (token.text !== 'extension_module' || tokens[index + 1]?.text !== '(') return [];
    const inside = insideBrackets(tokens, index + 1);
    const name = inside[0];
    if (name?.kind !== 'string') return [];
    const at = inside.findIndex((one, i) => one.text === 'subdir' && inside[i + 1]?.text === ':');
    const folder = at < 0 ? undefined : inside[at + 2];
    const prefix = folder?.kind === 'string' ? `${folder.text.replaceAll('/', '.')}.` : '';
    const sources = inside.filter((one) => one.kind === 'string' && SOURCE.test(one.text));
    return [
      {
        module: prefix + name.text,
        line: token.line,
        sources: sources.map((one) => one.text),
        place: 'extension_module() in meson.build',
        isInstalled: isInstalledByMeson(inside),
      },
    ];
  });
}

/** meson installs only what it is told to; `kwargs` may tell it. */
function isInstalledByMeson(inside: readonly PythonToken[]): boolean {
  const at = inside.findIndex((one, i) => one.text === 'install' && inside[i + 1]?.text === ':');
  return at < 0 ? inside.some(({ text }) => text === 'kwargs') : inside[at + 2]?.text !== 'false';
}

const CMAKE_CALL =
  /\b(pybind11_add_module|nanobind_add_module|python3?_add_library|add_cython_target|python_extension_module|add_python_library|f2py_target)\s*\(\s*"?([^\s")]+)"?([^)]*)\)/gi;

function cmakeDefinitions(text: string, file: string): readonly Definition[] {
  const code = text.replace(/#\[\[[\s\S]*?\]\]|#[^\n]*/g, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );
  const outputs = outputNames(code);
  return Array.from(code.matchAll(CMAKE_CALL), (match) => ({
    module: outputs.get(match[2] ?? '') ?? match[2] ?? '',
    line: lineAt(code, match.index),
    sources: (match[3] ?? '').split(/[\s"]+/).filter((word) => SOURCE.test(word)),
    place: `${match[1] ?? ''}() in ${file}`,
    isInstalled: true,
  }));
}

const OUTPUT_NAME =
  /\bset_(?:target_properties|property)\s*\(\s*(?:TARGET\s+)?([^()]*?)\bPROPERT(?:IES|Y)\b[^()]*?\b(?:LIBRARY_)?OUTPUT_NAME\s+"?([^\s"()]+)/gi;

/** Targets whose files are called otherwise. */
function outputNames(code: string): ReadonlyMap<string, string> {
  return new Map(
    [...code.matchAll(OUTPUT_NAME)].flatMap(([, targets = '', name = '']) =>
      targets.split(/[\s"]+/).map((target) => [target, name] as const),
    ),
  );
}

function cargoDefinitions(text: string): readonly Definition[] {
  const positions = tomlPositions(text);
  const find = (path: string) => positions.find((one) => one.path.join('.') === path);
  const name = find('lib.name') ?? find('package.name');
  if (!name?.value) return [];
  const source = find('lib.path')?.value ?? 'src/lib.rs';
  const place =
    name.path[0] === 'lib' ? '[lib] name in Cargo.toml' : '[package] name in Cargo.toml';
  const module = name.value.replaceAll('-', '_');
  return [{ module, line: name.line, sources: [source], place, isInstalled: true }];
}
