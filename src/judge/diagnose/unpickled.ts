import type { Symptoms } from './symptoms.ts';

/** Modules of NumPy that a pickle asks for, and the release that brought them. */
const SINCE: readonly (readonly [RegExp, string])[] = [
  [/^numpy\._core\b/, '2.0'],
  [/^numpy\.core\._multiarray_umath$/, '1.16'],
];

/**
 * What was pickled asks for modules by the names that they had when it was written.
 *
 * @param module of NumPy, which is missing
 * @returns the release under which it was written, at the least; undefined when nothing was unpickled
 */
export function unpickled({ chain }: Symptoms, module: string): string | undefined {
  const frame = chain.at(-1)?.frames.at(-1);
  const reads = /pickle|joblib|\bloads?\(|find_class/i.test(`${frame?.file} ${frame?.source}`);
  return reads ? SINCE.find(([pattern]) => pattern.test(module))?.[1] : undefined;
}

/** What to do then. */
export function rewritten(since: string): string {
  return `Something was pickled (joblib, cloudpickle and models of scikit-learn do the same) under NumPy ${since === '2.0' ? '2' : `${since} or later`} and is read under an older one: read it with \`numpy>=${since}\`, or write it anew under this NumPy.`;
}
