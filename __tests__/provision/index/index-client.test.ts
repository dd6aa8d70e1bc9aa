import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { createReadBudget } from '../../../src/host/read-budget.ts';
import { UserError } from '../../../src/model/user-error.ts';
import type { HttpOptions } from '../../../src/provision/index/http-client.ts';
import {
  createIndexClient,
  type IndexClientOptions,
} from '../../../src/provision/index/index-client.ts';
import { pureWheel } from '../../support/stored-zip.ts';
import { HTML_PAGE, JSON_TYPE, type LocalIndex, localIndex, PAGE } from './local-index.ts';

const open: LocalIndex[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(...args: Parameters<typeof localIndex>): Promise<LocalIndex> {
  const server = await localIndex(...args);
  open.push(server);
  return server;
}

const retries: string[] = [];
const http: HttpOptions = {
  idleSeconds: 0.5,
  totalSeconds: 5,
  capBytes: 1_000_000,
  certificates: null,
  insecureHosts: [],
  proxyFor: () => null,
  signal: new AbortController().signal,
  attempts: 3,
  pauseMilliseconds: 5,
  netrc: null,
  secrets: [],
  onRetry: (text) => retries.push(text),
};

function client(indexes: readonly string[], more: Partial<IndexClientOptions> = {}) {
  return createIndexClient({
    settings: { indexes, findLinks: [], strategy: 'first-index', secrets: [] },
    cwd: '/',
    http,
    cacheFolder: null,
    now: () => 0,
    ...more,
  });
}

function send(response: ServerResponse, type: string, body: string, status = 200): void {
  response.writeHead(status, { 'Content-Type': type }).end(body);
}

async function failure(promise: Promise<unknown>): Promise<UserError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof UserError) {
    return error;
  }
  throw new Error(`no UserError but ${String(error)}`);
}

test.each([
  ['JSON (PEP 691)', JSON_TYPE, PAGE],
  ['HTML only (PEP 503)', 'text/html; charset=utf-8', HTML_PAGE],
])('%s', async (_, type, body) => {
  const server = await serve((_request, response) => send(response, type, body));
  const { files } = await client([`${server.address}/simple`]).fetchProject('numpy');
  expect(server.requests.map(({ url }) => url)).toEqual(['/simple/numpy/']);
  expect(server.requests[0]?.headers.accept).toContain(JSON_TYPE);
  expect(files.map(({ uploadTime, ...file }) => file)).toEqual([
    {
      filename: 'numpy-2.0.2-cp39-cp39-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
      version: '2.0.2',
      isWheel: true,
      tags: ['cp39-cp39-manylinux_2_17_x86_64', 'cp39-cp39-manylinux2014_x86_64'],
      requiresPython: '>=3.9',
      yanked: false,
      url: `${server.address}/files/numpy-2.0.2-cp39-cp39-manylinux_2_17_x86_64.manylinux2014_x86_64.whl`,
      sha256: 'a'.repeat(64),
      coreMetadata: true,
    },
    {
      filename: 'numpy-2.1.0.tar.gz',
      version: '2.1.0',
      isWheel: false,
      tags: [],
      requiresPython: null,
      yanked: 'broken',
      url: 'https://files.example/numpy-2.1.0.tar.gz',
      sha256: null,
      coreMetadata: false,
    },
  ]);
});

test('500 twice, then an answer', async () => {
  const server = await serve((_request, response, count) =>
    count <= 2 ? send(response, 'text/plain', 'no', 500) : send(response, JSON_TYPE, PAGE),
  );
  const { files } = await client([server.address]).fetchProject('numpy');
  expect(files).toHaveLength(2);
  expect(server.requests).toHaveLength(3);
  expect(retries.at(-1)).toContain('it answers HTTP 500; next try in 0.01 s');
});

test('500 for ever is a set-up failure that names the index', async () => {
  const server = await serve((_request, response) => send(response, 'text/plain', 'no', 503));
  const error = await failure(client([server.address]).fetchProject('numpy'));
  expect(error.exitCode).toBe(3);
  expect(error.message).toContain('it answers HTTP 503 (3 tries)');
});

