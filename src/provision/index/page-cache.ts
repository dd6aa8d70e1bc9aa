import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepText } from '../../host/keep-text.ts';
import type { IndexFile } from '../../packaging/index-project.ts';

/** A parsed index page with what HTTP says about its freshness. */
export interface CachedPage {
  readonly etag: string | null;
  /** Milliseconds since 1970 up to which it may be used unasked. */
  readonly freshUntil: number;
  readonly found: boolean;
  readonly files: readonly IndexFile[];
}

/** Raise it when the form below changes; older entries are then misses. */
const FORM = 1;

/**
 * Reads a page kept by `writePage`. Anything unreadable is a miss.
 *
 * @param folder absolute
 * @param address without credentials; `login` tells apart what two users may see
 */
export async function readPage(
  folder: string,
  address: string,
  login: string,
): Promise<CachedPage | undefined> {
  try {
    const text = await readFile(fileOf(folder, address, login), 'utf8');
    const entry = JSON.parse(text) as Partial<CachedPage> & { form?: number; address?: string };
    return entry.form === FORM && entry.address === address && Array.isArray(entry.files)
      ? (entry as CachedPage)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a page. */
export async function writePage(
  folder: string,
  address: string,
  login: string,
  page: CachedPage,
): Promise<void> {
  await keepText(fileOf(folder, address, login), JSON.stringify({ form: FORM, address, ...page }));
}

function fileOf(folder: string, address: string, login: string): string {
  const key = createHash('sha256').update(`${address}\n${login}`).digest('hex');
  return join(folder, `${key.slice(0, 32)}.json`);
}
