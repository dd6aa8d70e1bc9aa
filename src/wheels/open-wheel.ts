import { Buffer } from 'node:buffer';
import { fstatSync } from 'node:fs';
import { type Entry, fromBuffer, fromRandomAccessReader, type ZipFile } from 'yauzl';
import { UserError } from '../model/user-error.ts';
import { isSharedFile } from '../packaging/shared-file.ts';
import { FileReader } from './file-reader.ts';
import { type Piece, RangeReader, type ReadRange } from './range-reader.ts';
import { streamEntry, unpackEntry } from './unpack-entry.ts';
import { lookAtEntryHere, streamEntryHere, unpackEntryHere } from './unpack-here.ts';
import { isSafeMember } from './wheel-member.ts';

/** Most bytes of one member, of all members together, and most members that are unpacked. */
const MAX_MEMBER_BYTES = 2 ** 31;
const MAX_TOTAL_BYTES = 2 ** 34;
const MAX_MEMBERS = 200_000;
/** Deflate cannot do better than 1032 : 1; only endless repetition comes close. */
const MAX_RATIO = 1_000;
const MAX_TEXT_BYTES = 16 * 2 ** 20;

/**
 * A wheel's bytes; or a descriptor that the caller opened, closed with the wheel; or the end of a
 * file that lies elsewhere, with a way to the rest of its `size` bytes.
 */
export type WheelSource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'descriptor'; readonly fd: number }
  | {
      readonly kind: 'ranges';
      readonly size: number;
      readonly tail: Piece;
      readonly read: ReadRange;
    };

/** A member that may be read. */
export interface WheelMember {
  /** POSIX, checked: no `..`, not absolute, no link. */
  readonly path: string;
  /** Unpacked, in bytes, as the archive says. */
  readonly size: number;
  /** In the archive, in bytes: what reading it costs when the archive lies elsewhere. */
  readonly packedSize: number;
}

/** A wheel, opened. */
export interface Wheel {
  /** In archive order, without folders. */
  readonly members: readonly WheelMember[];
  /** Text of `METADATA`; null when the wheel has none. */
  readonly metadata: string | null;
  /** The `Tag:` lines of the `WHEEL` file, which an installer trusts more than the file name. */
  readonly tags: readonly string[];
  /**
   * A member's bytes; undefined when there is no such member. From elsewhere it is one request;
   * rejects when that fails.
   */
  read(path: string): Promise<Uint8Array | undefined>;
  /**
   * The same for a look at it, which costs less: the bytes are there until `use` returns.
   *
   * @returns what `use` does
   */
  look<T>(path: string, use: (bytes: Uint8Array) => T): Promise<T | undefined>;
  /** The same in pieces, in order, for a member that is too large to be held at once. */
  stream(path: string, take: (piece: Uint8Array) => void): Promise<void>;
  close(): void;
}

/** Why an archive is refused. A broken wheel is data, not a bug of ours. */
export interface BadWheel {
  readonly kind: 'bad-wheel';
  /** A sentence without a final period. */
  readonly reason: string;
}

/**
 * Opens a wheel and reads its lists and texts; binaries are read one at a time with `read`.
 *
 * Refused as a whole: archives that are damaged, encrypted, or hold paths that leave the target,
 * links, or more bytes than fit the limits above.
 *
 * @param source the archive; nothing is written anywhere
 * @throws {UserError} what reading from elsewhere threw
 */
export async function openWheel(source: WheelSource): Promise<Wheel | BadWheel> {
  let zip: ZipFile | undefined;
  const reader = readerOf(source);
  try {
    zip = await openZip(source, reader);
    const entries = await readEntries(zip);
    return await describe(zip, entries, reader);
  } catch (error) {
    zip?.close();
    if (reader instanceof FileReader) reader.close();
    // An index that cannot be reached says nothing of the archive.
    if (error instanceof UserError) throw error;
    return { kind: 'bad-wheel', reason: error instanceof Error ? error.message : String(error) };
  }
}

function readerOf(source: WheelSource): RangeReader | FileReader | undefined {
  if (source.kind === 'ranges') return new RangeReader(source.tail, source.read);
  return source.kind === 'descriptor' ? new FileReader(source.fd) : undefined;
}

function openZip(
  source: WheelSource,
  reader: RangeReader | FileReader | undefined,
): Promise<ZipFile> {
  // yauzl itself checks names (decodeStrings) and sizes (validateEntrySize) of what it unpacks.
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true } as const;
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: ZipFile | undefined): void =>
      zip === undefined ? reject(error ?? new Error('Not a zip archive')) : resolve(zip);
    if (source.kind === 'bytes') {
      const { buffer, byteOffset, byteLength } = source.bytes;
      fromBuffer(Buffer.from(buffer, byteOffset, byteLength), options, done);
    } else if (reader) {
      const size = source.kind === 'ranges' ? source.size : fstatSync(source.fd).size;
      fromRandomAccessReader(reader, size, options, done);
    }
  });
}

