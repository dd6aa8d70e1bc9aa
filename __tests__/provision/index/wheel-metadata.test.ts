import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { crc32, deflateRawSync } from 'node:zlib';
import type { HttpOptions } from '../../../src/provision/index/http-client.ts';
import { remoteMetadata } from '../../../src/provision/index/wheel-metadata.ts';
import { type LocalIndex, localIndex } from './local-index.ts';

const METADATA = 'Metadata-Version: 2.1\nName: pkg\nVersion: 1.0\nRequires-Dist: numpy<2\n';
const BALLAST = Buffer.from(Array.from({ length: 700_000 }, (_, at) => (at * 7919) % 251));

const options: HttpOptions = {
  idleSeconds: 2,
  totalSeconds: 5,
  capBytes: 10 * 2 ** 20,
  certificates: null,
  proxyFor: () => null,
  signal: new AbortController().signal,
  attempts: 1,
  pauseMilliseconds: 1,
  netrc: null,
  secrets: [],
  onRetry: () => undefined,
};

let server: LocalIndex | undefined;
afterEach(async () => server?.close());

const atEnd = zip([
  ['pkg/_ext.so', BALLAST],
  ['pkg-1.0.dist-info/METADATA', Buffer.from(METADATA)],
]);
const atStart = zip([
  ['pkg-1.0.dist-info/METADATA', Buffer.from(METADATA)],
  ['pkg/_ext.so', BALLAST],
]);
const without = zip([['pkg/_ext.so', BALLAST]]);

test.each([
  ['its end is enough', atEnd, 1],
  ['what lies before the end is asked for when needed', atStart, 3],
])('an index with range requests: %s', async (_, wheel, most) => {
  const address = await serve((request, response) => ranged(wheel, request, response));
  expect(await remoteMetadata(address, { sha256: null }, options)).toBe(METADATA);
  expect(server?.requests.length).toBeLessThanOrEqual(most);
});

test.each([
  ['the right checksum', sha256(atEnd), METADATA],
  ['no checksum', null, METADATA],
  ['another checksum', 'f'.repeat(64), undefined],
])('an index that sends whole files only, with %s', async (_, checksum, expected) => {
  const address = await serve((_request, response) => response.end(atEnd));
  expect(await remoteMetadata(address, { sha256: checksum }, options)).toBe(expected);
});

test.each<[string, (request: IncomingMessage, response: ServerResponse) => unknown]>([
  ['no METADATA', (request, response) => ranged(without, request, response)],
  ['no archive', (_, response) => response.end('<html>sign in</html>')],
  ['a cut archive', (_, response) => response.end(atStart.subarray(0, 1000))],
  ['404', (_, response) => response.writeHead(404).end()],
])('what cannot be read is unknown: %s', async (_, answer) => {
  const address = await serve(answer);
  expect(await remoteMetadata(address, { sha256: null }, options)).toBeUndefined();
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

/** A zip archive: local headers with data, the list, the end. */
function zip(members: readonly (readonly [string, Buffer])[]): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of members) {
    const packed = deflateRawSync(bytes, { level: 0 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    list.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, entry, Buffer.from(name));
    const local = [Buffer.from([0x50, 0x4b, 3, 4]), common, Buffer.from(name), packed];
    parts.push(...local);
    offset += Buffer.concat(local).length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}
