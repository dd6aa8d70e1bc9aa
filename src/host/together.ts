/**
 * Waits for things that run side by side, all of them: nothing goes on behind a failure (in a folder
 * that is being removed, say), and no rejection is left without a listener.
 *
 * @returns their values, in the order given
 * @throws what the first of them to fail threw, after all have come to their end
 * @example await together([read('a'), read('b')]) // ['…', '…']
 */
export async function together<const T extends readonly unknown[]>(
  promises: T,
): Promise<{ -readonly [Key in keyof T]: Awaited<T[Key]> }> {
  const failures: unknown[] = [];
  const settled = await Promise.allSettled(
    promises.map((one) =>
      Promise.resolve(one).catch((error: unknown) => {
        failures.push(error);
        throw error;
      }),
    ),
  );
  if (failures.length > 0) throw failures[0];
  const values = settled.map((one) => (one.status === 'fulfilled' ? one.value : undefined));
  return values as { -readonly [Key in keyof T]: Awaited<T[Key]> };
}

/** Tasks that were begun and not waited for yet. */
export interface TaskGroup {
  /** Begins a task, unless one has failed. */
  start(task: () => Promise<void>): void;
  /** Whether something failed: then there is no use in going on. */
  readonly failed: boolean;
}

/**
 * Lets `body` begin tasks while it goes on itself. At the first failure, of a task or of the body,
 * `cancel` is called; in any case all have come to their end when this does.
 *
 * @throws what failed first
 */
export async function withTasks<T>(
  cancel: () => void,
  body: (group: TaskGroup) => Promise<T>,
): Promise<T> {
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  const fail = (error: unknown): void => {
    if (failure !== undefined) return;
    failure = { error };
    cancel();
  };
  const group: TaskGroup = {
    start(task) {
      if (failure !== undefined) return;
      const ended = task()
        .catch(fail)
        .finally(() => running.delete(ended));
      running.add(ended);
    },
    get failed() {
      return failure !== undefined;
    },
  };
  const value = await body(group).catch((error: unknown) => {
    fail(error);
    return undefined;
  });
  // A task may begin others.
  while (running.size > 0) await Promise.allSettled([...running]);
  if (failure !== undefined) throw failure.error;
  return value as T;
}
