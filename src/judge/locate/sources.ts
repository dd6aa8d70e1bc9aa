import path from 'node:path';
import type { Files } from '../../model/ports.ts';
import { isMadeFolder } from '../../packaging/made-folder.ts';

/** The repository's files, as far as an annotation may point at them. */
export interface Sources {
  /** The git top level that contains the project, absolute. */
  readonly root: string;
  /** The project's folder relative to `root`, POSIX; empty when it is the root itself. */
  readonly project: string;
  /** POSIX paths relative to `root`, sorted. */
  list(): Promise<readonly string[]>;
  /** The text of a listed file; undefined when it is not listed, too big, or no text. */
  text(file: string): Promise<string | undefined>;
}

const MAX_FILES = 20_000;
const MAX_BYTES = 2 * 1024 * 1024;

/** Folders that hold nothing that a maintainer edits. */
const SKIPPED =
  /(?:^|\/)(?:\.git|\.hg|\.svn|node_modules|build|dist|_skbuild|\.?venv[^/]*|\.?env|\.tox|\.nox|\.eggs|[^/]*\.egg-info|__pycache__|site-packages|\.mypy_cache|\.pytest_cache|\.ruff_cache|builddir|cmake-build-[^/]*|target)(?:\/|$)/;

/**
 * @param files the file system
 * @param root the git top level, absolute
 * @param project the project's folder, absolute or relative to `root`
 */
export function repositorySources(files: Files, root: string, project: string): Sources {
  const relative = path.relative(root, path.resolve(root, project)).split(path.sep).join('/');
  let listed: Promise<readonly string[]> | undefined;
  const texts = new Map<string, Promise<string | undefined>>();
  const list = () => {
    listed ??= files
      .list(root, {
        maxFiles: MAX_FILES,
        skip: (file) => SKIPPED.test(file),
        skipFolder: isMadeFolder,
      })
      .then((found) => found.filter((file) => isClean(file) && !SKIPPED.test(file)).sort());
    return listed;
  };
  const read = async (file: string) => {
    if (!(await list()).includes(file)) return undefined;
    const text = await files.readText(path.join(root, file), MAX_BYTES);
    return text?.includes('\u0000') ? undefined : text;
  };
  return {
    root,
    project: relative === '.' || relative.startsWith('..') ? '' : relative,
    list,
    text: (file) => {
      const known = texts.get(file) ?? read(file);
      texts.set(file, known);
      return known;
    },
  };
}

/** A path that GitHub can match: no `.` or `..`, no backslash, not absolute. */
function isClean(file: string): boolean {
  return !file.split(/[/\\]/).some((part) => part === '' || part === '.' || part === '..');
}
