/** What a task gives before the signal ends the waiting; undefined when it does not, or fails. */
export async function beforeAbort<T>(
  task: Promise<T>,
  signal: AbortSignal,
): Promise<T | undefined> {
  const ended = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  return Promise.race([task.catch(() => undefined), ended]);
}
