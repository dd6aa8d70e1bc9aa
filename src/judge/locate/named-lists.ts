import path from 'node:path';
import type { RequirementTable } from '../../model/look.ts';
import { iniEntries } from '../../packaging/pyproject/ini-positions.ts';
import { tomlPositions } from '../../packaging/pyproject/toml-positions.ts';
import { pythonTokens } from './python-tokens.ts';
import type { Sources } from './sources.ts';

/** A file of requirements that the project's metadata is made of. */
export interface NamedList {
  /** Relative to the repository's top. */
  readonly file: string;
  /** What they are for; undefined where a program reads the file, which may do anything with it. */
  readonly table: RequirementTable | undefined;
}

/**
 * The files that a project reads its requirements from, as its `pyproject.toml`, `setup.cfg` and
 * `setup.py` name them.
 */
export async function namedLists(sources: Sources): Promise<readonly NamedList[]> {
  const inside = (name: string) => path.posix.join(sources.project, name);
  const text = async (name: string) => (await sources.text(inside(name))) ?? '';
  const named = [
    ...inPyproject(await text('pyproject.toml')),
    ...inSetupCfg(await text('setup.cfg')),
    ...inSetupPy(await text('setup.py')),
  ].map(({ file, table }) => ({ file: inside(file), table }));
  const files = new Set(await sources.list());
  const byFile = new Map(named.toReversed().map((one) => [one.file, one]));
  return [...byFile.values()].reverse().filter(({ file }) => files.has(file));
}

const IN_PYPROJECT: readonly (readonly [RegExp, RequirementTable])[] = [
  [/^tool\.setuptools\.dynamic\.dependencies\.file(?:\.\d+)?$/, 'runtime'],
  [/^tool\.setuptools\.dynamic\.optional-dependencies\.[^.]+\.file(?:\.\d+)?$/, 'optional'],
  [/^tool\.hatch\.metadata\.hooks\.requirements_txt\.files\.\d+$/, 'runtime'],
];

/** Programs read other texts, too, such as the long description. */
const IS_LIST = /^(?=.*(?:req|dep|install))[^\s*?]+\.(?:txt|in|pip)$/i;

function inPyproject(text: string): readonly NamedList[] {
  return tomlPositions(text).flatMap(({ path: keys, value }) => {
    const joined = keys.join('.');
    const row = IN_PYPROJECT.find(([pattern]) => pattern.test(joined));
    return row && value !== null ? [{ file: value, table: row[1] }] : [];
  });
}

function inSetupCfg(text: string): readonly NamedList[] {
  return iniEntries(text).flatMap(({ section, key, lines }): readonly NamedList[] => {
    const files = /^\s*file:\s*(.+)$/s.exec(lines.map((line) => line.text).join(','))?.[1];
    const table =
      section === 'options' && /^install[_-]requires$/.test(key)
        ? 'runtime'
        : section === 'options.extras_require'
          ? 'optional'
          : null;
    if (files === undefined || table === null) return [];
    return files.split(',').map((file) => ({ file: file.trim(), table }));
  });
}

/** Whole, or the last two parts of a path that is put together. */
function inSetupPy(text: string): readonly NamedList[] {
  const strings = pythonTokens(text).filter(({ kind }) => kind === 'string');
  return strings.flatMap((token, index) =>
    [`${strings[index - 1]?.text}/${token.text}`, token.text]
      .filter((file) => IS_LIST.test(file))
      .map((file) => ({ file, table: undefined })),
  );
}
