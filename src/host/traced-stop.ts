import { readFileSync } from 'node:fs';

/**
 * Whether a child that is said to have ended with code 0 is only stopped. A child that has asked to
 * be traced (PTRACE_TRACEME) stops at every signal, also at one that would have killed it, and
 * waiting for it returns then: Node takes that for an end with success. Linux alone tells.
 *
 * @param pid of a child that was waited for: gone, unless it is stopped
 */
export function isOnlyStopped(pid: number): boolean {
  try {
    // Behind the name, which may hold anything.
    return /^.*\) [tT] /s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}
