import { baseName } from '../base-name.ts';

/** Lists of packages that are read nowhere here, and what helps instead. */
const OTHERS: readonly (readonly [RegExp, what: string, remedy: string])[] = [
  [
    /^pixi\.(?:lock|toml)$/i,
    'names packages of conda, which are no wheels',
    'Read what pixi installed: --environment-dir .pixi/envs/default (or another environment below .pixi/envs)',
  ],
  [
    /^(?:conda-?lock|environment|conda|.*[.-]conda-lock|conda-(?:linux|osx|win)-.*)(?:[.-].*)?\.(?:ya?ml|lock)$/i,
    'names packages of conda, which are no wheels',
    'Read what conda installed: --environment-dir "$CONDA_PREFIX"',
  ],
  [
    /^(?:pyproject\.toml|Pipfile|setup\.(?:py|cfg))$/,
    'names what is allowed, not what is installed',
    'Name the lock file that belongs to it (uv.lock, pylock.toml, poetry.lock, pdm.lock, Pipfile.lock), or one that `uv pip compile` writes: uv pip compile pyproject.toml -o requirements.txt',
  ],
];

/**
 * What is said of a file that names packages in a way that is not read; undefined for any other.
 *
 * @example otherList('pixi.lock')?.message // 'pixi.lock names packages of conda, which are no wheels'
 */
export function otherList(
  file: string,
): { readonly message: string; readonly remedy: string } | undefined {
  const [, what, remedy] = OTHERS.find(([name]) => name.test(baseName(file))) ?? [];
  return what === undefined || remedy === undefined
    ? undefined
    : { message: `${file} ${what}`, remedy };
}
