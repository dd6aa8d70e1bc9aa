import { redact } from '../../escape/redact.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import type { IndexFile } from '../../packaging/index-project.ts';
import { readFolderPage } from './folder-index.ts';
import { type HttpOptions, httpGet, type Page, withoutLogin } from './http-client.ts';
import { readPage, writePage } from './page-cache.ts';
import { parseSimpleHtml } from './simple-html.ts';
import { parseSimpleJson } from './simple-json.ts';

const ACCEPT =
  'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01';
/** What an index that sends no Cache-Control is trusted for, as PyPI's own ten minutes. */
const DEFAULT_FRESH_SECONDS = 600;
const LONGEST_FRESH_SECONDS = 24 * 3600;

/** How pages are asked for, and where they are kept. */
export interface PageOptions {
  readonly http: HttpOptions;
  /** Absolute folder for parsed pages; null keeps nothing. */
  readonly cacheFolder: string | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What an index has of a project; `found` is false where it does not know it. */
export interface IndexPage {
  readonly found: boolean;
  readonly files: readonly IndexFile[];
}

/**
 * One page, from the cache while it is fresh, asked for with its ETag afterwards.
 *
 * @throws {UserError} exit 3 when the index refuses it, or answers as none does
 */
export async function fetchPage(address: string, options: PageOptions): Promise<IndexPage> {
  const url = new URL(address);
  if (url.protocol === 'file:') {
    const files = await readFolderPage(url);
    return { found: files !== undefined, files: files ?? [] };
  }
  const login = `${url.username}:${url.password}`;
  const clean = withoutLogin(url);
  const { cacheFolder, now, http } = options;
  const kept = cacheFolder === null ? undefined : await readPage(cacheFolder, clean, login);
  if (kept !== undefined && now() < kept.freshUntil) {
    return kept;
  }
  const headers = {
    Accept: ACCEPT,
    ...(kept?.etag == null ? {} : { 'If-None-Match': kept.etag }),
  };
  const page = await httpGet(address, headers, http);
  const isSame = page.status === 304 && kept !== undefined;
  const { found, files } = isSame ? kept : readAnswer(page, http.secrets);
  const etag = isSame ? kept.etag : (page.headers['etag'] ?? null);
  const freshUntil = now() + freshSeconds(page.headers['cache-control']) * 1000;
  if (cacheFolder !== null && found) {
    await writePage(cacheFolder, clean, login, { etag, freshUntil, found, files });
  }
  return { found, files };
}

function readAnswer(page: Page, secrets: readonly string[]): IndexPage {
  if (page.status === 404 || page.status === 410) {
    return { found: false, files: [] };
  }
  if (page.status !== 200) {
    throw refused(page, secrets);
  }
  const type = page.headers['content-type'] ?? '';
  const files = /json/i.test(type)
    ? parseSimpleJson(page.text, page.address)
    : (parseSimpleHtml(page.text, page.address) ?? parseSimpleJson(page.text, page.address));
  if (files === undefined) {
    throw new UserError(
      `${redact(page.address, secrets)} does not answer as a package index does (content type ${JSON.stringify(type)})`,
      {
        exitCode: EXIT.setUp,
        remedy:
          'Check the index address: it must be the simple index (PEP 503 or PEP 691), often ending in /simple',
      },
    );
  }
  return { found: true, files };
}

function refused(page: Page, secrets: readonly string[]): UserError {
  const place = redact(page.address, secrets);
  const isLogin = page.status === 401 || page.status === 403;
  return new UserError(`the package index refuses ${place}: HTTP ${page.status}`, {
    exitCode: EXIT.setUp,
    remedy: isLogin
      ? 'Check the user name and password of the index (in its address, UV_INDEX_*, or .netrc)'
      : 'Check the index address (--index-url, UV_DEFAULT_INDEX)',
  });
}

function freshSeconds(cacheControl: string | undefined): number {
  if (/no-cache|no-store/.test(cacheControl ?? '')) {
    return 0;
  }
  const seconds = Number(/max-age=(\d+)/.exec(cacheControl ?? '')?.[1] ?? DEFAULT_FRESH_SECONDS);
  return Math.min(seconds, LONGEST_FRESH_SECONDS);
}
