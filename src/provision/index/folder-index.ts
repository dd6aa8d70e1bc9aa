import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { IndexFile } from '../../packaging/index-project.ts';
import { indexFile } from './index-file.ts';
import { parseSimpleHtml } from './simple-html.ts';

/** A local index: `<folder>/<name>/` with files, or with an `index.html`. */
export async function readFolderPage(url: URL): Promise<readonly IndexFile[] | undefined> {
  const folder = fileURLToPath(url);
  try {
    const text = await readFile(join(folder, 'index.html'), 'utf8');
    return parseSimpleHtml(text, url.href);
  } catch {
    return await readFolder(folder);
  }
}

/** The files of a folder, or those that a page of links in a file names; undefined without it. */
export async function readFolder(folder: string): Promise<readonly IndexFile[] | undefined> {
  const isHtml = /\.html?$/i.test(folder);
  try {
    if (isHtml && (await stat(folder)).isFile()) {
      return parseSimpleHtml(await readFile(folder, 'utf8'), pathToFileURL(folder).href);
    }
    const names = await readdir(folder);
    return names.sort().flatMap(
      (filename) =>
        indexFile({
          filename,
          address: pathToFileURL(join(folder, filename)).href,
          base: pathToFileURL(folder).href,
          requiresPython: null,
          yanked: false,
          uploadTime: null,
          sha256: null,
          coreMetadata: false,
        }) ?? [],
    );
  } catch {
    return undefined;
  }
}
