import { freemem } from 'node:os';

/**
 * Bytes of memory that can be taken without anything being swapped out; on Linux as far as the limit of
 * this process's control group goes, too, where Node tells it (from 20.13 on).
 */
export function availableMemory(): number {
  return process.availableMemory?.() ?? freemem();
}
