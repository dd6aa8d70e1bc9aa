// A thread that reads wheels: a path comes in, what an audit keeps of the wheel goes out. See
// commands/audit/second-thread.ts.
import { parentPort } from 'node:worker_threads';
import { readWheelFile } from './commands/audit/read-wheel-file.ts';

parentPort?.on('message', async (path: string) => {
  parentPort?.postMessage(await readWheelFile(path));
});
