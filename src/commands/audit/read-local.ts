import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { createLimiter } from '../../host/limiter.ts';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import type { AuditedWheel, UnreadableWheel } from '../../model/audit.ts';
import { readWheelFile } from './read-wheel-file.ts';
import { createSecondThread, type WheelReader } from './second-thread.ts';

/** Below this a thread's start takes longer than what it would read. */
const LEAST_BYTES = 4 * 2 ** 20;

/** Reads wheels that lie here, on two threads where there is enough to read. */
export async function readLocal(
  paths: readonly string[],
  { progress }: Pick<World, 'progress'>,
): Promise<readonly (AuditedWheel | UnreadableWheel)[]> {
  const sizes = await together(
    paths.map(async (path) => (await stat(path).catch(() => undefined))?.size ?? 0),
  );
  const enough = sizes.filter((size) => size > LEAST_BYTES / 4).length;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const isWorth = availableParallelism() > 1 && enough > 1 && total > LEAST_BYTES;
  const both = isWorth ? createSecondThread() : null;
  const reader: WheelReader = both ?? { read: readWheelFile, end: async () => undefined };
  const limiter = createLimiter(both === null ? 1 : 2);
  let done = 0;
  const read = async (path: string) => {
    progress.update({
      doing: [basename(path)],
      done,
      total: paths.length,
      failed: 0,
      of: 'wheels',
    });
    const wheel = await reader.read(path);
    done += 1;
    return wheel;
  };
  // The largest first, so that no thread is left with it at the end.
  const order = paths.map((_, at) => at).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const found = new Map<number, ReturnType<typeof read>>();
  for (const at of order)
    found.set(
      at,
      limiter.run(() => read(paths[at] ?? '')),
    );
  try {
    return await together(paths.map((path, at) => found.get(at) ?? read(path)));
  } finally {
    await reader.end();
  }
}
