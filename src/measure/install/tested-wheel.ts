import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { TestedWheel } from '../../model/measurement.ts';

/** A wheel file, by its name and the SHA-256 of its bytes: no folder of this machine. */
export async function testedWheel(path: string): Promise<TestedWheel> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { file: basename(path), sha256: hash.digest('hex') };
}
