import { availableParallelism } from 'node:os';
import { availableMemory } from './available-memory.ts';

/** What a compiler takes that works on a large file of C++. */
const COMPILER_BYTES = 1024 ** 3;

/** Whether there is memory for two builds at once, each with a compiler on every processor. */
export function hasRoomForTwoBuilds(): boolean {
  return availableMemory() >= 2 * availableParallelism() * COMPILER_BYTES;
}
