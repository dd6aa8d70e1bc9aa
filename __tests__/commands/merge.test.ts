import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { identified } from '../../src/commands/documents/measured-plan.ts';
import { type MergeRequest, merge, mergeRequestOf } from '../../src/commands/merge.ts';
import { createFiles } from '../../src/host/files.ts';
import type { BuiltWheel } from '../../src/model/built-wheel.ts';
import { measurementsJson } from '../../src/model/json/measurements-json.ts';
import type { Measurements } from '../../src/model/measurements.ts';
import { expectedWork } from '../../src/plan/expected-work.ts';
import { shardsOf } from '../../src/plan/shards.ts';
import { parseCli } from '../../src/settings/parse-cli.ts';
import { resolveConfig } from '../../src/settings/resolve-config.ts';
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
  const mergedOf = async (more: Partial<MergeRequest> = {}) => {
    const world = { files: createFiles(), cwd: folder };
    return (await merge({ patterns: ['.'], start: folder, ...more }, world, tool.version)).report;
  };
  const merged = () => mergedOf();

  it('is green with all that was planned', async () => {
    await write('a.json', run);
    expect((await merged()).exitCode).toBe(0);
  });

  it.each<[string, readonly string[], number]>([
    ['the parts', [], 0],
    ['merge itself, errors', ['--fail-on', 'error'], 1],
    ['merge itself, warnings', ['--fail-on', 'warning'], 1],
  ])('fails by what was told to %s', async (_, words, exitCode) => {
    const other = recorded('fail-on-never');
    const known = identified(other.plan, other.subject, tool.version);
    await write('a.json', { ...other, plan: known });
    const request = parseCli(['merge', 'a.json', ...words]);
    if (request.kind !== 'run') throw new Error(request.kind);
    const here = { cwd: folder, files: createFiles(), cores: 1 };
    const resolved = await resolveConfig(request, 'merge', here);
    if (resolved.kind !== 'config') throw new Error(JSON.stringify(resolved.problems));
    expect((await mergedOf(mergeRequestOf(resolved.config, folder))).exitCode).toBe(exitCode);
  });

  it('is not green where a file that was named is not there', async () => {
    await write('a.json', run);
    const some = (patterns: readonly string[]) => mergedOf({ patterns });
    const { exitCode, refused } = await some(['a.json', 'windows.json', 'more/*.json']);
    expect([exitCode, refused?.map(({ what }) => what)]).toEqual([
      3,
      ['windows.json', 'more/*.json'],
    ]);
    await expect(some(['windows.json'])).rejects.toThrow('windows.json: there is no such file');
    await expect(mergedOf({ plans: [join(folder, 'plan.json')] })).rejects.toThrow(
      'The plan plan.json cannot be used: there is no such file',
    );
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

  it('says once of a part that its file is refused', async () => {
    const cut = identified({ ...old.plan, shards: 2 }, old.subject, tool.version);
    const shards = shardsOf(cut.planned, 2, expectedWork(cut, old.subject.kind));
    const part = (number: number) =>
      run.measurements.filter(
        (_, at) => shards[at] === shards[number === 1 ? 0 : -1 + shards.length],
      );
    const whole = { ...run, plan: { ...cut, shards: 2 } };
    await write('a.json', { ...whole, measurements: part(1) });
    await write('b.json', {
      ...whole,
      tool: { ...tool, version: '0.0.1' },
      measurements: part(2),
    });
    const { exitCode, refused } = await merged();
    expect(exitCode).toBe(3);
    expect(refused).toEqual([
      { what: 'b.json', reason: expect.stringContaining('numpy-abi-matrix 0.0.1 wrote it') },
    ]);
  });

  it('names a part that left nothing, whatever another run measured', async () => {
    const cut = { ...identified({ ...old.plan, shards: 2 }, old.subject, tool.version), shards: 2 };
    const shards = shardsOf(cut.planned, 2, expectedWork(cut, old.subject.kind));
    const of = (part: number | undefined) =>
      run.measurements.filter((_, at) => shards[at] === part);
    const planned = cut.planned.slice(1);
    const other = identified({ ...cut, planned }, old.subject, tool.version);
    await write('a.json', { ...run, plan: cut, measurements: of(shards[0]) });
    await write('b.json', {
      ...run,
      plan: { ...other, shards: 2 },
      measurements: of(shards.at(-1)),
    });
    const { refused } = await merged();
    expect(refused?.map(({ lost, reason }) => lost ?? reason)).toEqual([
      expect.stringMatching(
        /^it comes from another run: its plan .*\(mode plan\), and run its parts$/,
      ),
      true,
    ]);
  });

  it('says of an empty folder that it is one', async () => {
    await mkdir(join(folder, 'none'));
    await write('a.json', run);
    const told = /none cannot be used: .* is a folder without any file/;
    await expect(mergedOf({ patterns: ['a.json'], plans: ['none'] })).rejects.toThrow(told);
  });

  it('says of a plan that has nothing to run why', async () => {
    const excluded = [{ ...first.combination, reason: 'r', cause: 'no wheel for it' }];
    const empty = identified({ ...plan, planned: [], excluded }, run.subject, tool.version);
    const file = { schema: 1, document: 'plan', tool, subject: run.subject, plan: empty };
    await writeFile(
      join(folder, 'plan.json'),
      JSON.stringify({ ...file, runners: {}, pinned: {} }),
    );
    await expect(mergedOf({ patterns: ['parts'], plans: ['plan.json'] })).rejects.toMatchObject({
      message: 'The plan has nothing to run\nno wheel for it',
      exitCode: 4,
    });
  });

  describe('with what was built once', () => {
    const [wheel] = first.wheels;
    const { python, platform } = first.combination;
    const record = (sha256 = wheel?.sha256 ?? '', more: Partial<BuiltWheel> = {}) => ({
      schema: 1,
      document: 'built-wheel',
      tool,
      subject: run.subject,
      plan: plan.id,
      python,
      platform,
      result: {
        ...{ kind: 'built', file: wheel?.file, sha256 },
        ...{ buildNumpy: '2.0.0', buildPython: '3.9.18', abi: 'cp39', text: '' },
      },
      ...more,
    });
    const plans = () => {
      const file = { schema: 1, document: 'plan', tool, subject: run.subject, plan };
      return JSON.stringify({ ...file, runners: {}, pinned: {} });
    };
    const mergedWith = async (...records: readonly unknown[]) => {
      await writeFile(join(folder, 'plan.json'), plans());
      for (const [at, one] of records.entries()) {
        await mkdir(join(folder, 'built', `${at}`), { recursive: true });
        await writeFile(join(folder, 'built', `${at}`, 'built.json'), JSON.stringify(one));
      }
      const here = run.measurements.filter((one) => one.combination.python === python);
      await write('a.json', { ...run, measurements: here });
      const built = join(folder, 'built');
      return mergedOf({ patterns: ['a.json'], plans: ['plan.json'], built });
    };

    it('takes measurements of the wheel that was built', async () => {
      expect((await mergedWith(record())).refused).toBeUndefined();
    });

    it('says what is missing where no build left anything', async () => {
      await mkdir(join(folder, 'built'));
      await expect(mergedWith()).rejects.toThrow(/a\.json: it measured .* with another healthy/);
    });

    it('refuses those of another, by its hash', async () => {
      await expect(mergedWith(record('e'.repeat(64)))).rejects.toThrow(
        /a\.json: it measured py3\.9-np1\.24\.4 with another healthy\S+\.whl than was built for it/,
      );
    });

    it.each<[string, Partial<BuiltWheel>, RegExp]>([
      ['another plan', { plan: 'f'.repeat(64) }, /it was built for another plan/],
      [
        'another version',
        { tool: { ...tool, version: '9.9.9' } },
        /numpy-abi-matrix 9\.9\.9 built/,
      ],
      ['a path', { result: { ...record().result, file: '../x.whl' } as never }, /is no file name/],
      ['nothing', { document: 'other' as never }, /`build` did not write it/],
    ])('refuses what was built for %s', async (_, more, reason) => {
      await expect(mergedWith(record(undefined, more))).rejects.toThrow(reason);
    });

    it('refuses two builds for one Python', async () => {
      await expect(mergedWith(record(), record())).rejects.toThrow(/two builds for Python 3\.9/);
    });
  });
});
