import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createReadBudget, endlessBudget } from '../../../src/host/read-budget.ts';
import { remoteWheel } from '../../../src/provision/index/remote-wheel.ts';
import { openWheel, type Wheel } from '../../../src/wheels/open-wheel.ts';
import { storedZip } from '../../support/stored-zip.ts';
import { HTTP, type LocalIndex, localIndex } from './local-index.ts';

const METADATA = 'Metadata-Version: 2.1\nName: pkg\nVersion: 1.0\n';
const BIG = randomBytes(3_000_000);
const SMALL = randomBytes(50_000);
const LAST = ['pkg-1.0.dist-info/METADATA', Buffer.from(METADATA)] as const;
const wheel = storedZip([
  ['pkg/big.so', BIG],
  ['pkg/small.so', SMALL],
  ['pkg/data.bin', randomBytes(700_000)],
  LAST,
]);

/** The end of the archive, and what is read ahead of a small member. */
const LITTLE = 256 * 1024 + 512 * 1024;
const never = new AbortController().signal;

let server: LocalIndex | undefined;
let sent = 0;
afterEach(async () => server?.close());

async function open(
  archive: Buffer,
  budget = endlessBudget(never),
  answer = ranged,
): Promise<Wheel> {
  sent = 0;
  server = await localIndex((request, response) => answer(archive, request, response));
  const address = `${server.address}/pkg-1.0-py3-none-any.whl`;
  const source = await remoteWheel(address, { sha256: null }, HTTP, budget);
  const opened = source && (await openWheel(source));
  if (opened === undefined || 'kind' in opened) throw new Error(opened?.reason ?? 'nothing');
  return opened;
}

test('only the members that are read are fetched, each with one request', async () => {
  const opened = await open(wheel);
  expect(opened.metadata).toBe(METADATA);
  expect(opened.members.map(({ path }) => path)).toContain('pkg/big.so');
  expect(server?.requests).toHaveLength(1);
  expect(Buffer.from((await opened.read('pkg/small.so')) ?? []).equals(SMALL)).toBe(true);
  expect(server?.requests).toHaveLength(2);
  expect(sent).toBeLessThanOrEqual(LITTLE);
  expect(Buffer.from((await opened.read('pkg/big.so')) ?? []).equals(BIG)).toBe(true);
  expect(server?.requests).toHaveLength(3);
});

test('small members that lie side by side come with one request', async () => {
  const small = Array.from({ length: 9 }, (_, at) => [`pkg/${at}.so`, SMALL] as const);
  const opened = await open(storedZip([['pkg/big.so', BIG], ...small, ['x', BIG], LAST]));
  for (const [path] of small) expect(await opened.read(path)).toHaveLength(SMALL.length);
  expect(server?.requests).toHaveLength(2);
});

test('a list of members that is longer than the tail is read in few requests', async () => {
  const many = Array.from({ length: 8000 }, (_, at) => [`pkg/a-long-name-${at}.py`, ''] as const);
  const opened = await open(storedZip([['pkg/big.so', BIG], ...many, LAST]));
  expect(opened.members).toHaveLength(8002);
  expect(server?.requests.length).toBeLessThan(10);
});

test('members may be read side by side', async () => {
  const opened = await open(wheel);
  const [small, big] = await Promise.all([opened.read('pkg/small.so'), opened.read('pkg/big.so')]);
  expect(Buffer.from(small ?? []).equals(SMALL)).toBe(true);
  expect(Buffer.from(big ?? []).equals(BIG)).toBe(true);
});

test.each([416, 400, 501])(
  'a server that counts from the start only, and else answers %i',
  async (status) => {
    const opened = await open(wheel, endlessBudget(never), (archive, request, response) => {
      if (request.headers.range?.startsWith('bytes=-')) response.writeHead(status).end();
      else ranged(archive, request, response);
    });
    expect(opened.metadata).toBe(METADATA);
    expect(Buffer.from((await opened.read('pkg/small.so')) ?? []).equals(SMALL)).toBe(true);
    expect(sent).toBeLessThanOrEqual(LITTLE);
  },
);

test('what the budget does not hold is not asked for', async () => {
  const budget = createReadBudget(500_000, 60);
  const opened = await open(wheel, budget);
  await expect(opened.read('pkg/big.so')).rejects.toThrow('more than may still be read');
  expect(server?.requests).toHaveLength(1);
  expect(budget.cut).toBe('bytes');
  // What is small enough still fits.
  expect(await opened.read('pkg/small.so')).toHaveLength(SMALL.length);
  budget.end();
});

test('the end of the time ends a request', async () => {
  const budget = createReadBudget(10 ** 9, 0.5);
  const opened = await open(wheel, budget, (archive, request, response) => {
    if (request.headers.range?.startsWith('bytes=-')) ranged(archive, request, response);
  });
  await expect(opened.read('pkg/big.so')).rejects.toThrow();
  expect(budget.cut).toBe('time');
});

test.each<[string, (archive: Buffer, request: IncomingMessage, response: ServerResponse) => void]>([
  [
    'another range than asked for',
    (archive, request, response) => {
      if (request.headers.range?.startsWith('bytes=-')) ranged(archive, request, response);
      else response.writeHead(206, { 'Content-Range': 'bytes 7-50/100' }).end('x');
    },
  ],
  [
    'fewer bytes than it says',
    (archive, request, response) => {
      if (request.headers.range?.startsWith('bytes=-')) ranged(archive, request, response);
      else {
        const from = Number(/(\d+)-/.exec(request.headers.range ?? '')?.[1]);
        response.writeHead(206, { 'Content-Range': `bytes ${from}-${from + 9}/100` }).end('short');
      }
    },
  ],
  [
    'another file meanwhile',
    (archive, request, response) => {
      if (request.headers.range?.startsWith('bytes=-')) ranged(archive, request, response);
      else ranged(Buffer.alloc(archive.length, 7), request, response);
    },
  ],
])('a server that sends %s is refused', async (_, answer) => {
  const opened = await open(wheel, endlessBudget(never), answer);
  await expect(opened.read('pkg/small.so')).rejects.toThrow();
});

function ranged(archive: Buffer, request: IncomingMessage, response: ServerResponse): void {
  const said = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  const [from, to] =
    said?.[1] === ''
      ? [Math.max(0, archive.length - Number(said[2])), archive.length - 1]
      : [Number(said?.[1]), Number(said?.[2])];
  const part = archive.subarray(from, to + 1);
  sent += part.length;
  response.writeHead(206, { 'Content-Range': `bytes ${from}-${to}/${archive.length}` }).end(part);
}
