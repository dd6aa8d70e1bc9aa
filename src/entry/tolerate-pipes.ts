import { reasonOf } from '../host/reason-of.ts';
import { EXIT } from '../model/user-error.ts';

/**
 * A reader that has seen enough (`| head`) closes the pipe: no failure, and no reason to stop. Any
 * other error of the standard streams ends in exit 3, with a word where there is still a way to say it.
 */
export function toleratePipes(running: NodeJS.Process): void {
  const { stdout, stderr } = running;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      running.exitCode = EXIT.setUp;
      if (stream !== stdout) return;
      stderr.write(`error: Cannot write to standard output: ${reasonOf(error)}\n`);
    });
  }
}