test('a 4xx fails at once', async () => {
  const server = await serve((_request, response) => send(response, 'text/plain', 'no', 403));
  const error = await failure(client([server.address]).fetchProject('numpy'));
  expect(error.message).toContain('HTTP 403');
  expect(error.exitCode).toBe(3);
  expect(server.requests).toHaveLength(1);
});

test.each(['not an address', 'ftp://example.org/simple'])(
  'what is no address of an index is wrong usage: %s',
  async (address) => {
    const error = await failure(client([address]).fetchProject('numpy'));
    expect(error.message).toBe(`${JSON.stringify(address)} is no index address`);
    expect(error.exitCode).toBe(2);
  },
);

test('404 means that the project is not there', async () => {
  const server = await serve((_request, response) => send(response, 'text/plain', 'no', 404));
  expect((await client([server.address]).fetchProject('numpy')).files).toEqual([]);
  expect(server.requests).toHaveLength(1);
});

test.each([
  ['HTML that is no index', 'text/html', 'Welcome to the captive portal'],
  ['cut JSON', JSON_TYPE, PAGE.slice(0, -20)],
  ['other JSON', JSON_TYPE, '{"files": "none"}'],
  ['a file without a name', JSON_TYPE, '{"files": [{"url": "x"}]}'],
  ['an unknown major version', JSON_TYPE, '{"meta": {"api-version": "2.0"}, "files": []}'],
  ['nothing', '', ''],
])('garbage is never a plan: %s', async (_, type, body) => {
  const server = await serve((_request, response) => send(response, type, body));
  const error = await failure(client([server.address]).fetchProject('numpy'));
  expect(error.message).toContain('does not answer as a package index does');
  expect(error.exitCode).toBe(3);
});

test('an answer that breaks off is asked again', async () => {
  const server = await serve((_request, response, count) => {
    if (count === 1) {
      response.writeHead(200, { 'Content-Type': JSON_TYPE, 'Content-Length': PAGE.length });
      response.write(PAGE.slice(0, 50), () => response.destroy());
    } else {
      send(response, JSON_TYPE, PAGE);
    }
  });
  expect((await client([server.address]).fetchProject('numpy')).files).toHaveLength(2);
});

test('an index that is silent is given up, and said so', async () => {
  const server = await serve(() => undefined);
  const error = await failure(client([server.address]).fetchProject('numpy'));
  expect(error.message).toContain('no answer within 0.5 s (3 tries)');
});

test('an index that is slow but talks is waited for', async () => {
  const server = await serve((_request, response) => {
    response.writeHead(200, { 'Content-Type': JSON_TYPE });
    const parts = PAGE.match(/[\s\S]{1,200}/g) ?? [];
    const timer = setInterval(() => {
      const part = parts.shift();
      if (part === undefined) {
        clearInterval(timer);
        response.end();
      } else {
        response.write(part);
      }
    }, 100);
  });
  expect((await client([server.address]).fetchProject('numpy')).files).toHaveLength(2);
});

test('no server at all', async () => {
  const server = await localIndex(() => undefined);
  await server.close();
  const error = await failure(client([server.address]).fetchProject('numpy'));
  expect(error.message).toMatch(/cannot be used: connect ECONNREFUSED .*\(3 tries\)/);
});

test('basic auth from the address goes to that origin only, and into no message', async () => {
  const files = await serve((_request, response) => send(response, JSON_TYPE, PAGE));
  const server = await serve((_request, response) => {
    response.writeHead(302, { Location: `${files.address}/other/` }).end();
  });
  const address = server.address.replace('://', '://user:s3cr%40t@');
  await client([address]).fetchProject('numpy');
  const sent = server.requests[0]?.headers.authorization ?? '';
  expect(Buffer.from(sent.replace('Basic ', ''), 'base64').toString()).toBe('user:s3cr@t');
  expect(files.requests[0]?.headers.authorization).toBeUndefined();

  const refusing = await serve((_request, response) => send(response, 'text/plain', 'no', 401));
  const error = await failure(
    client([refusing.address.replace('://', '://user:s3cr%40t@')]).fetchProject('numpy'),
  );
  expect(`${error.message} ${error.remedy}`).not.toContain('s3cr');
  expect(error.remedy).toContain('user name and password');
});

