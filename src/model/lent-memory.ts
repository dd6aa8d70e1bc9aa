import { Buffer } from 'node:buffer';

/** What is not touched of it costs nothing. */
const LENT_BYTES = 16 * 2 ** 20;

const idle: Buffer[] = [];

/**
 * Memory for one binary, whatever is done with it: of what is made anew each time, and given up, tens
 * of megabytes wait on each thread until they are taken back.
 */
export function borrowMemory(): Buffer {
  return idle.pop() ?? Buffer.allocUnsafeSlow(LENT_BYTES);
}

/** It is another's from now on: nothing that lies in it may be looked at. */
export function giveBack(memory: Buffer): void {
  idle.push(memory);
}
