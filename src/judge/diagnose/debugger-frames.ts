import type { NativeFrame } from '../../model/observation.ts';
import { moduleOfCythonName } from './cython-name.ts';

/** How one program prints a frame: its pattern, with groups `name`, `library`, or `file` and `line`. */
const FORMS: readonly RegExp[] = [
  // gdb: `#1  0x00007ffff1a2b3c4 in PyInit__core () from /x/_core.so`, `#2  f (a=1) at src/a.c:12`.
  /^#\d+ +(?:0x[0-9a-f]+ in )?(?!0x)(?<name>[\w:~<>?.]+)(?! ?\/)[^\n]*?(?: from (?<library>\/\S+)| at (?<file>\S+?):(?<line>\d+))?$/,
  // lldb: `frame #0: 0x0000000101e5c1a4 _core.cpython-312-darwin.so`PyInit__core + 24 at core.c:7:3`.
  /^\s*(?:\* )?frame #\d+: 0x[0-9a-f]+ (?<library>[^\s`]+)`(?<name>\S+)(?:.*? at (?<file>[^\s:]+):(?<line>\d+))?/,
  // valgrind: `==9==    at 0x6B2C3D4: PyInit__core (in /x/_core.so)`, `by 0x2B2A1C: load (importdl.c:164)`.
  /^(?:==\d+== +)?\s*(?:at|by) 0x[0-9A-F]+: (?<name>[\w:~<>?.@]+)[^\n]* \((?:in (?<library>\/[^()]+)|(?<file>[^()\s:]+):(?<line>\d+))\)$/,
  // AddressSanitizer: `    #1 0x7f1f in PyInit__core /src/core.c:12:3`, `    #2 0x7f2a in f (/x/_core.so+0x12a)`.
  /^\s*#\d+ 0x[0-9a-f]+ +(?:in (?<name>[\w:~<>?.]+) ?[^\n]*?)?(?:\((?<library>\/[^()]+?)\+0x[0-9a-f]+\)(?: \(BuildId: \w+\))?|(?<file>[^\s:()]+\.\w+):(?<line>\d+)(?::\d+)?)$/,
  // coredumpctl: `#0  0x00007f1c PyInit__core (_core.cpython-312-x86_64-linux-gnu.so + 0x10f3)`.
  /^\s*#\d+ +0x[0-9a-f]+ (?<name>\S+) \((?<library>[^()\s]+) \+ 0x[0-9a-f]+\)$/,
  // gdb, where a program stopped: `0x0000007ff7489e70 in ?? () from /x/libfoo.so`.
  /^0x[0-9a-f]+ in (?<name>\S+) \(.*\) from (?<library>\/\S+)$/,
  // macOS' crash report: `0   _core.cpython-312-darwin.so   	       0x101e5c1a4 PyInit__core + 24`.
  /^\d+ +(?<library>\S+)\s+0x[0-9a-f]+ (?<name>\S+) \+ \d+/,
  // Julia: `PyInit__core at /x/_core.so (unknown line)`, `f at /src/a.c:12`.
  /^(?<name>[\w:~<>?.]+) at (?:(?<library>\/\S+?\.(?:so|dylib)[\w.]*) \(unknown line\)|(?<file>\/\S+\.(?:c|cc|cpp|h|jl)):(?<line>\d+)(?: \[inlined\])?)$/,
  // Java: `# C  [_core.so+0x1044]  PyInit__core+0x24`.
  /^# C +\[(?<library>[^\]+]+)\+0x[0-9a-f]+\](?: +(?<name>[\w:~<>?.]+?)(?:\+0x[0-9a-f]+)?)?$/,
  // Linux' kernel: `python3[71]: segfault at 10 ip 00007f sp 00007f error 4 in _core.so[7f00+5000]`.
  /\bsegfault at [0-9a-f]+ ip [0-9a-f]+ sp [0-9a-f]+ error \d+ in (?<library>[^\s[]+)\[/,
  /\btraps: \S+ .*? in (?<library>[^\s[]+)\[/,
  // glibc's `backtrace_symbols`: `/x/_core.so(PyInit__core+0x2a) [0x7f]`.
  /^(?<library>\/[^\s()]+)\((?<name>[\w@.]*)\+0x[0-9a-f]+\) ?\[0x[0-9a-f]+\]$/,
  // Windows' event log, in any language: `Faulting module path: C:\x\_core.cp312-win_amd64.pyd`.
  /^\s*[^\n:：]{3,60}[:：]\s*(?<library>[A-Za-z]:\\[^:*?"<>|]+\.(?:pyd|dll))\s*$/i,
];

/** What at least one of them has: looked for first, since nearly no line has it. */
const LIKE = /0x|^#| at \S|segfault at |traps: |[:：] ?[A-Za-z]:\\/;

/** @returns the frame of a debugger's backtrace that a line shows, undefined when it shows none */
export function debuggerFrame(line: string): NativeFrame | undefined {
  if (!LIKE.test(line)) return undefined;
  for (const form of FORMS) {
    const found = form.exec(line)?.groups;
    if (!found) continue;
    const { name = '??', library = null, file = null, line: at } = found;
    const module = library === null ? moduleOfCythonName(name) : undefined;
    return {
      function: name,
      library: module === undefined ? library : `module:${module}`,
      file,
      line: at ? Number(at) : null,
    };
  }
  return undefined;
}

/** macOS' crash report lists where each image lies: `0x1 -  0x2 _core.so (*) <63bc> /x/_core.so`. */
const IMAGE = /^\s*0x[0-9a-f]+ -\s+0x[0-9a-f]+ \+?(\S+) [^<]*<[\w-]+> (\/\S.*)$/;

/** @returns an image's name and its path, where a line of a crash report tells them */
export function imagePath(line: string): readonly [name: string, path: string] | undefined {
  const [, name, path] = line.includes('<') ? (IMAGE.exec(line) ?? []) : [];
  return name && path ? [name, path] : undefined;
}
