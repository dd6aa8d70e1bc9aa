import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The variable that marks every process we start; children inherit it even through `setsid`. */
export const MARKER = 'NUMPY_ABI_MATRIX_CHILD';

const MAX_ROUNDS = 20;

/**
 * Kills the process group led by `pid`; nobody left in it is fine.
 *
 * @returns when all were told to end: on Windows that takes a while
 */
export async function killGroup(pid: number, signal: NodeJS.Signals): Promise<void> {
  if (process.platform === 'win32') return killTree(pid);
  try {
    process.kill(-pid, signal);
  } catch {
    // ESRCH: gone already. EPERM (macOS): only zombies are left.
  }
}

/** Job Objects cannot be had from Node: taskkill follows parent ids, so an orphan can escape. */
function killTree(pid: number): Promise<void> {
  return new Promise((resolve) => {
    const killer = spawn('taskkill', ['/PID', String(pid), '/T', '/F'], {
      stdio: 'ignore',
      windowsHide: true,
      timeout: 10_000,
    });
    killer.once('error', () => resolve());
    killer.once('exit', () => resolve());
  });
}

/**
 * Kills what left the process group (a daemon, a new session) but still carries the marker.
 * Repeats until a round finds nothing: a process may fork while it is being looked for.
 */
export async function killEscaped(nonce: string): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const pids = marked(nonce);
    if (pids.length === 0) return;
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Ended by itself meanwhile.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, round < 3 ? 5 : 50));
  }
}

function marked(nonce: string): readonly number[] {
  if (process.platform === 'linux') return markedOnLinux(nonce);
  if (process.platform === 'win32') return [];
  // Best effort on macOS: `ps -E` shows the environment of the user's own processes.
  const listing = spawnSync('ps', ['-Eww', '-axo', 'pid=,command='], { encoding: 'utf8' });
  return (listing.stdout ?? '')
    .split('\n')
    .filter((line) => line.includes(`${MARKER}=${nonce}`))
    .map((line) => Number.parseInt(line, 10))
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid);
}

/** Synchronous, which costs a fifth: it is asked after each process, of all that there are. */
function markedOnLinux(nonce: string): readonly number[] {
  const needle = `${MARKER}=${nonce}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      if (pid === process.pid) return false;
      try {
        return readFileSync(`/proc/${pid}/environ`).includes(needle);
      } catch {
        // Another user's process, or one that just ended.
        return false;
      }
    });
}
