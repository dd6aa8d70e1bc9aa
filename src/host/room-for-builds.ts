import { availableParallelism, freemem } from 'node:os';

/** What a compiler takes that works on a large file of C++. */
const COMPILER_BYTES = 1024 ** 3;

/** Whether there is memory for two builds at once, each with a compiler on every processor. */
export function hasRoomForTwoBuilds(): boolean {
  return freemem() >= 2 * availableParallelism() * COMPILER_BYTES;
}
