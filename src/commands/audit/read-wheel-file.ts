import { openSync } from 'node:fs';
import { basename } from 'node:path';
import type { AuditedWheel, UnreadableWheel } from '../../model/audit.ts';
import { openWheel } from '../../wheels/open-wheel.ts';
import { readWheel } from './read-wheel.ts';

/** Reads a wheel that lies here, beside its own metadata. */
export function readWheelFile(path: string): Promise<AuditedWheel | UnreadableWheel> {
  const open = async () => openWheel({ kind: 'descriptor', fd: openSync(path, 'r') });
  return readWheel(basename(path), open, { kind: 'metadata' });
}
