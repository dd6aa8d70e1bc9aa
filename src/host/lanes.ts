/** Lets at most `slots` tasks run at a time, spread over the lanes they belong to. */
export interface Lanes {
  run<T>(lane: string, task: () => Promise<T>): Promise<T>;
}

/**
 * Of the tasks that wait, the one whose lane has the fewest running comes next, the first of them:
 * what tasks of a lane hand on to each other is there more often than if they ran side by side.
 *
 * @param slots how many tasks may run at once, at least 1
 */
export function createLanes(slots: number): Lanes {
  let free = Math.max(1, slots);
  const running = new Map<string, number>();
  const waiting: { readonly lane: string; readonly begin: () => void }[] = [];
  const count = (lane: string): number => running.get(lane) ?? 0;
  const next = (): void => {
    if (free === 0 || waiting.length === 0) return;
    let best = 0;
    for (const [at, { lane }] of waiting.entries()) {
      if (count(lane) < count(waiting[best]?.lane ?? '')) best = at;
    }
    const [chosen] = waiting.splice(best, 1);
    if (chosen === undefined) return;
    free -= 1;
    running.set(chosen.lane, count(chosen.lane) + 1);
    chosen.begin();
    next();
  };
  return {
    async run(lane, task) {
      await new Promise<void>((begin) => {
        waiting.push({ lane, begin });
        // Those that are added together are seen together.
        queueMicrotask(next);
      });
      try {
        return await task();
      } finally {
        free += 1;
        running.set(lane, count(lane) - 1);
        next();
      }
    },
  };
}