test('basic auth from .netrc', async () => {
  const server = await serve((_request, response) => send(response, JSON_TYPE, PAGE));
  const netrc = 'machine other login x password y\nmachine 127.0.0.1\n  login u password p\n';
  await client([server.address], { http: { ...http, netrc } }).fetchProject('numpy');
  expect(server.requests[0]?.headers.authorization).toBe('Basic dTpw');
});

test('the first index that has the project decides; merging is asked for', async () => {
  const other = PAGE.replaceAll('2.0.2', '2.0.1');
  const empty = await serve((_request, response) => send(response, 'text/plain', '', 404));
  const first = await serve((_request, response) => send(response, JSON_TYPE, PAGE));
  const second = await serve((_request, response) => send(response, JSON_TYPE, other));
  const indexes = [empty.address, first.address, second.address];
  const versions = async (strategy: 'first-index' | 'merge') => {
    const settings = { indexes, findLinks: [], strategy, secrets: [] };
    const { files } = await client(indexes, { settings }).fetchProject('numpy');
    return files.map(({ version }) => version);
  };
  expect(await versions('first-index')).toEqual(['2.0.2', '2.1.0']);
  expect(await versions('merge')).toEqual(['2.0.2', '2.1.0', '2.0.1']);
});

describe('with a folder', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'index-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('--find-links names a folder of wheels', async () => {
    await writeFile(join(folder, 'numpy-9.0-py3-none-any.whl'), '');
    await writeFile(join(folder, 'numpydoc-1.0-py3-none-any.whl'), '');
    await writeFile(join(folder, 'numpy_thing-1.0-py3-none-any.whl'), '');
    const settings = {
      indexes: [],
      findLinks: ['.'],
      strategy: 'first-index',
      secrets: [],
    } as const;
    const { files } = await client([], { settings, cwd: folder }).fetchProject('numpy');
    expect(files.map(({ filename }) => filename)).toEqual(['numpy-9.0-py3-none-any.whl']);
  });

  test('pages are kept: fresh ones unasked, older ones by their ETag', async () => {
    const server = await serve((request, response) => {
      if (request.headers['if-none-match'] === '"1"') {
        response.writeHead(304, { ETag: '"1"' }).end();
      } else {
        response
          .writeHead(200, { 'Content-Type': JSON_TYPE, ETag: '"1"', 'Cache-Control': 'max-age=60' })
          .end(PAGE);
      }
    });
    let time = 0;
    // Each run has a client of its own.
    const run = () =>
      client([server.address.replace('://', '://u:p@')], {
        cacheFolder: folder,
        now: () => time,
      });
    const first = await run().fetchProject('numpy');
    time = 59_000;
    expect(await run().fetchProject('numpy')).toEqual(first);
    expect(server.requests).toHaveLength(1);
    time = 61_000;
    expect(await run().fetchProject('numpy')).toEqual(first);
    expect(server.requests).toHaveLength(2);
    // Another login must not see what this one may.
    const same = run();
    await Promise.all([same.fetchProject('numpy'), same.fetchProject('numpy')]);
    expect(server.requests).toHaveLength(2);
    const stranger = client([server.address], { cacheFolder: folder, now: () => time });
    await stranger.fetchProject('numpy');
    expect(server.requests[2]?.headers['if-none-match']).toBeUndefined();
  });
});

