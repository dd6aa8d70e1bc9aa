import { judgeRun } from '../../../src/judge/judge-run.ts';
import type { Measurements } from '../../../src/model/measurements.ts';
import { RECORDED, recorded } from '../../support/recorded.ts';

/** The same, with an observation of its own for each module. */
function unshared(run: Measurements): Measurements {
  return {
    ...run,
    measurements: run.measurements.map((one) => ({
      ...one,
      observed: one.observed.map((each) => structuredClone(each)),
      hookFindings: one.hookFindings.map((each) => structuredClone(each)),
    })),
  };
}

test.each(RECORDED)('%s: what failed together is judged as each by itself', (name) => {
  expect(judgeRun(recorded(name))).toEqual(judgeRun(unshared(recorded(name))));
});
