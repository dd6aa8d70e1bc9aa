import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';
import type { IndexFile } from '../../packaging/index-project.ts';
import { type HttpOptions, httpGet } from './http-client.ts';

/** The list of members and the `.dist-info` folder stand at a wheel's end. */
const TAIL_BYTES = 256 * 1024;
/** Of an index that sends whole files only. */
const WHOLE_CAP = 512 * 2 ** 20;
const METADATA_CAP = 4 * 2 ** 20;

/**
 * Reads METADATA out of a wheel on an index: the end of the file is enough where the index answers
 * range requests, else all of it is fetched and held against its checksum.
 *
 * @param address with the login where one is needed
 * @returns undefined when the wheel cannot be read: the installation will say why
 * @throws {UserError} exit 3 when the index cannot be reached
 */
export async function remoteMetadata(
  address: string,
  file: Pick<IndexFile, 'sha256'>,
  http: HttpOptions,
): Promise<string | undefined> {
  const options = { ...http, capBytes: Math.max(http.capBytes, WHOLE_CAP) };
  const range = (from: string) =>
    httpGet(address, { Range: `bytes=${from}`, 'Accept-Encoding': 'identity' }, options);
  const first = await range(`-${TAIL_BYTES}`);
  if (first.status === 200) {
    const sum = createHash('sha256').update(first.body).digest('hex');
    if (file.sha256 !== null && sum !== file.sha256) return undefined;
    return metadataIn(new KnownTail(first.body, 0, refuseMore), first.body.length);
  }
  const said = /^bytes (\d+)-\d+\/(\d+)$/.exec(first.headers['content-range'] ?? '');
  if (first.status !== 206 || said === null) return undefined;
  const [start, total] = [Number(said[1]), Number(said[2])];
  const more = async (from: number, to: number): Promise<Buffer> => {
    const page = await range(`${from}-${to - 1}`);
    if (page.status !== 206) throw new Error(`HTTP ${page.status}`);
    return page.body;
  };
  return metadataIn(new KnownTail(first.body, start, more), total);
}

/**
 * Keeps what `read` gives under a file's address: what a release requires never changes.
 *
 * @param folder absolute; null keeps nothing
 */
export async function remembered(
  folder: string | null,
  key: string,
  read: () => Promise<string | undefined>,
): Promise<string | undefined> {
  if (folder === null) return read();
  const name = createHash('sha256').update(key).digest('hex').slice(0, 32);
  const file = join(folder, 'metadata', `${name}.txt`);
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return kept;
  const text = await read();
  if (text === undefined) return undefined;
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(join(folder, 'metadata'), { recursive: true });
    await writeFile(draft, text, { mode: 0o600 });
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
  }
  return text;
}

/** A file of which the end is here; what lies before it is asked for when needed. */
class KnownTail extends RandomAccessReader {
  readonly #tail: Buffer;
  readonly #start: number;
  readonly #more: (from: number, to: number) => Promise<Buffer>;

  constructor(tail: Buffer, start: number, more: (from: number, to: number) => Promise<Buffer>) {
    super();
    this.#tail = tail;
    this.#start = start;
    this.#more = more;
  }

  override _readStreamForRange(from: number, to: number): Readable {
    if (from >= this.#start) {
      return Readable.from([this.#tail.subarray(from - this.#start, to - this.#start)]);
    }
    const more = this.#more;
    return Readable.from(
      (async function* () {
        yield await more(from, to);
      })(),
    );
  }
}

async function refuseMore(): Promise<Buffer> {
  throw new Error('The archive is cut off');
}

async function metadataIn(reader: KnownTail, size: number): Promise<string | undefined> {
  try {
    const zip = await openZip(reader, size);
    try {
      const entry = await findMetadata(zip);
      return entry && (await unpack(zip, entry));
    } finally {
      zip.close();
    }
  } catch {
    return undefined;
  }
}

function openZip(reader: KnownTail, size: number): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false } as const;
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(reader, size, options, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });
}

function findMetadata(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(undefined));
    zip.on('entry', (entry: Entry) => {
      if (/^[^/]+\.dist-info\/METADATA$/.test(entry.fileName)) resolve(entry);
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function unpack(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    if (entry.uncompressedSize > METADATA_CAP) {
      reject(new Error('METADATA is too large'));
      return;
    }
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error);
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    });
  });
}
