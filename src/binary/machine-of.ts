import { createByteReader } from './byte-reader.ts';
import { elfMachine, machoMachine, peMachine } from './machines.ts';

const ELF = 0x7f454c46;

/**
 * The machine that a file is for, as its head says.
 *
 * @param head its first 4 KiB, or all of it
 * @returns undefined for a universal file, and for what is no executable format
 * @example machineOf(Buffer.from('no binary')) // undefined
 */
export function machineOf(head: Uint8Array): string | undefined {
  const little = createByteReader(head, true);
  if (createByteReader(head, false).u32(0) === ELF)
    return elfMachine(createByteReader(head, head[5] !== 2).u16(18));
  if (little.u16(0) === 0x5a4d) {
    const header = little.u32(0x3c);
    return little.u32(header) === 0x4550 ? peMachine(little.u16(header + 4)) : undefined;
  }
  return machOMachine(head);
}

/** The machine of a file that is no universal one; undefined for what is no Mach-O file. */
export function machOMachine(bytes: Uint8Array): string | undefined {
  const first = createByteReader(bytes, true);
  const magic = first.u32(0);
  if (magic === 0xfeedface || magic === 0xfeedfacf) return machoMachine(first.u32(4));
  const isSwapped = magic === 0xcefaedfe || magic === 0xcffaedfe;
  return isSwapped ? machoMachine(createByteReader(bytes, false).u32(4)) : undefined;
}
