import type { NativeFrame } from '../../model/observation.ts';

// gdb: `#1  0x00007ffff1a2b3c4 in PyInit__core () from /x/_core.so`, `#2  f (a=1) at src/a.c:12`;
// lldb: `frame #0: 0x0000000101e5c1a4 _core.cpython-312-darwin.so`PyInit__core + 24 at core.c:7:3`.
const GDB = /^#\d+ +(?:0x[0-9a-f]+ in )?([\w:~<>?.]+)[^\n]*?(?: from (\/\S+)| at (\S+?):(\d+))?$/;
const LLDB = /^\s*(?:\* )?frame #\d+: 0x[0-9a-f]+ ([^\s`]+)`(\S+)(?:.*? at ([^\s:]+):(\d+))?/;

/** @returns the frame of a debugger's backtrace that a line shows, undefined when it shows none */
export function debuggerFrame(line: string): NativeFrame | undefined {
  const [, name, library = null, file = null, at] = GDB.exec(line) ?? [];
  if (name !== undefined) return { function: name, library, file, line: at ? Number(at) : null };
  const [, image, called, source = null, number] = LLDB.exec(line) ?? [];
  if (image === undefined || called === undefined) return undefined;
  return { function: called, library: image, file: source, line: number ? Number(number) : null };
}
