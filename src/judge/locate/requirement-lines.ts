import type { RequirementTable } from '../../model/look.ts';
import { iniEntries } from '../../packaging/pyproject/ini-positions.ts';
import { type TomlPosition, tomlPositions } from '../../packaging/pyproject/toml-positions.ts';
import { requirementName } from '../../packaging/requirement-name.ts';
import { insideBrackets, type PythonToken, pythonTokens } from './python-tokens.ts';

/** A requirement, or the list that it would go into (`name` is null). */
export interface RequirementLine {
  readonly table: RequirementTable;
  readonly name: string | null;
  readonly line: number;
  readonly endLine: number;
  /** The requirement as written, with its marker; absent where a line holds a name alone. */
  readonly text?: string;
  /** `[build-system] requires`, for the explanation. */
  readonly place: string;
}

/** Reads the requirements of one file by its name; none of a file that holds no requirements. */
export function requirementLines(file: string, text: string): readonly RequirementLine[] {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (name === 'pyproject.toml') return pyprojectLines(text);
  if (name === 'setup.cfg') return setupCfgLines(text);
  if (name === 'setup.py') return setupPyLines(text);
  if (/\.lock$|^pylock.*\.toml$/.test(name)) return lockLines(text);
  if (/(?:requirements|constraints).*\.(?:txt|in)$/i.test(name) || /requirements\//.test(file)) {
    return textLines(name, text);
  }
  if (name === 'meson.build') return mesonLines(text);
  if (name === 'Cargo.toml') return cargoLines(text);
  return [];
}

const PYPROJECT_LISTS: readonly (readonly [RegExp, RequirementTable, string])[] = [
  [/^build-system\.requires$/, 'build', '[build-system] requires'],
  [/^project\.dependencies$/, 'runtime', '[project] dependencies'],
  [/^project\.optional-dependencies\.[^.]+$/, 'optional', '[project.optional-dependencies]'],
  [/^dependency-groups\.[^.]+$/, 'optional', '[dependency-groups]'],
  [/^tool\.flit\.metadata\.requires$/, 'runtime', '[tool.flit.metadata] requires'],
];

/** Backends install these for a build, too; one that is missing belongs into `[build-system]`. */
const BACKEND_LISTS: readonly (readonly [RegExp, RequirementTable, string])[] = [
  [
    /^tool\.hatch\.build\.(?:targets\.[^.]+\.)?hooks\.[^.]+\.dependencies$/,
    'build',
    'the dependencies of a build hook',
  ],
  [/^tool\.scikit-build\.build\.requires$/, 'build', '[tool.scikit-build] build.requires'],
];

const PYPROJECT_TABLES: readonly (readonly [RegExp, RequirementTable, string])[] = [
  [/^tool\.poetry\.dependencies$/, 'runtime', '[tool.poetry.dependencies]'],
  [/^tool\.poetry\.group\.[^.]+\.dependencies$/, 'optional', '[tool.poetry.group]'],
  [/^tool\.poetry\.dev-dependencies$/, 'optional', '[tool.poetry.dev-dependencies]'],
];

function pyprojectLines(text: string): readonly RequirementLine[] {
  return tomlPositions(text).flatMap((position): readonly RequirementLine[] => {
    const { path, line, endLine, value } = position;
    const own = match(PYPROJECT_LISTS, path);
    if (own) return [{ table: own.table, name: null, line, endLine: line, place: own.place }];
    const list = match([...PYPROJECT_LISTS, ...BACKEND_LISTS], path.slice(0, -1));
    if (list && value !== null) {
      return [
        {
          table: list.table,
          name: requirementName(value),
          line,
          endLine,
          text: value,
          place: list.place,
        },
      ];
    }
    const table = match(PYPROJECT_TABLES, path.slice(0, -1));
    const key = path.at(-1);
    if (table && key !== undefined) {
      const name = requirementName(key);
      return [{ table: table.table, name, line, endLine, place: table.place }];
    }
    const whole = match(PYPROJECT_TABLES, path);
    if (whole) return [{ table: whole.table, name: null, line, endLine: line, place: whole.place }];
    return [];
  });
}

/** The crate `numpy` is rust-numpy: what a Rust extension is built with. */
/** `numpy = …` in any table of dependencies, also dotted, or under another name. */
function cargoLines(text: string): readonly RequirementLine[] {
  const positions = tomlPositions(text).flatMap(({ path, line, endLine, value }) => {
    const at = path.indexOf('dependencies');
    const table = path.slice(0, at + 1);
    const isOwn = at === 0 || (at === 1 && path[0] === 'workspace') || path[0] === 'target';
    if (at < 0 || !isOwn || path.length < at + 2) return [];
    return [{ table, name: path[at + 1] ?? '', key: path[at + 2], line, endLine, value }];
  });
  const isNumpy = ({ name, key, value }: (typeof positions)[number]) =>
    name === 'numpy' || (key === 'package' && value === 'numpy');
  const names = new Set(positions.filter(isNumpy).map(({ name }) => name));
  return [...names].flatMap((name) => {
    const own = positions.filter((one) => one.name === name);
    const [first] = own;
    // The version stands in the workspace's own table.
    if (!first || own.some(({ key }) => key === 'workspace')) return [];
    const place = `[${first.table.join('.')}] in Cargo.toml`;
    return [{ table: 'build', name: 'numpy', line: first.line, endLine: first.endLine, place }];
  });
}

