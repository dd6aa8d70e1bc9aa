import type { Ending } from './ports.ts';

/** Whether a process came to its own end, with exit code 0. */
export function endedWell(ending: Ending): boolean {
  return ending.kind === 'exited' && ending.code === 0;
}
