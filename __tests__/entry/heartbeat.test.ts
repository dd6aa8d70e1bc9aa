import { describe, expect, it } from '@jest/globals';
import { withHeartbeat } from '../../src/entry/heartbeat.ts';
import type { Progress } from '../../src/model/ports.ts';

/** A clock that is set by hand, and the lines that were printed, with their second. */
function world() {
  let time = 0;
  let beat = (): void => {};
  let stopped = false;
  const lines: string[] = [];
  const say = (text: string): void => {
    lines.push(`${time / 1000} ${text}`);
  };
  const plain: Progress = {
    info: say,
    notice: say,
    detail: () => {},
    group: say,
    planned: () => say('planned'),
    combination: say,
    update: () => {},
    done: () => {},
  };
  const progress = withHeartbeat(plain, {
    now: () => time,
    every: (each) => {
      beat = each;
      return () => {
        stopped = true;
      };
    },
  });
  const pass = (seconds: number): void => {
    for (let at = 0; at < seconds; at += 1) {
      time += 1000;
      if (!stopped) beat();
    }
  };
  return { progress, lines, pass };
}

const building = { doing: ['building for Python 3.12'], done: 1, total: 3, failed: 1 };

describe('withHeartbeat()', () => {
  it('90 s of building say so at least three times, with what it is and how long', () => {
    const { progress, lines, pass } = world();
    progress.update(building);
    pass(90);
    expect(lines).toEqual([
      '10 … building for Python 3.12 (10 s) · 1/3 combinations, 1 failed',
      '40 … building for Python 3.12 (40 s) · 1/3 combinations, 1 failed',
      '70 … building for Python 3.12 (1 min 10 s) · 1/3 combinations, 1 failed',
    ]);
  });

  it('says nothing while lines come anyway, and never twice within 10 s', () => {
    const { progress, lines, pass } = world();
    progress.update(building);
    for (let at = 0; at < 10; at += 1) {
      pass(9);
      progress.info('a line');
    }
    expect(lines.filter((line) => line.includes('…'))).toEqual([]);
  });

  it('before anything runs it says that it prepares, and stops at the end', () => {
    const { progress, lines, pass } = world();
    pass(11);
    progress.done();
    pass(100);
    expect(lines).toEqual(['10 … still preparing (10 s)']);
  });

  it('names no more than a few of what runs at once', () => {
    const { progress, lines, pass } = world();
    progress.update({ ...building, failed: 0, doing: ['a', 'b', 'c', 'd', 'e', 'f'] });
    pass(10);
    expect(lines).toEqual(['10 … a (10 s), b (10 s), c (10 s) and 3 more · 1/3 combinations']);
  });
});
