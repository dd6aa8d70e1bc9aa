import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A cache service on loopback that speaks both protocols of `@actions/cache`. */
export interface RunningCacheService {
  /** Ends with a slash. */
  readonly url: string;
  /** Archives that were saved whole, by key; a test may change them. */
  readonly archives: Map<string, Buffer>;
  /** Tokens that requests carried. */
  readonly tokens: Set<string>;
  /** Answers every request with this status; null: as usual. */
  fail(status: number | null): void;
  close(): Promise<void>;
}

interface Upload {
  readonly key: string;
  readonly blocks: Map<string, Buffer>;
  bytes: Buffer;
}

const TWIRP = '/twirp/github.actions.results.api.v1.CacheService/';

/** Where archives of version 2 lie, if not with the service: places to write and to read them. */
export interface Blobs {
  uploadUrl(name: string): string;
  downloadUrl(name: string): string;
}

/** Version 1 is a REST interface, version 2 three JSON calls and a block blob. */
export async function startCacheService(blobs?: Blobs): Promise<RunningCacheService> {
  const archives = new Map<string, Buffer>();
  const tokens = new Set<string>();
  const uploads: Upload[] = [];
  let status: number | null = null;
  let url = '';
  const begin = (key: string): number =>
    uploads.push({ key, blocks: new Map(), bytes: Buffer.alloc(0) });
  const finish = (key: string): void => {
    const upload = uploads.findLast((one) => one.key === key);
    if (upload) archives.set(key, upload.bytes);
  };
  const newest = (keys: readonly string[]): string | undefined =>
    [...archives.keys()].findLast((one) => keys.some((key) => one.startsWith(key)));
  const download = (key: string): string =>
    blobs?.downloadUrl(key) ?? `${url}download/${encodeURIComponent(key)}`;
  const uploadTo = (key: string): string =>
    blobs?.uploadUrl(key) ?? `${url}account/caches/${begin(key) - 1}`;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const { pathname, searchParams } = new URL(request.url ?? '', url);
    const token = request.headers.authorization?.replace(/^Bearer /, '');
    if (token !== undefined) tokens.add(token);
    const json = (value: unknown, code = 200): void => {
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    if (status !== null) return json({ msg: 'broken' }, status);
    const said = request.headers['content-type']?.includes('json') ? JSON.parse(String(body)) : {};
    const place = `${request.method} ${pathname}`;
    if (place === `POST ${TWIRP}CreateCacheEntry`) {
      return json({ ok: true, signed_upload_url: uploadTo(said.key) });
    }
    if (place === `POST ${TWIRP}FinalizeCacheEntryUpload`) {
      if (blobs) archives.set(said.key, Buffer.alloc(0));
      else finish(said.key);
      return json({ ok: true, entry_id: '1' });
    }
    if (place === `POST ${TWIRP}GetCacheEntryDownloadURL`) {
      const key = newest([said.key, ...(said.restore_keys ?? [])]);
      if (key === undefined) return json({ ok: false });
      return json({ ok: true, signed_download_url: download(key), matched_key: key });
    }
    if (request.method === 'PUT' && pathname.startsWith('/account/caches/')) {
      const upload = uploads[Number(pathname.split('/').at(-1))];
      const id = searchParams.get('blockid');
      if (upload && id !== null) upload.blocks.set(id, body);
      else if (upload && searchParams.get('comp') === 'blocklist') {
        const ids = [...String(body).matchAll(/<Latest>([^<]+)</g)].map(([, one]) => one ?? '');
        upload.bytes = Buffer.concat(ids.map((one) => upload.blocks.get(one) ?? Buffer.alloc(0)));
      } else if (upload) upload.bytes = body;
      response.writeHead(201).end();
      return;
    }
    if (place === 'GET /_apis/artifactcache/cache') {
      const key = newest((searchParams.get('keys') ?? '').split(','));
      if (key !== undefined) return json({ archiveLocation: download(key), cacheKey: key });
      response.writeHead(204).end();
      return;
    }
    if (place === 'POST /_apis/artifactcache/caches')
      return json({ cacheId: begin(said.key) }, 201);
    const [, id] = /^\/_apis\/artifactcache\/caches\/(\d+)$/.exec(pathname) ?? [];
    const upload = uploads[Number(id) - 1];
    if (upload && request.method === 'PATCH') {
      upload.bytes = Buffer.concat([upload.bytes, body]);
      response.writeHead(204).end();
      return;
    }
    if (upload) {
      finish(upload.key);
      response.writeHead(204).end();
      return;
    }
    const archive = archives.get(decodeURIComponent(pathname.replace('/download/', '')));
    if (archive) response.writeHead(200, { 'content-length': archive.length }).end(archive);
    else response.writeHead(404).end();
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    archives,
    tokens,
    fail: (code) => {
      status = code;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
