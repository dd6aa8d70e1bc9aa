import { fstatSync, openSync } from 'node:fs';
import { auditBinary, auditDigest } from '../../binary/audit-binary.ts';
import { createDigest } from '../../binary/digest.ts';
import type { AuditedBinary } from '../../model/audit.ts';
import { FileReader } from '../../wheels/file-reader.ts';

/** Larger binaries are looked at piece by piece. */
export const LARGE_BYTES = 16 * 2 ** 20;

/**
 * What an audit keeps of a binary that lies here unpacked, however large it is.
 *
 * @param path inside the wheel that it came with, POSIX
 * @param place in the file system
 * @returns undefined for a library that does not touch NumPy, and where there is no such file
 */
export async function readBinaryFile(
  path: string,
  place: string,
): Promise<AuditedBinary | undefined> {
  const fd = opened(place);
  if (fd === undefined) return undefined;
  const file = new FileReader(fd);
  try {
    const { size } = fstatSync(fd);
    if (size <= LARGE_BYTES) return auditBinary(path, file.readAt(0, size));
    const digest = createDigest();
    for (const piece of file.pieces(0, size)) digest.add(piece);
    return auditDigest(path, digest.parts());
  } finally {
    file.close();
  }
}

/** What RECORD lists may have been taken away since. */
function opened(place: string): number | undefined {
  try {
    return openSync(place, 'r');
  } catch {
    return undefined;
  }
}
