import type { Frame } from '../../model/observation.ts';
import { blamedFrame } from './culprit.ts';
import type { Symptoms } from './symptoms.ts';

/**
 * @returns the source position in the subject (or the smoke code) where a Python exception came
 * from, undefined when it lies in somebody else's code
 */
export function projectFrame(
  symptoms: Symptoms,
): { readonly file: string; readonly line: number } | undefined {
  if (symptoms.fault !== 'own') return undefined;
  for (const exception of symptoms.chain.toReversed()) {
    const { frames } = exception;
    const own = symptoms.evidence.smoke ? smokeFrame(frames) : undefined;
    const frame = blamedFrame(symptoms.evidence, frames) ?? own ?? frames.at(-1);
    if (frame && !frame.file.startsWith('<')) return { file: frame.file, line: frame.line };
  }
  return undefined;
}

/**
 * What to look for in the sources of a compiled module whose own load failed: its code has no frame,
 * so that the last one is that of the import, unless Cython wrote it.
 *
 * @param literals strings that its sources may hold, best first; short ones would be found anywhere
 */
export function inCompiledCode(
  { fault, facts, chain }: Symptoms,
  literals: readonly string[],
): { readonly literals?: readonly string[] } {
  const last = chain[0]?.frames.at(-1)?.file;
  const hasFrame = last !== undefined && /\.(?:pyx|pxd)$/.test(last);
  const told = literals.filter((one) => one.length > 2);
  return fault === 'own' && facts !== null && !hasFrame && told.length > 0
    ? { literals: told }
    : {};
}

/** @returns the innermost frame of the smoke code itself, which is shown under a relative name */
export function smokeFrame(frames: readonly Frame[]): Frame | undefined {
  return frames.findLast(({ file }) => !/^(?:[\\/<]|[A-Za-z]:)/.test(file));
}
