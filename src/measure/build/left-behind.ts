import { isMadeFolder } from '../../packaging/made-folder.ts';

/** What lies beside an entry and says what kind of folder this is. */
export interface Surroundings {
  /** Names in the folder that holds the entry. */
  readonly siblings: ReadonlySet<string>;
  /** Names inside the entry, when it is a folder. */
  readonly inside: ReadonlySet<string>;
}

const BUILD_FILES = ['pyproject.toml', 'setup.py', 'meson.build', 'CMakeLists.txt', 'Cargo.toml'];
const CACHES =
  /^(__pycache__|\.tox|\.nox|\.mypy_cache|\.pytest_cache|\.ruff_cache|\.hypothesis|\.eggs|\.mesonpy-.*|_skbuild|node_modules|.+\.egg-info|\.venv|\.cache|\.pixi|\.conda|\.direnv|\.ipynb_checkpoints|\.dvc|htmlcov)$/;

/**
 * Whether an untracked entry stays out of the private copy: results of earlier builds (a stale
 * object file would be linked again, whatever the NumPy), environments and caches.
 *
 * @param name the entry's base name
 * @param isFolder whether it is a folder
 */
export function isLeftBehind(name: string, isFolder: boolean, around: Surroundings): boolean {
  if (!isFolder) return isCompiled(name);
  if (CACHES.test(name)) return true;
  if (isMadeFolder(around.inside)) return true;
  if (around.inside.has('CMakeCache.txt') || around.inside.has('build.ninja')) return true;
  const isBesideBuildFile = BUILD_FILES.some((file) => around.siblings.has(file));
  return isBesideBuildFile && /^(build|dist|wheelhouse|target)$/.test(name);
}

/** Extension modules and object files; a plain `libfoo.so` may be a prebuilt library to link. */
function isCompiled(name: string): boolean {
  if (/\.(o|obj|pyc|pyd)$/i.test(name)) return true;
  return /\.so$/.test(name) && !/^lib/.test(name);
}

const HUGE_BYTES = 16 * 1024 * 1024;
/** What a build compiles, links or unpacks, however large. */
const BUILD_INPUT =
  /\.(c|cc|cpp|cxx|cu|h|hh|hpp|hxx|inc|f|f90|f95|for|pyx|pxd|pxi|py|rs|go|a|lib|so(\.[\d.]+)?|dll|dylib|tar(\.\w+)?|tgz|zip)$/i;

/**
 * Whether a file that git ignores stays out of the copy: data sets and models of gigabytes lie in
 * checkouts, and no fresh checkout has them to build from.
 */
export function isHugeData(name: string, bytes: number): boolean {
  return bytes > HUGE_BYTES && !BUILD_INPUT.test(name);
}
