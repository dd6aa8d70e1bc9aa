import { EXIT, interrupted } from '../model/user-error.ts';

/** What asks a program to stop. SIGBREAK: what a runner on Windows sends when Ctrl-C did not do. */
export const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;

/**
 * Says that the user interrupted the program while no run has taken the signals over: before one
 * begins, while the program still loads, and after it, while reports are written. Node itself would
 * end without a word. Exit 130.
 */
export function answerInterrupts(running: NodeJS.Process): void {
  let said = false;
  for (const signal of STOP_SIGNALS) {
    running.on(signal, () => {
      // A run cleans up first, and says so itself.
      if (said || running.listenerCount(signal) > 1) return;
      said = true;
      running.stderr.write(`error: ${interrupted().message}\n`, () =>
        running.exit(EXIT.interrupted),
      );
    });
  }
  // Where Node ends by itself it gives up its handlers before the process is gone, and a further
  // Ctrl-C of an impatient user would kill it: no exit code. exit() keeps them to the end.
  running.once('beforeExit', () => running.exit());
}
