import { UNTOLD_END } from '../../packaging/exit-codes.ts';
import { crashOfExitCode, signalOfFatalError } from './signals.ts';

/** How a log says that a process ended badly. */
export type ExitNote =
  | { readonly kind: 'died'; readonly signal: string }
  | { readonly kind: 'timeout' };

// GitHub's runner, Python's subprocess and CalledProcessError, tox, nox, docker, make.
const CODE =
  /\b(?:exit(?:ed)?(?: with)?(?: code| status)?|returncode|return code|non-zero exit status|InvocationError[^()]*\(exited with code)[ :=]+(-?\d+)\b/i;
const SIGNAL =
  /\b(?:died with <Signals\.(SIG[A-Z]+)|(?:terminated|killed) by signal (SIG[A-Z]+)|exit: \S+ \((SIG[A-Z]+)|exited (?:with|prematurely:) '?signal \d+ \((SIG[A-Z]+)\)|\b[Ss]ignal \d+ \((SIG[A-Z]+)\) received|was sent (SIG(?!KILL|TERM|INT)[A-Z]+)!|received signal (SIG(?!INT|TERM|HUP|TRAP|USR|PIPE|CHLD)[A-Z]+),|stop reason = signal (SIG(?!INT|TERM|STOP|TRAP)[A-Z]+))|\{(SIG[A-Z]+)\(-\d+\)/;
/** lldb and crash reports, of macOS's own exceptions. */
const BAD_ACCESS = /stop reason = EXC_BAD_ACCESS/;
// macOS' crash report, valgrind, Julia, R, Java, AddressSanitizer, Linux' kernel.
const REPORTED =
  /^Exception Type: +EXC_\w+ \((SIG[A-Z]+)\)|Process terminating with default action of signal \d+ \((SIG[A-Z]+)\)|^# +(SIG[A-Z]+) \(0x[0-9a-f]+\) at pc=0x/;
const SEGMENTATION =
  /^\s*(?:signal \(11(?:\.\d+)?\): Segmentation fault|\[\d+\] signal \(11(?:\.\d+)?\): Segmentation fault|\*\*\* caught segfault \*\*\*)|^!!! uWSGI process \d+ got Segmentation Fault|AddressSanitizer: SEGV on unknown address|\bsegfault at [0-9a-f]+ ip [0-9a-f]+ sp /;
/** systemd's journal and `coredumpctl`, which leave the first three letters out. */
const SYSTEMD =
  /\bcode=(?:dumped|killed), status=\d+\/(SEGV|ILL|ABRT|BUS|FPE|KILL)\b|^\s*Signal: \d+ \((SEGV|ILL|ABRT|BUS|FPE)\)/;
const KILLED = /\b(?:(?:killed|terminated) by|CRASHED with) signal (\d+)\b/;
/**
 * What is said of a worker by those who wait for it, and do not know how it ended: pytest-xdist,
 * Python's pools, joblib, dask, Jupyter's clients, Ray, PyTorch's loader, Spark.
 */
const GONE =
  /^worker 'gw\d+' crashed while running '|^\[gw\d+\] node down: Not properly terminated$|\bBrokenProcessPool: A (?:process in the process pool|child process) (?:was )?terminated abruptly|\bTerminatedWorkerError: A worker process managed by the executor was unexpectedly terminated|\bKilledWorker: Attempted to run task .* died while running it|\bDeadKernelError: Kernel died|^(?:\[\w+\] ERROR \| )?Kernel died while waiting for execute reply|\bWorkerCrashedError: The worker died unexpectedly|\bActorDiedError: The actor died unexpectedly|\bDataLoader worker \(pid\(?s?\)? [\d, ]+\) exited unexpectedly|\bPython worker exited unexpectedly \(crashed\)/;
/** What else AddressSanitizer ends a process for, where it did not crash by itself. */
const POISONED =
  /==\d+==ERROR: AddressSanitizer: (?:(?:heap|stack|global|container|dynamic-stack|intra-object)-\w|use-after-|double-free|attempting (?:double-)?free|alloc-dealloc-mismatch|bad-free|unknown-crash)/;
/** The kernel of Linux, of what is no access to memory. */
const TRAP =
  /\btraps: \S+\[\d+\] (?:trap )?(invalid opcode|general protection|divide error|int3)\b/;
const TRAPS: Readonly<Record<string, string>> = {
  'invalid opcode': 'SIGILL',
  'general protection': 'SIGSEGV',
  'divide error': 'SIGFPE',
  int3: 'SIGTRAP',
};
// bash's job messages: "line 3: 1234 Segmentation fault (core dumped) python x.py".
const SHELL =
  /^(?:.*: line \d+: +\d+ |.*\bmake.*: \*\*\* .*\] )?(Segmentation fault|Aborted|Bus error|Illegal instruction|Floating point exception|Trace\/breakpoint trap)(?:: \d+)?(?: \(core dumped\)| +\(core dumped\).*| +python.*)?$/;
/** A part of each, looked for first. */
const SHELL_LIKE = /Segmentation|Aborted|Bus error|Illegal|Floating|Trace\//;
const CODE_LIKE = /[Ee]xit|EXIT|[Rr]eturn|RETURN|nvocationE/;
/** The same of zsh, and in the language of the system. */
const SHELLS: readonly (readonly [RegExp, string])[] = [
  [/^zsh: segmentation fault\b/, 'SIGSEGV'],
  [/^zsh: illegal hardware instruction\b/, 'SIGILL'],
  [/^zsh: bus error\b/, 'SIGBUS'],
  [/^zsh: abort\b/, 'SIGABRT'],
  [/^zsh: killed\b/, 'SIGKILL'],
  [
    /^(?:Speicherzugriffsfehler|段错误|段錯誤|記憶體區段錯誤|Erreur de segmentation|Violaci[óo]n de segmento|Falha de segmentação|Ошибка сегментирования|セグメンテーション違反(?:です)?|Errore di segmentazione|Naruszenie ochrony pamięci|세그멘테이션 오류)(?: ?\([^()]*\))?$/,
    'SIGSEGV',
  ],
  [
    /^(?:Ungültiger Maschinenbefehl|非法指令|不合法的命令|Instruction non permise|Instrucción ilegal|Instrução ilegal|Недопустимая инструкция|不正な命令(?:です)?|Istruzione non consentita|잘못된 명령어)(?: ?\([^()]*\))?$/,
    'SIGILL',
  ],
];
/** What they begin with, looked for first. */
const SHELLS_LIKE = /^(?:zsh: |Speicher|Err|Violaci|Falha|Naruszenie|Ungültig|I[ns]|[^\0-\x7f])/;
const TIMED_OUT = /^(?:# )?exit: timeout$|\+{5,} Timeout \+{5,}|^Failed: Timeout >[\d.]+s/;

/** @returns what a line says about the end of a process, undefined when it says nothing of the kind */
export function readExit(line: string): ExitNote | undefined {
  if (TIMED_OUT.test(line)) return { kind: 'timeout' };
  const named = line.includes('SIG') ? SIGNAL.exec(line) : null;
  const signal = named?.slice(1).find((one) => one !== undefined);
  if (signal) return { kind: 'died', signal };
  // Looked for first, since nearly no line has them.
  const tells =
    line.includes('SIG') ||
    line.includes('egm') ||
    line.includes('EXC_') ||
    line.includes('SEGV') ||
    line.includes('segfault');
  const reported = tells
    ? REPORTED.exec(line)
        ?.slice(1)
        .find((one) => one !== undefined)
    : undefined;
  if (reported) return { kind: 'died', signal: reported };
  if (tells && (BAD_ACCESS.test(line) || SEGMENTATION.test(line)))
    return { kind: 'died', signal: 'SIGSEGV' };
  if (line.includes('AddressSanitizer') && POISONED.test(line))
    return { kind: 'died', signal: 'SIGABRT' };
  const bare = line.includes('code=') || line.includes('Signal: ') ? SYSTEMD.exec(line) : null;
  const short = bare?.[1] ?? bare?.[2];
  if (short) return { kind: 'died', signal: `SIG${short}` };
  if (/[Ww]orker|ProcessPool|Kernel|Actor|node down/.test(line) && GONE.test(line))
    return { kind: 'died', signal: UNTOLD_END };
  const number = line.includes(' signal ') ? KILLED.exec(line)?.[1] : undefined;
  const killer = number === undefined ? undefined : crashOfExitCode(-Number(number));
  if (killer && /^SIG(?:SEGV|ILL|ABRT|BUS|FPE)$/.test(killer))
    return { kind: 'died', signal: killer };
  const trap = line.includes('traps: ') ? TRAP.exec(line)?.[1] : undefined;
  if (trap) return { kind: 'died', signal: TRAPS[trap] ?? 'SIGSEGV' };
  const shell = SHELL_LIKE.test(line) ? SHELL.exec(line)?.[1] : undefined;
  if (shell) return { kind: 'died', signal: signalOfFatalError(shell) };
  const other = SHELLS_LIKE.test(line)
    ? SHELLS.find(([pattern]) => pattern.test(line))?.[1]
    : undefined;
  if (other) return { kind: 'died', signal: other };
  const code = CODE_LIKE.test(line) ? CODE.exec(line)?.[1] : undefined;
  const crashed = code === undefined ? undefined : crashOfExitCode(Number(code));
  return crashed ? { kind: 'died', signal: crashed } : undefined;
}

/** The event log of Windows, in any language: a label, and nothing but the code of an exception. */
const EVENT_CODE = /^\s*[^\n:：]{3,60}[:：]\s*(0x[c8][0-9a-f]{7})\s*$/i;
const OF_PYTHON = /python[\w.]*\.(?:exe|dll)\b|\.pyd\b/i;

/**
 * @param before the lines before it: the event names the program and the file first
 * @returns the exception of a process of Python that Windows' event log tells of
 */
export function readEvent(line: string, before: readonly string[]): ExitNote | undefined {
  if (!line.includes('0x')) return undefined;
  const code = EVENT_CODE.exec(line)?.[1];
  if (code === undefined || !before.some((one) => OF_PYTHON.test(one))) return undefined;
  const signal = crashOfExitCode(Number(code));
  return signal === undefined ? undefined : { kind: 'died', signal };
}
