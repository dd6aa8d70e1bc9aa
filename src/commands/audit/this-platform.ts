import { builtPlatform } from '../../audit/wheel-targets.ts';
import { THIS_MACHINE, THIS_PLATFORM } from '../../host/this-platform.ts';

const FORMATS = { linux: 'elf', macos: 'macho', windows: 'pe' } as const;
const MACHINES: Readonly<Record<string, string>> = {
  x64: 'x86_64',
  arm64: 'aarch64',
  ia32: 'i686',
};

/** This machine, as wheel tags name it: `linux-x86_64`. */
export function thisPlatform(): string {
  const processor = THIS_MACHINE.split('-').at(-1) ?? '';
  const format = FORMATS[THIS_PLATFORM.system];
  return builtPlatform(format, MACHINES[processor] ?? processor) ?? 'linux-x86_64';
}