test('METADATA beside a wheel (PEP 658)', async () => {
  const server = await serve((request, response) =>
    request.url?.endsWith('.metadata')
      ? send(response, 'text/plain', 'Metadata-Version: 2.1\nName: numpy\n')
      : send(response, JSON_TYPE, PAGE),
  );
  const index = client([server.address]);
  const { files } = await index.fetchProject('numpy');
  const [wheel, archive] = files;
  expect(wheel && (await index.fetchMetadata(wheel))).toContain('Name: numpy');
  expect(archive && (await index.fetchMetadata(archive))).toBeUndefined();
});

test('METADATA beside a wheel whose address has a query, as that of a signed one', async () => {
  const page = PAGE.replaceAll('x86_64.whl"', 'x86_64.whl?Signature=a/b"').replace(
    /"filename":"([^"]+)\?[^"]*"/,
    '"filename":"$1"',
  );
  const server = await serve(({ url = '' }, response) =>
    /\.whl\.metadata\?Signature=a\/b$/.test(url)
      ? send(response, 'text/plain', 'Metadata-Version: 2.1\nName: numpy\n')
      : send(response, JSON_TYPE, url.includes('.whl') ? 'no' : page),
  );
  const index = client([server.address]);
  const [wheel] = (await index.fetchProject('numpy')).files;
  expect(wheel && (await index.fetchMetadata(wheel))).toContain('Name: numpy');
});

test.each([
  ['GZIP', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
])('a page packed by %s, whatever was asked for', async (encoding, pack) => {
  const server = await serve((_request, response) =>
    response
      .writeHead(200, { 'Content-Type': JSON_TYPE, 'Content-Encoding': encoding })
      .end(pack(PAGE)),
  );
  expect((await client([server.address]).fetchProject('numpy')).files).toHaveLength(2);
});

const WHEEL = pureWheel('numpy', {
  'numpy/core.py': 'x = 1\n',
  'numpy/big.bin': 'z'.repeat(400_000),
});
const onIndex = (address: string, sha256: string | null) => ({
  filename: 'numpy-1.0-py3-none-any.whl',
  version: '1.0',
  isWheel: true,
  tags: [],
  requiresPython: null,
  yanked: false,
  coreMetadata: false,
  url: new URL('/numpy-1.0-py3-none-any.whl', address).href,
  sha256,
  uploadTime: null,
});
const sum = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

test.each([
  ['its checksum', sum(WHEEL), 10 ** 6, 'x = 1\n', undefined],
  ['no checksum, which reading does not need', null, 10 ** 6, 'x = 1\n', undefined],
  ['another checksum', sum('other'), 10 ** 6, undefined, undefined],
  ['more bytes than are left', sum(WHEEL), 1000, undefined, 'bytes'],
])('a wheel from a server without ranges, with %s', async (_, sha256, bytes, expected, cut) => {
  let asked = 0;
  const server = await serve((_request, response) => {
    asked += 1;
    response.end(WHEEL);
  });
  const budget = createReadBudget(bytes, 60);
  const wheel = await client([server.address]).openWheel(onIndex(server.address, sha256), budget);
  budget.end();
  const text = wheel && !('kind' in wheel) ? await wheel.read('numpy/core.py') : undefined;
  expect(text && new TextDecoder().decode(text)).toBe(expected);
  expect(budget.cut).toBe(cut);
  // What is too large is not asked for again.
  expect(asked).toBe(1);
});

test('requests share a connection', async () => {
  const sockets = new Set<unknown>();
  const server = await serve((request, response) => {
    sockets.add(request.socket);
    send(response, JSON_TYPE, PAGE);
  });
  const index = client([server.address]);
  await index.fetchProject('one');
  await index.fetchProject('two');
  await index.fetchProject('three');
  expect(sockets.size).toBe(1);
});

test('a kept connection that the server has closed meanwhile is opened again', async () => {
  const server = await serve((request, response, count) => {
    // The second request finds a connection that dies under it, without an answer.
    if (count === 2) request.socket.destroy();
    else send(response, JSON_TYPE, PAGE);
  });
  const index = client([server.address]);
  await index.fetchProject('one');
  expect((await index.fetchProject('two')).files).toEqual([]);
});
