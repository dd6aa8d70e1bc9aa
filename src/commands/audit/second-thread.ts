import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AuditedWheel, UnreadableWheel } from '../../model/audit.ts';
import { readWheelFile } from './read-wheel-file.ts';

/** Reads wheels on two threads, of which this one is one: a third would hold another large file. */
export interface WheelReader {
  /** Two at a time; never rejects for what a wheel holds. */
  read(path: string): Promise<AuditedWheel | UnreadableWheel>;
  end(): Promise<void>;
}

/** Beside the bundle (src/audit-worker.ts); there is none where the program runs from its sources. */
const PROGRAM = new URL('./audit-worker.mjs', import.meta.url);
/** Of the thread's own values, in MB: the bytes of what it reads lie outside of them. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

/** @returns null where there is no second thread: then this one reads */
export function createSecondThread(): WheelReader | null {
  if (!existsSync(fileURLToPath(PROGRAM))) return null;
  let worker: Worker | undefined;
  let isBusy = false;
  return {
    async read(path) {
      if (isBusy) return readWheelFile(path);
      isBusy = true;
      worker ??= new Worker(PROGRAM, { resourceLimits: LIMITS });
      const answer = await ask(worker, path);
      isBusy = false;
      if (answer.kind !== 'died') return answer;
      // The next wheel gets a new one.
      worker = undefined;
      return { kind: 'unreadable', wheel: basename(path), reason: answer.reason };
    },
    async end() {
      await worker?.terminate();
    },
  };
}

type Answer = AuditedWheel | UnreadableWheel | { readonly kind: 'died'; readonly reason: string };

function ask(worker: Worker, path: string): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer): void => {
      worker.off('message', settle).off('error', failed).off('exit', ended);
      resolve(answer);
    };
    const failed = (error: Error): void => {
      settle({ kind: 'died', reason: `Reading it failed (${error.message})` });
    };
    const ended = (): void => settle({ kind: 'died', reason: 'Reading it was stopped' });
    worker.on('message', settle).on('error', failed).on('exit', ended);
    worker.postMessage(path);
  });
}
