import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { limitTime, secondsLeft, secondsStarved } from '../../src/host/time-limit.ts';

test.each([
  ['a hanging child has its limit', { elapsed: 60, starved: 0 }, 0],
  ['one that others kept from running has what they took', { elapsed: 60, starved: 45 }, 45],
  ['and no more than that', { elapsed: 105, starved: 45 }, 0],
  ['but three times its limit at most', { elapsed: 60, starved: 59 * 60 }, 120],
  ['which ends', { elapsed: 181, starved: 59 * 60 }, 0],
])('secondsLeft(): %s', (_, life, left) => {
  expect(secondsLeft(60, life)).toBe(left);
});

const linux = process.platform === 'linux' ? test : test.skip;

linux('secondsStarved() grows where more spin than there are processors', async () => {
  const children = Array.from({ length: 4 * availableParallelism() }, () =>
    spawn('/bin/sh', ['-c', 'while :; do :; done'], { stdio: 'ignore' }),
  );
  try {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const starved = Math.max(...children.map(({ pid }) => secondsStarved(pid ?? 0)));
    expect(starved).toBeGreaterThan(0.2);
    expect(secondsStarved(2 ** 30)).toBe(0);
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
});

test('limitTime() ends a child that sleeps at its limit', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], {
    stdio: 'ignore',
  });
  const began = performance.now();
  limitTime(child.pid, 0.5, () => child.kill('SIGKILL'));
  await once(child, 'exit');
  expect(performance.now() - began).toBeGreaterThanOrEqual(490);
});
