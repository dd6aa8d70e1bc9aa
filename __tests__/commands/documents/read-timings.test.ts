import { expect, it } from '@jest/globals';
import { expectedSeconds } from '../../../src/commands/documents/read-timings.ts';
import { recorded } from '../../support/recorded.ts';

const old = recorded('my-extension');
const [first] = old.measurements;
if (!first) throw new Error('nothing was recorded');
const ran = (python: string, numpy: string, seconds: number, more = {}) => ({
  ...first,
  combination: { ...first.combination, python, numpy, platform: 'linux-x86_64' },
  seconds,
  ...more,
});
const cell = (python: string, numpy: string, platform = 'linux-x86_64') => ({
  ...{ id: `${python} ${numpy} ${platform}`, python, numpy, platform },
});

it('expects the same combination, else its Python, else its platform, else any', () => {
  const measurements = [
    ran('3.11', '1.26.4', 8),
    ran('3.11', '2.0.0', 20),
    ran('3.11', '2.1.0', 22),
    ran('3.12', '2.0.0', 40),
    ran('3.12', '2.1.0', 1, { reused: { at: '2026-01-01T00:00:00Z' } }),
    ran('3.12', '2.2.0', 1, { state: { kind: 'skipped', reason: 'so' } }),
  ];
  const span = { stage: 'build', label: 'build for Python 3.11', start: 0, seconds: 33.333 };
  const run = { ...old, measurements, jobs: 2, timeline: [span] as never };
  const planned = [
    cell('3.11', '1.26.4'),
    cell('3.11', '2.3.0'),
    cell('3.12', '2.1.0'),
    cell('3.13', '2.0.0'),
    cell('3.13', '2.0.0', 'windows-amd64'),
  ];
  const { build, usual, combinations } = expectedSeconds([run], planned);
  expect([build, usual]).toEqual([33.33, 11]);
  expect(planned.map(({ id }) => combinations[id])).toEqual([4, 10, 20, 11, 11]);
});

it('knows nothing of a run in which nothing ran', () => {
  const { build, usual, combinations } = expectedSeconds(
    [{ ...old, measurements: [] }],
    [cell('3.11', '2.0')],
  );
  expect([build, usual, Object.values(combinations)]).toEqual([null, 1, [1]]);
});
