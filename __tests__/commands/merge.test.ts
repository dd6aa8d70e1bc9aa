import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { identified } from '../../src/commands/measured-plan.ts';
import { merge } from '../../src/commands/merge.ts';
import { createFiles } from '../../src/host/files.ts';
import type { Measurements } from '../../src/model/measurements.ts';
import { measurementsJson } from '../../src/model/measurements-json.ts';
import { recorded } from '../support/recorded.ts';

const old = recorded('healthy');
const { tool } = old;
const plan = identified(old.plan, old.subject, tool.version);
const run = { ...old, plan };

describe('merge()', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'merge-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const write = (name: string, document: Measurements) =>
    writeFile(join(folder, name), measurementsJson(document));
  const merged = async () => {
    const world = { files: createFiles(), cwd: folder };
    return (await merge(['.'], folder, world, tool.version)).report;
  };

  it('is green with all that was planned', async () => {
    await write('a.json', run);
    expect((await merged()).exitCode).toBe(0);
  });

  const [first, ...others] = run.measurements;
  if (!first) throw new Error('nothing was recorded');
  it.each<[string, Measurements['plan'], RegExp]>([
    [
      'fewer combinations than its id stands for',
      { ...plan, planned: plan.planned.slice(1) },
      /its plan is not the one that its id stands for/,
    ],
    [
      'other exclusions than its id stands for',
      { ...plan, excluded: [{ ...first.combination, id: 'x', reason: 'so', cause: 'so' }] },
      /its plan is not the one that its id stands for/,
    ],
    ['a billion parts', { ...plan, shards: 1e9 }, /cut into 1000000000 parts, and 999 is the most/],
    ['half a part', { ...plan, shards: 0.5 }, /cut into 0\.5 parts/],
  ])('refuses a file whose plan has %s', async (_, other, reason) => {
    await write('a.json', { ...run, measurements: [first] });
    await write('b.json', { ...run, plan: other, measurements: others });
    const { exitCode, refused } = await merged();
    expect(exitCode).toBe(3);
    expect(refused).toEqual([{ what: 'b.json', reason: expect.stringMatching(reason) }]);
  });
});
