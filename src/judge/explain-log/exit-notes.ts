import { crashOfExitCode, signalOfFatalError } from './signals.ts';

/** How a log says that a process ended badly. */
export type ExitNote =
  | { readonly kind: 'died'; readonly signal: string }
  | { readonly kind: 'timeout' };

// GitHub's runner, Python's subprocess and CalledProcessError, tox, nox, docker, make.
const CODE =
  /\b(?:exit(?:ed)?(?: with)?(?: code| status)?|returncode|return code|non-zero exit status|InvocationError[^()]*\(exited with code)[ :=]+(-?\d+)\b/i;
const SIGNAL =
  /\b(?:died with <Signals\.(SIG[A-Z]+)|(?:terminated|killed) by signal (SIG[A-Z]+)|exit: \S+ \((SIG[A-Z]+)|received signal (SIG(?!INT|TERM|HUP|TRAP|USR|PIPE|CHLD)[A-Z]+),|stop reason = signal (SIG(?!INT|TERM|STOP|TRAP)[A-Z]+))/;
/** lldb and crash reports, of macOS's own exceptions. */
const BAD_ACCESS = /stop reason = EXC_BAD_ACCESS/;
// macOS' crash report, valgrind, Julia, R, Java, AddressSanitizer, Linux' kernel.
const REPORTED =
  /^Exception Type: +EXC_\w+ \((SIG[A-Z]+)\)|Process terminating with default action of signal \d+ \((SIG[A-Z]+)\)|^# +(SIG[A-Z]+) \(0x[0-9a-f]+\) at pc=0x/;
const SEGMENTATION =
  /^\s*(?:signal \(11(?:\.\d+)?\): Segmentation fault|\[\d+\] signal \(11(?:\.\d+)?\): Segmentation fault|\*\*\* caught segfault \*\*\*)|AddressSanitizer: SEGV on unknown address|\bsegfault at [0-9a-f]+ ip [0-9a-f]+ sp /;
// bash's job messages: "line 3: 1234 Segmentation fault (core dumped) python x.py".
const SHELL =
  /^(?:.*: line \d+: +\d+ |.*\bmake.*: \*\*\* .*\] )?(Segmentation fault|Aborted|Bus error|Illegal instruction|Floating point exception|Trace\/breakpoint trap)(?: \(core dumped\)| +\(core dumped\).*| +python.*)?$/;
const TIMED_OUT = /^(?:# )?exit: timeout$|\+{5,} Timeout \+{5,}|^Failed: Timeout >[\d.]+s/;

/** @returns what a line says about the end of a process, undefined when it says nothing of the kind */
export function readExit(line: string): ExitNote | undefined {
  if (TIMED_OUT.test(line)) return { kind: 'timeout' };
  const named = SIGNAL.exec(line);
  const signal = named?.slice(1).find((one) => one !== undefined);
  if (signal) return { kind: 'died', signal };
  // Looked for first, since nearly no line has them.
  const tells =
    line.includes('SIG') ||
    line.includes('egm') ||
    line.includes('EXC_') ||
    line.includes('segfault');
  const reported = tells
    ? REPORTED.exec(line)
        ?.slice(1)
        .find((one) => one !== undefined)
    : undefined;
  if (reported) return { kind: 'died', signal: reported };
  if (tells && (BAD_ACCESS.test(line) || SEGMENTATION.test(line)))
    return { kind: 'died', signal: 'SIGSEGV' };
  const shell = SHELL.exec(line)?.[1];
  if (shell) return { kind: 'died', signal: signalOfFatalError(shell) };
  const code = CODE.exec(line)?.[1];
  const crashed = code === undefined ? undefined : crashOfExitCode(Number(code));
  return crashed ? { kind: 'died', signal: crashed } : undefined;
}