async function readEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > MAX_MEMBERS) {
    throw new Error(`The archive has ${zip.entryCount} members, more than ${MAX_MEMBERS}`);
  }
  const entries = new Map<string, Entry>();
  let total = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      const problem = entryProblem(entry, total, entries.has(entry.fileName));
      if (problem !== undefined) {
        reject(new Error(problem));
        return;
      }
      if (!entry.fileName.endsWith('/')) {
        entries.set(entry.fileName, entry);
      }
      zip.readEntry();
    });
    zip.readEntry();
  });
  return entries;
}

function entryProblem(entry: Entry, total: number, twice: boolean): string | undefined {
  const { fileName: name, uncompressedSize: size, compressedSize } = entry;
  // The upper half of the external attributes is the Unix mode; 0xa000 is a link.
  const isLink = ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;
  if (!isSafeMember(name)) {
    return `The archive holds a path that leaves the target: "${name}"`;
  }
  if (isLink) {
    return `The archive holds a link: "${name}"`;
  }
  if (twice) {
    return `The archive holds "${name}" twice`;
  }
  if ((entry.generalPurposeBitFlag & 1) === 1) {
    return `"${name}" is encrypted`;
  }
  if (size > MAX_MEMBER_BYTES || total > MAX_TOTAL_BYTES) {
    return `"${name}" unpacks to more than the ${MAX_MEMBER_BYTES / 2 ** 30} GiB that are read`;
  }
  // Of what is unpacked here: data may be zeros throughout, and nobody reads it.
  const isRead = isSharedFile(name) || /^[^/]+\.dist-info\//.test(name);
  if (isRead && size > 2 ** 20 && size > compressedSize * MAX_RATIO) {
    return `"${name}" unpacks to ${size} bytes from ${compressedSize}, which no real file does`;
  }
  return undefined;
}

async function describe(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  reader: RangeReader | FileReader | undefined,
): Promise<Wheel> {
  const unpack = async (entry: Entry): Promise<Buffer> => {
    if (reader instanceof FileReader) return unpackEntryHere(zip, entry, reader);
    const start = entry.relativeOffsetOfLocalHeader;
    await reader?.prefetch(start, Math.min(endOf(entry), zip.fileSize), zip.fileSize);
    return unpackEntry(zip, entry);
  };
  const text = async (name: string): Promise<string | null> => {
    const path = [...entries.keys()].find(
      (p) => /^[^/]+\.dist-info\/[^/]+$/.test(p) && p.endsWith(`/${name}`),
    );
    const entry = path === undefined ? undefined : entries.get(path);
    if (entry === undefined) {
      return null;
    }
    if (entry.uncompressedSize > MAX_TEXT_BYTES) {
      throw new Error(`"${entry.fileName}" has ${entry.uncompressedSize} bytes`);
    }
    return (await unpack(entry)).toString('utf8');
  };
  const wheel = await text('WHEEL');
  return {
    members: [...entries.values()].map(({ fileName, uncompressedSize, compressedSize }) => ({
      path: fileName,
      size: uncompressedSize,
      packedSize: compressedSize,
    })),
    metadata: await text('METADATA'),
    tags: [...(wheel ?? '').matchAll(/^Tag:[ \t]*(\S+)/gm)].map((match) => match[1] ?? ''),
    read: async (path) => {
      const entry = entries.get(path);
      return entry && unpack(entry);
    },
    look: async (path, use) => {
      const entry = entries.get(path);
      if (!entry) return undefined;
      if (reader instanceof FileReader) return lookAtEntryHere(zip, entry, reader, use);
      return use(await unpack(entry));
    },
    stream: async (path, take) => {
      const entry = entries.get(path);
      if (!entry) return;
      await (reader instanceof FileReader
        ? streamEntryHere(zip, entry, reader, take)
        : streamEntry(zip, entry, take));
    },
    close: () => zip.close(),
  };
}

/** Bytes of a member's own header, beside its name, that writers of archives differ in. */
const HEADER_SLACK = 256;

/** Where a member ends at the latest: its own header says it, but lies elsewhere as well. */
function endOf(entry: Entry): number {
  const { relativeOffsetOfLocalHeader: start, compressedSize, fileNameLength } = entry;
  return start + 30 + fileNameLength + entry.extraFieldLength + HEADER_SLACK + compressedSize;
}
