import { expect, it } from '@jest/globals';
import { judgeLive } from '../../src/commands/judge-live.ts';
import type { World } from '../../src/host/world.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import { RECORDED, recorded } from '../support/recorded.ts';

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
