import { judgeRun } from '../../../src/judge/judge-run.ts';
import type { Measurements } from '../../../src/model/measurements.ts';
import { recorded } from '../../support/recorded.ts';

/** A healthy run in which all modules fail beside NumPy 1.26 with this text, and not beside 1.24. */
function failingOn126(message: string): Measurements {
  const run = recorded('healthy');
  return {
    ...run,
    measurements: run.measurements.map((one) => {
      const installed = { ...one.installed, scipy: '1.13.1' };
      if (one.combination.numpy !== '1.26.4') return { ...one, installed };
      const exception = { type: 'ImportError', message, link: 'first', name: null, path: null };
      return {
        ...one,
        installed: { ...installed, scipy: '1.15.3' },
        observed: one.observed.map(({ module, observation }) => ({
          module,
          observation: {
            ...observation,
            outcome: { kind: 'raised' },
            exceptions: [{ ...exception, frames: [] }],
          },
        })),
      } as typeof one;
    }),
  };
}

test.each([
  ["cannot import name 'trapz' from 'scipy.integrate' (scipy/integrate/__init__.py)", false],
  ['no such thing', true],
])('the declared range of NumPy is reproached with NumPy’s failures only: %s', (message, wide) => {
  const { findings, verdicts, supported } = judgeRun(failingOn126(message));
  expect([...verdicts.values()]).toContain('failed');
  expect(findings.some(({ kind }) => kind === 'range-too-wide')).toBe(wide);
  expect(supported.tested).not.toContain('1.26');
});
