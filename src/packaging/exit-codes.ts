/** How a process may be ended from outside its own will, one row for each way. */
interface Death {
  /** A POSIX signal's name, or Windows' name of the status without `STATUS_`. */
  readonly name: string;
  /** What it says of the program, a clause in plain words. */
  readonly means: string;
  /** The signal's number; several where systems disagree. */
  readonly signals?: readonly number[];
  /** NTSTATUS, unsigned: the exit code on Windows, and what faulthandler prints. */
  readonly status?: number;
}

const MEMORY = 'it read or wrote memory that is not its own';
const INSTRUCTION = 'it ran an instruction that this processor does not have';

// https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/596a1078-e883-4972-9bbc-49e60bebca55
const DEATHS: readonly Death[] = [
  { name: 'SIGSEGV', means: MEMORY, signals: [11] },
  {
    name: 'SIGABRT',
    means:
      'it gave up (abort), after a failed assertion, a corrupted heap or an uncaught C++ exception',
    signals: [6],
  },
  {
    name: 'SIGBUS',
    means: 'it touched memory behind a file that is cut short, or misaligned memory',
    signals: [7, 10],
  },
  { name: 'SIGILL', means: INSTRUCTION, signals: [4] },
  {
    name: 'SIGFPE',
    means:
      'an integer was divided by zero, or floating-point traps were switched on and one was hit',
    signals: [8],
  },
  {
    name: 'SIGKILL',
    means: 'it was killed from outside, most often because memory ran out',
    signals: [9],
  },
  { name: 'SIGTERM', means: 'it was asked from outside to end', signals: [15] },
  { name: 'SIGINT', means: 'it raised the interrupt signal (Ctrl-C)', signals: [2] },
  {
    name: 'SIGTRAP',
    means:
      'it hit a trap, which compilers put where the program must not go on, or had itself traced (ptrace) and was stopped by another signal',
    signals: [5],
  },
  { name: 'SIGALRM', means: 'a timer that it had set rang (`alarm`, `setitimer`)', signals: [14] },
  { name: 'SIGPIPE', means: 'it wrote to a pipe that nobody reads', signals: [13] },
  { name: 'SIGXCPU', means: 'it used up its limit of processor time', signals: [24] },
  { name: 'SIGXFSZ', means: 'it wrote beyond its limit of a file’s size', signals: [25] },
  { name: 'SIGSYS', means: 'it made a system call that is forbidden here', signals: [31] },
  { name: 'ACCESS_VIOLATION', means: MEMORY, status: 0xc0000005 },
  {
    name: 'IN_PAGE_ERROR',
    means: 'a file that it had mapped could not be read',
    status: 0xc0000006,
  },
  { name: 'NO_MEMORY', means: 'memory ran out', status: 0xc0000017 },
  { name: 'ILLEGAL_INSTRUCTION', means: INSTRUCTION, status: 0xc000001d },
  { name: 'PRIVILEGED_INSTRUCTION', means: INSTRUCTION, status: 0xc0000096 },
  { name: 'DATATYPE_MISALIGNMENT', means: 'it touched misaligned memory', status: 0x80000002 },
  {
    name: 'BREAKPOINT',
    means: 'it hit a breakpoint, which compilers put where the program must not go on',
    status: 0x80000003,
  },
  { name: 'FLOAT_DIVIDE_BY_ZERO', means: 'a number was divided by zero', status: 0xc000008e },
  { name: 'INTEGER_DIVIDE_BY_ZERO', means: 'an integer was divided by zero', status: 0xc0000094 },
  { name: 'INTEGER_OVERFLOW', means: 'an integer overflowed', status: 0xc0000095 },
  { name: 'STACK_OVERFLOW', means: 'the stack overflowed', status: 0xc00000fd },
  { name: 'HEAP_CORRUPTION', means: 'the heap was found corrupted', status: 0xc0000374 },
  { name: 'FAIL_FAST', means: 'it gave up (abort or a failed security check)', status: 0xc0000409 },
  { name: 'ASSERTION_FAILURE', means: 'it gave up after a failed assertion', status: 0xc0000420 },
  {
    name: 'INVALID_IMAGE_FORMAT',
    means: 'a file is no DLL of this architecture, or is damaged',
    status: 0xc000007b,
  },
  { name: 'DLL_NOT_FOUND', means: 'a DLL that it needs was not found', status: 0xc0000135 },
  {
    name: 'ENTRYPOINT_NOT_FOUND',
    means: 'a DLL that it needs lacks a function, so it is another version',
    status: 0xc0000139,
  },
  { name: 'DLL_INIT_FAILED', means: 'a DLL that it needs could not start', status: 0xc0000142 },
  { name: 'CONTROL_C_EXIT', means: 'it was interrupted (Ctrl-C)', status: 0xc000013a },
  // The compiler's own codes: "msc" with severity error; delayimp.h has 126 and 127.
  { name: 'CPP_EXCEPTION', means: 'a C++ exception was caught by nobody', status: 0xe06d7363 },
  {
    name: 'DELAY_LOAD_DLL_NOT_FOUND',
    means: 'a DLL that is loaded at its first use (delay-loaded) was not found',
    status: 0xc06d007e,
  },
  {
    name: 'DELAY_LOAD_PROCEDURE_NOT_FOUND',
    means:
      'a DLL that is loaded at its first use (delay-loaded) lacks a function, so it is another version or variant',
    status: 0xc06d007f,
  },
];