function match(
  rows: readonly (readonly [RegExp, RequirementTable, string])[],
  path: readonly string[],
): { readonly table: RequirementTable; readonly place: string } | null {
  const joined = path.join('.');
  for (const [pattern, table, place] of rows) if (pattern.test(joined)) return { table, place };
  return null;
}

function setupCfgLines(text: string): readonly RequirementLine[] {
  return iniEntries(text).flatMap(({ section, key, lines }): readonly RequirementLine[] => {
    const table = cfgTable(section, key);
    const first = lines[0];
    if (table === null || !first) return [];
    const place = `[${section}] ${key}`;
    const items = lines.flatMap(({ text: item, line }) => {
      const name = requirementName(item);
      return name === null ? [] : [{ table, name, line, endLine: line, text: item, place }];
    });
    return [{ table, name: null, line: first.line, endLine: first.line, place }, ...items];
  });
}

function cfgTable(section: string, key: string): RequirementTable | null {
  if (section === 'options' && key === 'install_requires') return 'runtime';
  if (section === 'options' && key === 'setup_requires') return 'build';
  if (section === 'options.extras_require') return 'optional';
  return null;
}

const SETUP_KEYWORDS: readonly (readonly [string, RequirementTable])[] = [
  ['setup_requires', 'build'],
  ['install_requires', 'runtime'],
  ['extras_require', 'optional'],
];

/** Keywords of `setup()`, given as a list, a string, or a name that is assigned elsewhere. */
function setupPyLines(text: string): readonly RequirementLine[] {
  const tokens = pythonTokens(text);
  return SETUP_KEYWORDS.flatMap(([keyword, table]) => {
    const at = tokens.findIndex(
      (token, index) =>
        token.text === keyword && ['=', ':'].includes(tokens[index + 1]?.text ?? ''),
    );
    const start = tokens[at];
    if (!start) return [];
    const place = `${keyword} in setup()`;
    const head = { table, name: null, line: start.line, endLine: start.line, place };
    return [head, ...valueStrings(tokens, at + 2).flatMap((token) => items(token, table, place))];
  });
}

/** The strings of the expression at `at`; a name is looked up at its assignment, once. */
function valueStrings(
  tokens: readonly PythonToken[],
  at: number,
  follow = true,
): readonly PythonToken[] {
  const first = tokens[at];
  if (!first) return [];
  if (first.kind === 'string') return [first];
  if (first.kind === 'operator' && '[({'.includes(first.text)) {
    return insideBrackets(tokens, at).filter((token) => token.kind === 'string');
  }
  if (first.kind !== 'name' || !follow) return [];
  const assigned = tokens.findIndex(
    (token, index) => token.text === first.text && tokens[index + 1]?.text === '=' && index !== at,
  );
  return assigned < 0 ? [] : valueStrings(tokens, assigned + 2, false);
}

function items(
  token: PythonToken,
  table: RequirementTable,
  place: string,
): readonly RequirementLine[] {
  return token.text.split('\n').flatMap((part, index) => {
    const name = requirementName(part);
    const line = token.line + index;
    return name === null ? [] : [{ table, name, line, endLine: line, text: part, place }];
  });
}

/**
 * The requirements of a file that others name as a list of them.
 *
 * @param table what they are for; undefined where only the file's name tells
 */
export function listedLines(
  file: string,
  text: string,
  table: RequirementTable | undefined,
): readonly RequirementLine[] {
  const lines = textLines(file, text);
  const list = { table: 'runtime', name: null, line: 1, endLine: 1, place: file } as const;
  const head = /dev|test|doc|lint|build/i.test(file) && table === undefined ? [] : [list];
  return [...head, ...lines].map((one) => (table === undefined ? one : { ...one, table }));
}

function textLines(file: string, text: string): readonly RequirementLine[] {
  const table = /build/i.test(file)
    ? 'build'
    : /dev|test|doc|lint/i.test(file)
      ? 'optional'
      : 'runtime';
  return text.split(/\r?\n/).flatMap((content, index) => {
    const wanted = content.replace(/(?:^|\s)#.*$/, '').trim();
    const name = requirementName(wanted);
    const line = index + 1;
    return name === null
      ? []
      : [{ table, name, line, endLine: line, text: wanted, place: file } as const];
  });
}

/** `[[package]] name = "x"`, as uv, Poetry, PDM and PEP 751 write it. */
function lockLines(text: string): readonly RequirementLine[] {
  return tomlPositions(text).flatMap(({ path, line, value }: TomlPosition) => {
    const isName = path.length === 3 && /^packages?$/.test(path[0] ?? '') && path[2] === 'name';
    if (!isName || value === null) return [];
    const name = requirementName(value);
    return name === null
      ? []
      : [{ table: 'lock', name, line, endLine: line, place: 'lock' } as const];
  });
}

function mesonLines(text: string): readonly RequirementLine[] {
  const tokens = pythonTokens(text);
  return tokens.flatMap((token, index) => {
    const call = tokens[index - 2];
    const isDependency = call?.text === 'dependency' && tokens[index - 1]?.text === '(';
    const name = token.kind === 'string' && isDependency ? requirementName(token.text) : null;
    if (name === null) return [];
    return [
      {
        table: 'build',
        name,
        line: token.line,
        endLine: token.line,
        place: 'dependency()',
      } as const,
    ];
  });
}
