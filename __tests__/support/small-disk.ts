import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes a folder a small disk; false where that cannot be done: root on Linux, no bare container. */
export function mountSmall(at: string, megabytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', at], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

export function unmount(at: string): void {
  execFileSync('umount', [at]);
}

/** Whether small disks can be made here. */
export function canMount(): boolean {
  const probe = mkdtempSync(join(tmpdir(), 'mount-'));
  const mounted = mountSmall(probe, 1);
  if (mounted) unmount(probe);
  rmSync(probe, { recursive: true });
  return mounted;
}
