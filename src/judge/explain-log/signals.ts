import { crashOfStatus, ntstatusName, signalName } from '../../packaging/exit-codes.ts';

/** Codes of shells (128 + n) that are crashes beyond doubt; 130 and 143 are people and runners. */
const SHELL_CODES: readonly number[] = [132, 133, 134, 135, 136, 137, 138, 139];

/**
 * @param code an exit status as Windows, a shell, Node or Python's `subprocess` report it
 * @returns the signal's or NTSTATUS name, undefined when the code is not a crash
 * @example crashOfExitCode(139) // 'SIGSEGV'
 * @example crashOfExitCode(3221225477) // 'ACCESS_VIOLATION'
 */
export function crashOfExitCode(code: number): string | undefined {
  if (code < 0 && code > -65) return signalName(-code);
  const name = crashOfStatus(code);
  // In a log, a code without a name may be any program's own; Ctrl-C is a person.
  if (name !== undefined && !/^0x|^CONTROL_C/.test(name)) return name;
  return SHELL_CODES.includes(code) ? signalName(code - 128) : undefined;
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
  'int divide by zero': 'INTEGER_DIVIDE_BY_ZERO',
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
