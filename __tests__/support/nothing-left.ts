import { rm } from 'node:fs/promises';
import { expect } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { appears } from './hangs-with-family.ts';
import { runTracked } from './run-tracked.ts';

/**
 * Runs a check twice, once to its end and once until Ctrl-C, and looks for what is left behind.
 *
 * @param args `check`, wheels of which one hangs (`hangsWithFamily`), and the combination
 * @param marker the file that it makes
 * @param seconds the time limit of the first run
 * @param findings kind and modules of each, in the order of the report
 */
export async function expectNothingLeft(
  args: readonly string[],
  marker: string,
  seconds: number,
  findings: readonly (readonly [kind: string, modules: readonly string[]])[],
): Promise<void> {
  const whole = ['--timeout', String(seconds), '--json', '-', '--quiet'];
  const ended = await runTracked([...args, ...whole]);
  const { code, left, alive } = ended;
  expect([code, code === 1 ? '' : ended.output, left, alive]).toEqual([1, '', [], []]);
  const report = JSON.parse(ended.stdout) as Report;
  expect(report.findings.map(({ kind, modules }) => [kind, modules])).toEqual(findings);
  await rm(marker);
  const stopped = await runTracked([...args, '--timeout', '200'], {
    interrupt: { when: () => appears(marker), signal: 'SIGINT' },
  });
  expect(stopped.stderr).toMatch(/^error: Interrupted: /m);
  expect([stopped.code, stopped.left, stopped.alive]).toEqual([130, [], []]);
}
