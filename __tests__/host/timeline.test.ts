import { expect, it } from '@jest/globals';
import { createTimeline } from '../../src/host/timeline.ts';

it('notes what ran when, side by side, and what failed too', async () => {
  let time = 5000;
  const line = createTimeline(() => time);
  let finish = (): void => {};
  const long = line.timed('build', 'cp312', () => new Promise<void>((done) => (finish = done)));
  time += 1000;
  const failing = line.timed('install', 'a', async () => {
    time += 500;
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  finish();
  await long;
  expect(line.spans()).toEqual([
    { stage: 'build', what: 'cp312', start: 0, seconds: 1.5 },
    { stage: 'install', what: 'a', start: 1, seconds: 0.5 },
  ]);
});
