import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import launcher from '../probe/launcher.py';
import worker from '../probe/worker.py';

let known: string | undefined;

/** The hash of this program: a version number alone says too little where it runs from a branch. */
export function ownCode(): string {
  known ??= hashOfFolder(dirname(fileURLToPath(import.meta.url)));
  return known;
}

function hashOfFolder(folder: string): string {
  const hash = createHash('sha256').update(worker).update(launcher);
  for (const name of readdirSync(folder).sort()) {
    if (/\.(?:mjs|ts)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}
