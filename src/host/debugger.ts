import { onPath } from './on-path.ts';
import type { World } from './world.ts';

/** A debugger on this machine. */
export interface Debugger {
  readonly kind: 'gdb' | 'lldb';
  /** Absolute path. */
  readonly executable: string;
}

/** gdb, else lldb, where one is on PATH. */
export async function findDebugger(world: World): Promise<Debugger | null> {
  for (const kind of ['gdb', 'lldb'] as const) {
    const [executable] = await onPath(kind, world.env);
    if (executable) return { kind, executable };
  }
  return null;
}
