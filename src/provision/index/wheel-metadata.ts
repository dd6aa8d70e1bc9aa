import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Entry, fromRandomAccessReader, type ZipFile } from 'yauzl';
import { endlessBudget } from '../../host/read-budget.ts';
import type { IndexFile } from '../../packaging/index-project.ts';
import { RangeReader } from '../../wheels/range-reader.ts';
import type { HttpOptions } from './http-client.ts';
import { remoteWheel } from './remote-wheel.ts';

const METADATA_CAP = 4 * 2 ** 20;

/**
 * Reads METADATA out of a wheel on an index, and nothing else of it.
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
  const source = await remoteWheel(address, file, http, endlessBudget(http.signal));
  if (source?.kind === 'ranges') {
    return metadataIn(new RangeReader(source.tail, source.read), source.size);
  }
  if (source?.kind !== 'bytes') return undefined;
  const { bytes } = source;
  const nothingMore = () => Promise.reject(new Error('The archive is cut off'));
  return metadataIn(new RangeReader({ start: 0, bytes }, nothingMore), bytes.length);
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

async function metadataIn(reader: RangeReader, size: number): Promise<string | undefined> {
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

function openZip(reader: RangeReader, size: number): Promise<ZipFile> {
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
