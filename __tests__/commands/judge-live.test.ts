import { expect, it, test } from '@jest/globals';
import { isBad, judgeLive } from '../../src/commands/judge-live.ts';
import type { World } from '../../src/host/world.ts';
import { judgeRun } from '../../src/judge/judge-run.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import type { Progress } from '../../src/model/ports.ts';
import { RECORDED, recorded } from '../support/recorded.ts';

const silent = () => {};
const PROGRESS: Progress = {
  info: silent,
  notice: silent,
  detail: silent,
  group: silent,
  planned: silent,
  combination: silent,
  update: silent,
  done: silent,
};

/** What was compared is judged beside its siblings: no line that comes before them can know. */
const LATER = /^compare-/;

test.each(RECORDED.filter((name) => !LATER.test(name)))(
  '%s: the live line and fail-fast call a failure what the report calls one',
  (name) => {
    const run = recorded(name);
    const { verdicts } = judgeRun(run);
    const live = judgeLive(run, PROGRESS);
    for (const measurement of run.measurements) {
      const { id } = measurement.combination;
      expect([id, live(measurement).failed]).toEqual([id, isBad(verdicts.get(id) ?? 'failed')]);
    }
  },
);

test('a flaky module is no pass in the live line', () => {
  const run = recorded('flaky');
  const lines: string[] = [];
  const combination = (_id: string, text: string, verdict: string) =>
    lines.push(`${verdict}: ${text}`);
  const live = judgeLive(run, { ...PROGRESS, combination });
  expect(run.measurements.map((one) => live(one).failed)).toContain(true);
  expect(lines.join('\n')).toMatch(/^failed: 1 of \d+ modules? fails/m);
});

it('says what a build failed of with the first of its combinations', () => {
  const run = RECORDED.map(recorded).find(({ measurements }) => measurements.length > 0);
  const one = run?.measurements[0];
  if (run === undefined || one === undefined) throw new Error('nothing is recorded');
  const failing = (id: string, line: string): Measurement => ({
    ...one,
    combination: { ...one.combination, id },
    state: { kind: 'error', setUp: 'build-failed', message: 'The build failed', lines: [line] },
  });
  const lines: string[] = [];
  const combination = (id: string, text: string) => lines.push(`${id} ${text}`);
  const progress = { combination } as unknown as World['progress'];
  const listen = judgeLive({ ...run, measurements: [] }, progress);
  for (const measurement of [failing('a', 'x'), failing('b', 'x'), failing('c', 'y')]) {
    expect(listen(measurement)).toEqual({ failed: true });
  }
  expect(lines).toEqual([
    'a could not be set up: The build failed',
    'b could not be set up either, as a',
    'c could not be set up: The build failed',
  ]);
});

it('says a reason that leaves many out once', () => {
  const run = RECORDED.map(recorded).find(({ measurements }) => measurements.length > 0);
  const one = run?.measurements[0];
  if (run === undefined || one === undefined) throw new Error('nothing is recorded');
  const lines: string[] = [];
  const combination = (id: string, text: string) => lines.push(`${id} ${text}`);
  const listen = judgeLive({ ...run, measurements: [] }, {
    combination,
  } as unknown as World['progress']);
  for (const [id, reason] of [
    ['a', 'nothing compiled'],
    ['b', 'nothing compiled'],
    ['c', 'another'],
  ] as const) {
    listen({
      ...one,
      combination: { ...one.combination, id },
      state: { kind: 'excluded', reason },
    });
  }
  expect(lines).toEqual(['a excluded: nothing compiled', 'c excluded: another']);
});
