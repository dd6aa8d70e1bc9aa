import { join } from 'node:path';
import { platformNamed } from '../packaging/platforms.ts';

/** The system that this program runs on. */
export const THIS_PLATFORM = platformNamed(process.platform);

/** Its name with that of the processor, as in folders for what fits no other machine: `linux-x64`. */
export const THIS_MACHINE = `${process.platform}-${process.arch}`;

/** The interpreter of a virtual environment. */
export function environmentPython(root: string): string {
  return join(root, THIS_PLATFORM.programs, `python${THIS_PLATFORM.programSuffix}`);
}
