/**
 * What is to be said of one combination. Decided in one place (src/judge/combination-verdict.ts) and
 * read by everything else.
 *
 * - `proven`: every compiled module was proven, and nothing speaks against it;
 * - `warned`: everything imports, and something was seen that users should know;
 * - `doubtful`: everything imports, and a warning says of what was tested that it may fail all the same;
 * - `known`: what failed was foretold by known-failures;
 * - `failed`: a module, the smoke code or the build of an extension failed;
 * - `empty`: it was set up and holds no compiled module;
 * - `not-set-up`, `skipped`, `excluded`: it was not tested.
 */
export type CombinationVerdict =
  | 'proven'
  | 'warned'
  | 'doubtful'
  | 'known'
  | 'failed'
  | 'empty'
  | 'not-set-up'
  | 'skipped'
  | 'excluded';

/** Whether all that was planned there was proven; a harmless warning does not take that away. */
export function isProvenVerdict(verdict: CombinationVerdict): boolean {
  return verdict === 'proven' || verdict === 'warned';
}