/** Of a process that is gone, where nobody says how it ended: it may have crashed or been killed. */
export const UNTOLD_END = 'an untold end';

const BY_STATUS = new Map(
  DEATHS.flatMap((one) => (one.status ? [[one.status, one.name] as const] : [])),
);
const BY_SIGNAL = new Map(
  DEATHS.flatMap((one) => (one.signals ?? []).map((number) => [number, one.name] as const)),
);
const MEANINGS = new Map(DEATHS.map((one) => [one.name, one.means]));

/** No program ends itself with such a code: its severity says warning or error. */
const SEVERE = 0xc0000000;

/**
 * @param code an exit code on Windows, signed or not
 * @returns the name of the crash that it stands for, `0x…` for one without a name, undefined for a
 *   code that a program chose
 * @example crashOfStatus(0xc0000005) // 'ACCESS_VIOLATION'
 * @example crashOfStatus(-1073741819) // 'ACCESS_VIOLATION'
 */
export function crashOfStatus(code: number): string | undefined {
  const status = code >>> 0;
  // Small negative numbers, also read as unsigned ones, are what programs return.
  if ((code | 0) < 0 && (code | 0) > -65536) return undefined;
  const named = ntstatusName(status);
  return named ?? (status >= SEVERE ? `0x${status.toString(16).toUpperCase()}` : undefined);
}

/**
 * @returns the name of an exception code that faulthandler prints, undefined when unknown
 * @example ntstatusName(0x80000003) // 'BREAKPOINT'
 */
export function ntstatusName(status: number): string | undefined {
  return BY_STATUS.get(status);
}

/**
 * @example signalName(11) // 'SIGSEGV'
 */
export function signalName(number: number): string | undefined {
  return BY_SIGNAL.get(number);
}

/** `abort()` of Microsoft’s older C runtimes, which set no status: a code that programs use, too. */
const ABORT_ON_WINDOWS = 3;

/**
 * @param system `windows` or another
 * @returns true when the code may be a call of `abort()`, which elsewhere is a signal
 * @example mayBeAbort(3, 'windows') // true
 */
export function mayBeAbort(code: number, system: string): boolean {
  return system === 'windows' && code === ABORT_ON_WINDOWS;
}

/** @returns what the name of a signal or status says of the program, a clause in plain words */
export function meaningOfSignal(name: string): string {
  return MEANINGS.get(name) ?? 'the operating system ended it';
}
