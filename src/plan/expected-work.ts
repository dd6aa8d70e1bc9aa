import type { MeasuredPlan } from '../model/measurements.ts';

/** What the work of a plan is expected to take, in one unit: seconds, or combinations. */
export interface ExpectedWork {
  /** What a part spends for each of its Pythons before the first combination. */
  readonly setUp: number;
  /** By id of the combination. */
  readonly combinations: ReadonlyMap<string, number>;
  /** For a combination that has no entry. */
  readonly usual: number;
}

/** A build, with its environment, costs about as much as so many combinations. */
const BUILD = 3;
/** What is there to install needs a Python, which has to be found or fetched. */
const INSTALLATION = 0.3;

/**
 * What is known before anything runs: whether the parts build, and what an earlier run took where
 * the plan was made with its times.
 *
 * @param kind what is tested
 */
export function expectedWork(
  { buildOnce, expected }: Pick<MeasuredPlan, 'buildOnce' | 'expected'>,
  kind: 'project' | 'wheels' | 'packages',
): ExpectedWork {
  const builds = kind === 'project' && !buildOnce;
  if (expected === undefined) {
    return { setUp: builds ? BUILD : INSTALLATION, combinations: new Map(), usual: 1 };
  }
  const { build, usual, combinations } = expected;
  const setUp = builds ? (build ?? BUILD * usual) : INSTALLATION * usual;
  return { setUp, usual, combinations: new Map(Object.entries(combinations)) };
}
