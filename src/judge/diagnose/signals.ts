/** Signals, NTSTATUS codes and exit codes, and what they mean in plain words. */

const MEANINGS: Readonly<Record<string, string>> = {
  SIGSEGV: 'it read or wrote memory that is not its own',
  SIGABRT:
    'it gave up (abort), after a failed assertion, a corrupted heap or an uncaught C++ exception',
  SIGBUS: 'it touched memory behind a file that is cut short, or misaligned memory',
  SIGILL: 'it ran an instruction that this processor does not have',
  SIGFPE: 'an integer was divided by zero or overflowed',
  SIGKILL: 'it was killed from outside, most often because memory ran out',
  SIGTERM: 'it was asked from outside to end',
  SIGINT: 'it raised the interrupt signal (Ctrl-C)',
  SIGTRAP: 'it hit a trap, which compilers put where the program must not go on',
  SIGSYS: 'it made a system call that is forbidden here',
  ACCESS_VIOLATION: 'it read or wrote memory that is not its own',
  ILLEGAL_INSTRUCTION: 'it ran an instruction that this processor does not have',
  FAIL_FAST: 'it gave up (abort or a failed security check)',
  HEAP_CORRUPTION: 'the heap was found corrupted',
  STACK_OVERFLOW: 'the stack overflowed',
  INT_DIVIDE_BY_ZERO: 'an integer was divided by zero',
  DLL_NOT_FOUND: 'a DLL that it needs was not found',
  ENTRYPOINT_NOT_FOUND: 'a DLL that it needs lacks a function, so it is another version',
  DELAY_LOAD_DLL_NOT_FOUND: 'a DLL that is loaded at its first use (delay-loaded) was not found',
  DELAY_LOAD_PROCEDURE_NOT_FOUND:
    'a DLL that is loaded at its first use (delay-loaded) lacks a function, so it is another version or variant',
  INVALID_IMAGE_FORMAT: 'a file is no DLL of this architecture, or is damaged',
};

// https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/596a1078-e883-4972-9bbc-49e60bebca55
const NTSTATUS: ReadonlyMap<number, string> = new Map([
  [0xc0000005, 'ACCESS_VIOLATION'],
  [0xc000001d, 'ILLEGAL_INSTRUCTION'],
  [0xc0000409, 'FAIL_FAST'],
  [0xc0000374, 'HEAP_CORRUPTION'],
  [0xc00000fd, 'STACK_OVERFLOW'],
  [0xc0000094, 'INT_DIVIDE_BY_ZERO'],
  [0xc0000135, 'DLL_NOT_FOUND'],
  [0xc0000139, 'ENTRYPOINT_NOT_FOUND'],
  [0xc000007b, 'INVALID_IMAGE_FORMAT'],
  // VcppException(ERROR_SEVERITY_ERROR, 126 and 127): delayimp.h of Visual C++.
  [0xc06d007e, 'DELAY_LOAD_DLL_NOT_FOUND'],
  [0xc06d007f, 'DELAY_LOAD_PROCEDURE_NOT_FOUND'],
]);

const NUMBERS: ReadonlyMap<number, string> = new Map([
  [2, 'SIGINT'],
  [4, 'SIGILL'],
  [5, 'SIGTRAP'],
  [6, 'SIGABRT'],
  [7, 'SIGBUS'],
  [8, 'SIGFPE'],
  [9, 'SIGKILL'],
  [10, 'SIGBUS'],
  [11, 'SIGSEGV'],
  [15, 'SIGTERM'],
  [31, 'SIGSYS'],
]);

/** Codes of shells (128 + n) that are crashes beyond doubt; 130 and 143 are people and runners. */
const SHELL_CODES: readonly number[] = [132, 133, 134, 135, 136, 137, 138, 139];

/**
 * @param code an exit status as Windows, a shell, Node or Python's `subprocess` report it
 * @returns the signal's or NTSTATUS name, undefined when the code is not a crash
 * @example crashOfExitCode(139) // 'SIGSEGV'
 * @example crashOfExitCode(3221225477) // 'ACCESS_VIOLATION'
 */
export function crashOfExitCode(code: number): string | undefined {
  if (code < 0 && code > -65) return NUMBERS.get(-code);
  const status = code < 0 ? code + 2 ** 32 : code;
  if (status >= 0xc0000000) return NTSTATUS.get(status);
  return SHELL_CODES.includes(code) ? NUMBERS.get(code - 128) : undefined;
}

/**
 * @returns the NTSTATUS name of an exception code (`0xc0000005`), undefined when unknown
 * @example ntstatusName(0xc0000005) // 'ACCESS_VIOLATION'
 */
export function ntstatusName(status: number): string | undefined {
  return NTSTATUS.get(status);
}

// CPython's Modules/faulthandler.c, `faulthandler_handlers` and `faulthandler_exc_handler`.
const FAULTHANDLER: Readonly<Record<string, string>> = {
  'segmentation fault': 'SIGSEGV',
  aborted: 'SIGABRT',
  'bus error': 'SIGBUS',
  'illegal instruction': 'SIGILL',
  'floating point exception': 'SIGFPE',
  'access violation': 'ACCESS_VIOLATION',
  'float divide by zero': 'SIGFPE',
  'float overflow': 'SIGFPE',
  'int divide by zero': 'INT_DIVIDE_BY_ZERO',
  'integer overflow': 'SIGFPE',
  'page error': 'ACCESS_VIOLATION',
  'stack overflow': 'STACK_OVERFLOW',
  killed: 'SIGKILL',
  'trace/breakpoint trap': 'SIGTRAP',
};

/**
 * @param text what follows `Fatal Python error: `, or a shell's word for a signal
 * @returns the signal, `SIGABRT` for CPython's own fatal errors
 * @example signalOfFatalError('Segmentation fault') // 'SIGSEGV'
 */
export function signalOfFatalError(text: string): string {
  const code = /^code 0x([0-9a-f]+)/i.exec(text)?.[1];
  if (code) return ntstatusName(Number.parseInt(code, 16)) ?? `0x${code}`;
  return FAULTHANDLER[text.trim().toLowerCase()] ?? 'SIGABRT';
}

/** @returns what the signal says of the program, a clause in plain words */
export function meaningOfSignal(signal: string): string {
  return MEANINGS[signal] ?? 'the operating system ended it';
}
