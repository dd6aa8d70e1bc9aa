import type { Frame } from '../../model/observation.ts';
import type { Phase } from '../../model/outcome.ts';

/** A dump of CPython's faulthandler. */
export interface FaultDump {
  /** Frames of the thread that died, innermost first, as faulthandler prints them. */
  readonly frames: readonly Frame[];
  /** Modules and libraries of the C stack (Python 3.14 and later), innermost first. */
  readonly binaries: readonly string[];
}

// CPython Python/traceback.c `dump_frame`, `_Py_DumpTraceback`; Python/thread… 3.14 `_Py_DumpStack`.
const FRAME = /^ {2}File "(.*?)", line (\d+|\?\?\?) in (.+)$/;
const BINARY = /^ {2}Binary file "(.*?)"/;
const MODULE_FILE = /\.(?:so(?:\.\d+)*|pyd|dll|dylib)$/i;
const RUNTIME = /\/(?:libc|libpython|libpthread|libstdc\+\+|ld-)[^/]*$/;

/** Reads the last dump of a text: the stack of the thread that died, and the C stack's modules. */
export function readFaultDump(text: string): FaultDump {
  const lines = text.split('\n');
  const start = lines.findLastIndex((line) =>
    /^(?:Current thread|Thread) 0x|^Current thread's C stack/.test(line),
  );
  const head = lines.findLastIndex((line) =>
    /^Current thread 0x.*\(most recent call first\)/.test(line),
  );
  const frames: Frame[] = [];
  for (const line of lines.slice((head < 0 ? start : head) + 1)) {
    const [, file, number, name] = FRAME.exec(line) ?? [];
    if (!file || !name) break;
    frames.push({ file, line: Number(number) || 0, function: name });
  }
  const binaries = lines
    .flatMap((line) => BINARY.exec(line)?.[1] ?? [])
    .filter((file) => MODULE_FILE.test(file) && !RUNTIME.test(file));
  return { frames, binaries };
}

/** Where a process was that left this dump: loading a module, calling one, or at its end. */
export function phaseOfDump(text: string): Phase {
  const { frames } = readFaultDump(text);
  if (frames.length === 0 && text.includes('<no Python frame>')) return 'exit';
  const top = frames.find((frame) => frame.function !== '_call_with_frames_removed');
  // Code of an installed module that runs outside of any function runs while it is imported.
  const loading =
    /^(?:create_module|exec_module)$/.test(top?.function ?? '') ||
    frames.some(
      (one) => one.function === '<module>' && /[\\/](?:site|dist)-packages[\\/]/.test(one.file),
    );
  return loading ? 'import' : 'call';
}
