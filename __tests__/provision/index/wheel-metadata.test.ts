import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { remoteMetadata } from '../../../src/provision/index/wheel-metadata.ts';
import { storedZip } from '../../support/stored-zip.ts';
import { HTTP, type LocalIndex, localIndex } from './local-index.ts';

const METADATA = 'Metadata-Version: 2.1\nName: pkg\nVersion: 1.0\nRequires-Dist: numpy<2\n';
const BALLAST = Buffer.from(Array.from({ length: 700_000 }, (_, at) => (at * 7919) % 251));

let server: LocalIndex | undefined;
afterEach(async () => server?.close());

const atEnd = storedZip([
  ['pkg/_ext.so', BALLAST],
  ['pkg-1.0.dist-info/METADATA', Buffer.from(METADATA)],
]);
const atStart = storedZip([
  ['pkg-1.0.dist-info/METADATA', Buffer.from(METADATA)],
  ['pkg/_ext.so', BALLAST],
]);
const without = storedZip([['pkg/_ext.so', BALLAST]]);

test.each([
  ['its end is enough', atEnd, 1],
  ['what lies before the end is asked for when needed', atStart, 3],
])('an index with range requests: %s', async (_, wheel, most) => {
  const address = await serve((request, response) => ranged(wheel, request, response));
  expect(await remoteMetadata(address, { sha256: null }, HTTP)).toBe(METADATA);
  expect(server?.requests.length).toBeLessThanOrEqual(most);
});

test.each([
  ['the right checksum', sha256(atEnd), METADATA],
  ['no checksum', null, METADATA],
  ['another checksum', 'f'.repeat(64), undefined],
])('an index that sends whole files only, with %s', async (_, checksum, expected) => {
  const address = await serve((_request, response) => response.end(atEnd));
  expect(await remoteMetadata(address, { sha256: checksum }, HTTP)).toBe(expected);
});

test.each<[string, (request: IncomingMessage, response: ServerResponse) => unknown]>([
  ['no METADATA', (request, response) => ranged(without, request, response)],
  ['no archive', (_, response) => response.end('<html>sign in</html>')],
  ['a cut archive', (_, response) => response.end(atStart.subarray(0, 1000))],
  ['404', (_, response) => response.writeHead(404).end()],
])('what cannot be read is unknown: %s', async (_, answer) => {
  const address = await serve(answer);
  expect(await remoteMetadata(address, { sha256: null }, HTTP)).toBeUndefined();
});

async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<string> {
  server = await localIndex((request, response) => void answer(request, response));
  return `${server.address}/pkg-1.0-py3-none-any.whl`;
}

function ranged(wheel: Buffer, request: IncomingMessage, response: ServerResponse): void {
  const said = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  const [from, to] =
    said?.[1] === ''
      ? [Math.max(0, wheel.length - Number(said[2])), wheel.length - 1]
      : [Number(said?.[1]), Number(said?.[2])];
  response
    .writeHead(206, { 'Content-Range': `bytes ${from}-${to}/${wheel.length}` })
    .end(wheel.subarray(from, to + 1));
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
