import { isAbsolute, join, resolve } from 'node:path';

/**
 * The folders that a `.pth` file puts on `sys.path` (module `site`): a line each, relative to the
 * folder of the file; comments, empty lines and `import` lines name none.
 *
 * @param text the file's text
 * @param folder the site-packages folder that holds it
 * @returns absolute folders, in order, whether they exist or not
 * @example pthFolders('# x\nvendored\nimport y\n', '/v') // ['/v/vendored']
 */
export function pthFolders(text: string, folder: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !line.startsWith('#') && !/^import[ \t]/.test(line))
    .map((line) => (isAbsolute(line) ? resolve(line) : join(folder, line)));
}

/** An absolute path with forward slashes and without a trailing one. */
export function posix(path: string): string {
  const text = path.replaceAll('\\', '/');
  return text.length > 1 && text.endsWith('/') ? text.slice(0, -1) : text;
}

/**
 * The part of `path` below `folder`; undefined when it lies elsewhere.
 *
 * @example below('/v/lib/a/b.so', '/v/lib') // 'a/b.so'
 */
export function below(path: string, folder: string): string | undefined {
  const [file, parent] = [posix(path), posix(folder)];
  return file.startsWith(`${parent}/`) ? file.slice(parent.length + 1) : undefined;
}
