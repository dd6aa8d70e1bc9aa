import type { RunResult } from '../model/ports.ts';
import { interrupted } from '../model/user-error.ts';
import { diskFull, saysDiskFull } from './workspace.ts';

/**
 * Ends the run where going on is of no use: nobody waits for it, or nothing can be written.
 *
 * @param where the folder that the program wrote to
 * @throws {UserError} interrupted, disk full
 */
export function stopIfHopeless({ ending, stdout, stderr }: RunResult, where: string): void {
  if (ending.kind === 'interrupted') {
    throw interrupted();
  }
  if (saysDiskFull(`${stderr}\n${stdout}`)) throw diskFull(where);
}
