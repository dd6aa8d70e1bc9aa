import type { Debugger } from '../../host/debugger.ts';
import type { NativeFrame } from '../../model/observation.ts';
import type { ProbeTask } from './probe-spec.ts';
import { type ProbeSettings, runProbe } from './run-probe.ts';

/** Starting a debugger and reading symbols costs seconds. */
const DEBUGGER_SECONDS = 60;

/**
 * Runs a crashing task once more under a debugger.
 *
 * @returns the native frames at the crash, innermost first; empty when the debugger saw none
 */
export async function nativeStack(
  task: ProbeTask,
  settings: ProbeSettings,
  tool: Debugger,
): Promise<readonly NativeFrame[]> {
  const run = await runProbe(task, {
    ...settings,
    timeoutSeconds: settings.timeoutSeconds + DEBUGGER_SECONDS,
    wrap: (command, args) => [tool.executable, debuggerArguments(tool.kind, command, args)],
  });
  return tool.kind === 'gdb' ? parseGdb(run.stdout) : parseLldb(run.stdout);
}

function debuggerArguments(
  kind: Debugger['kind'],
  command: string,
  args: readonly string[],
): readonly string[] {
  if (kind === 'lldb') {
    return ['--batch', '-o', 'run', '-k', 'thread backtrace', '-k', 'quit', '--', command, ...args];
  }
  const commands = [
    'set pagination off',
    'set debuginfod enabled off',
    'set print frame-arguments none',
    'run',
    'backtrace 60',
    // Frames with debug information do not say which library they are in.
    'frame apply 60 -q -s info symbol $pc',
  ];
  return ['-nx', '-batch', ...commands.flatMap((one) => ['-ex', one]), '--args', command, ...args];
}

const GDB_FRAME =
  /^#\d+\s+(?:0x[0-9a-f]+ in )?(?<name>\S.*?) \([^()]*\)(?: at (?<file>.+):(?<line>\d+)| from (?<library>.+))?\s*$/;

/**
 * @param text what gdb printed for `backtrace`
 * @example parseGdb('#0  total (n=...) at src/fast.c:17')
 */
export function parseGdb(text: string): readonly NativeFrame[] {
  const symbols = text.split('\n').flatMap((line) => {
    const found = GDB_SYMBOL.exec(line);
    return found ? [found.groups?.['library'] ?? null] : [];
  });
  const found = frames(text, GDB_FRAME);
  // Without a line for each frame it is not known which belongs to which.
  if (symbols.length < found.length) return found;
  return found.map((frame, at) => ({ ...frame, library: frame.library ?? symbols[at] ?? null }));
}

/** One line for each frame, from `info symbol $pc`. */
const GDB_SYMBOL = /^(?:No symbol matches \$pc|\S.* in section \S+(?: of (?<library>.+?))?\s*$)/;

const LLDB_FRAME =
  /^\s*(?:\* )?frame #\d+: 0x[0-9a-f]+ (?<library>[^`]+)`(?<name>.+?)(?:\(.*?\))?(?: \+ \d+)?(?: at (?<file>.+?):(?<line>\d+)(?::\d+)?)?(?: \[opt\])?\s*$/;

/** @param text what lldb printed for `thread backtrace` */
export function parseLldb(text: string): readonly NativeFrame[] {
  return frames(text, LLDB_FRAME);
}

function frames(text: string, pattern: RegExp): readonly NativeFrame[] {
  return text.split('\n').flatMap((line) => {
    const groups = pattern.exec(line)?.groups;
    if (!groups?.['name']) return [];
    return [
      {
        function: groups['name'],
        file: groups['file'] ?? null,
        line: groups['line'] ? Number(groups['line']) : null,
        library: groups['library'] ?? null,
      },
    ];
  });
}
