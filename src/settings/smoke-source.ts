/** What the text of `smoke` may be; only the file system can tell a file from code for sure. */
export type SmokeSource =
  | { readonly kind: 'code'; readonly code: string }
  /** The path of a script. Without such a file: code if `elseCode`, a problem if not. */
  | { readonly kind: 'file'; readonly path: string; readonly elseCode: boolean };

/**
 * Decides whether `smoke` holds code or the path of a script.
 *
 * Several lines are code. A single line may be a path; one that looks like a path and like no code
 * (`tests/smoke.py`) must be one.
 *
 * @example smokeSource('import a; a.run()')
 * // { kind: 'file', path: 'import a; a.run()', elseCode: true }
 */
export function smokeSource(text: string): SmokeSource {
  const trimmed = text.trim();
  if (/[\r\n]/.test(trimmed)) return { kind: 'code', code: `${text.trimEnd()}\n` };
  const pathOnly = /^[^()=;"']+\.py$/.test(trimmed) && !/^(?:import|from)\s/.test(trimmed);
  return { kind: 'file', path: trimmed, elseCode: !pathOnly };
}
