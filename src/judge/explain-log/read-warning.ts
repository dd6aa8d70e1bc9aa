import type { ExceptionRecord } from '../../model/observation.ts';

const WARNING = /^\s*(\S.*?\.\w+|<.*>|sys):(\d+): (\w*Warning): (.*)/;

/** Whether a line is one that Python's `warnings` writes: `FILE:LINE: RuntimeWarning: TEXT`. */
export function isWarning(text: string): boolean {
  return WARNING.test(text);
}

/**
 * Reads a warning as the exception that it would be under `-W error`.
 *
 * @returns undefined for any other line
 */
export function readWarning(text: string): ExceptionRecord | undefined {
  const [, file, at, type, message = ''] = WARNING.exec(text) ?? [];
  if (!file || !type) return undefined;
  const frames = [{ file, line: Number(at), function: '<module>' }];
  return { type, message, link: 'first', frames, name: null, path: null };
}
