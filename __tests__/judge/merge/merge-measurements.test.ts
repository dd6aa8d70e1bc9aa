import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assembleReport } from '../../../src/commands/conclude/assemble.ts';
import { judgeRun } from '../../../src/judge/judge-run.ts';
import { mergeMeasurements } from '../../../src/judge/merge/merge-measurements.ts';
import type { MeasurementsFile } from '../../../src/judge/merge/parts-of-run.ts';
import type { Measurements } from '../../../src/model/measurements.ts';
import { expectedWork } from '../../../src/plan/expected-work.ts';
import { shardsOf } from '../../../src/plan/shards.ts';
import { annotationsOf } from '../../../src/report/render/annotations.ts';
import { summaryMarkdown } from '../../../src/report/render/summary.ts';
import { terminalReport } from '../../../src/report/render/terminal.ts';
import { RECORDED, recorded, reportOf } from '../../support/recorded.ts';

const WORK = expectedWork({}, 'packages');
const RUNS = RECORDED.map((name) => [name, recorded(name)] as const);

/** The run cut into parts; combination `at` goes to part `places[at]`. */
function cut(run: Measurements, places: readonly number[]): readonly MeasurementsFile[] {
  // Where nothing was measured, one part says so.
  if (run.measurements.length === 0) return [{ file: '0.json', document: run }];
  const parts = new Map<number, Measurements['measurements'][number][]>();
  for (const [at, one] of run.measurements.entries()) {
    const place = places[at] ?? 0;
    parts.set(place, [...(parts.get(place) ?? []), one]);
  }
  return [...parts].map(([place, measurements]) => ({
    file: `${place}.json`,
    document: { ...run, measurements },
  }));
}

const places = fc.array(fc.nat({ max: 9 }), { minLength: 40, maxLength: 40 });
const codeOf = (run: Measurements, refused: Parameters<typeof assembleReport>[2]) =>
  assembleReport(run, judgeRun(run), refused).exitCode;

describe('mergeMeasurements()', () => {
  it.each(RUNS)('%s: gives the report of the run for every partition, in any order', (_, run) => {
    const whole = reportOf(run);
    fc.assert(
      fc.property(places, fc.array(fc.nat(), { maxLength: 40 }), (partition, order) => {
        const parts = cut(run, partition);
        const shuffled = parts
          .map((part, at) => ({ part, rank: order[at] ?? at }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ part }) => part);
        const { measurements, refused } = mergeMeasurements(shuffled);
        expect(refused).toEqual([]);
        expect(reportOf(measurements)).toBe(whole);
      }),
      { numRuns: run.measurements.length > 1 ? 20 : 1 },
    );
  });

  it('sums the times of the parts, in any order alike, and draws no time line of several machines', () => {
    const run = recorded('pandas-2.0.3');
    const files = [0.1, 0.2, 0.3].map((spent, at) => ({
      file: `${at}.json`,
      document: {
        ...run,
        measurements: run.measurements.slice(at, at + 1),
        seconds: { probe: spent, ...(at === 1 && { build: 0.7 }) },
        timeline: [{ stage: 'probe', what: `part ${at}`, start: 0, seconds: spent }],
        jobs: 2,
      },
    }));
    const named = (order: readonly number[]) =>
      order.map((at, place) => ({ ...files[at], file: `${place}.json` }) as MeasurementsFile);
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const { measurements } = mergeMeasurements(named(order));
      expect(measurements.seconds).toEqual({ probe: 0.6, build: 0.7 });
      expect(measurements).not.toHaveProperty('timeline');
      expect(measurements).not.toHaveProperty('jobs');
    }
    const [alone] = files;
    if (!alone) throw new Error('there is no file');
    expect(mergeMeasurements([alone]).measurements).toMatchObject({
      timeline: alone.document.timeline,
      jobs: 2,
    });
  });

  it.each(RUNS)('%s: notices every single loss', (_, run) => {
    const passing = { ...run, settings: { ...run.settings, failOn: 'never' as const } };
    for (const lost of run.measurements) {
      const kept = run.measurements.filter((one) => one !== lost);
      const files = [{ file: 'kept.json', document: { ...passing, measurements: kept } }];
      const { measurements, refused } = mergeMeasurements(files);
      const report = assembleReport(measurements, judgeRun(measurements), refused);
      const { id } = lost.combination;
      expect(report.combinations.find((one) => one.id === id)).toMatchObject({
        verdict: 'skipped',
      });
      expect(report.exitCode).toBe(3);
    }
  });

  it('notices a combination that was measured twice', () => {
    const run = { ...recorded('my-extension') };
    const never = { ...run, settings: { ...run.settings, failOn: 'never' as const } };
    const [first] = never.measurements;
    if (!first) throw new Error('nothing was recorded');
    const { refused } = mergeMeasurements([
      { file: 'a.json', document: never },
      { file: 'b.json', document: { ...never, measurements: [first] } },
    ]);
    expect(refused).toEqual([
      {
        what: 'b.json',
        reason: expect.stringContaining(`${first.combination.id} is measured in a.json, too`),
      },
    ]);
    expect(codeOf(never, refused)).toBe(3);
  });

  it('tells a doubled file once, however many combinations it has', () => {
    const run = recorded('pandas-2.0.3');
    const ids = run.measurements.map(({ combination }) => combination.id);
    const { measurements, refused } = mergeMeasurements([
      { file: 'a.json', document: run },
      { file: 'b.json', document: run },
    ]);
    expect(refused).toEqual([
      { what: 'b.json', reason: expect.stringMatching(/ are measured in a\.json, too/) },
    ]);
    expect(refused[0]?.reason).toContain(ids[0]);
    const { verdict } = assembleReport(measurements, judgeRun(measurements), refused);
    expect(verdict).toContain('1 file of measurements could not be taken in');
  });

  const run = recorded('pandas-2.0.3');
  it.each([
    [
      'tool version',
      { tool: { ...run.tool, version: '9.9.9' } },
      /version of numpy-abi-matrix \(9\.9\.9\)/,
    ],
    ['subject', { subject: { ...run.subject, name: 'other' } }, /subject \(packages other\)/],
    ['version', { subject: { ...run.subject, version: '2.0.4' } }, /version 2\.0\.4 of pandas/],
    ['commit', { subject: { ...run.subject, commit: 'a'.repeat(40) } }, /commit/],
    ['plan', { plan: { ...run.plan, id: 'f'.repeat(64) } }, /plan/],
    ['settings', { settings: { ...run.settings, allowEmpty: true } }, /settings/],
    ['choice of modules', { looked: { module: '!pandas._libs.*', smoke: '' } }, /`module` differs/],
    ['smoke code', { looked: { module: '', smoke: 'f'.repeat(64) } }, /`smoke` differs/],
  ] as const)('refuses another %s, and reports what is there', (_, change, reason) => {
    const [first, second] = run.measurements;
    if (!first || !second) throw new Error('nothing was recorded');
    const base = { ...run, looked: { module: '', smoke: '' }, measurements: [first] };
    const { measurements, refused } = mergeMeasurements([
      { file: '1.json', document: base },
      { file: '2.json', document: { ...base, measurements: [] } },
      { file: '3.json', document: { ...base, ...change, measurements: [second] } },
    ]);
    expect(refused).toEqual([{ what: '3.json', reason: expect.stringMatching(reason) }]);
    expect(measurements.measurements).toHaveLength(1);
    expect(codeOf(measurements, refused)).not.toBe(0);
  });

  const on = (platform: string): Measurements => {
    const moved = <C extends { readonly platform: string }>(one: C): C => ({ ...one, platform });
    return {
      ...run,
      plan: {
        ...run.plan,
        id: platform,
        planned: run.plan.planned.map(moved),
        excluded: run.plan.excluded.map(moved),
        missing: run.plan.missing.map(moved),
      },
      measurements: run.measurements.map((one) => ({
        ...one,
        combination: moved(one.combination),
      })),
    };
  };

  it('takes in the runs of several platforms, each with its own plan, in any order', () => {
    const files = ['windows-amd64', 'linux-x86_64', 'macos-arm64'].map((platform) => ({
      file: `${platform}.json`,
      document: on(platform),
    }));
    const { measurements, refused } = mergeMeasurements(files);
    expect(refused).toEqual([]);
    expect(measurements.measurements.map(({ combination }) => combination.id)).toEqual(
      ['linux-x86_64', 'macos-arm64', 'windows-amd64'].flatMap((platform) =>
        run.measurements.map(({ combination }) => `${combination.id}-${platform}`),
      ),
    );
    const report = assembleReport(measurements, judgeRun(measurements), []);
    expect(report.findings).toHaveLength(1);
    const shown = terminalReport(report, { width: 100, colours: false }).text;
    expect(shown).toContain('fails: on every platform: Python 3.11 × NumPy 2.2 (3 of 6');
    expect(shown).toMatch(/^windows-amd64 +1\.26\.4/m);
    expect(summaryMarkdown(report).text).toContain('| windows-amd64 | 1.26 | 2.2 |');
    expect(reportOf(mergeMeasurements(files.toReversed()).measurements)).toBe(
      reportOf(measurements),
    );
  });

  it('says of what fails on one platform that it fails there only', () => {
    const windows = on('windows-amd64');
    const good = windows.measurements.filter(
      ({ combination }) => combination.numpy === windows.measurements[0]?.combination.numpy,
    );
    const { measurements } = mergeMeasurements([
      { file: 'a.json', document: on('linux-x86_64') },
      { file: 'b.json', document: { ...windows, measurements: good } },
    ]);
    const report = assembleReport(measurements, judgeRun(measurements), []);
    const [annotation] = annotationsOf(report);
    expect(annotation?.title).toContain('1 of 3 combinations, on linux-x86_64 only');
    expect(annotation?.message).toContain('Fails: on linux-x86_64 only: Python 3.11 × NumPy 2.2.');
    expect(annotation?.message).toContain('Works: on every platform: Python 3.11 × NumPy 1.26.');
  });

  it('does not judge one platform by what another did', () => {
    const [first] = run.measurements;
    const alone = mergeMeasurements([{ file: 'a.json', document: on('linux-x86_64') }]);
    const both = mergeMeasurements([
      { file: 'a.json', document: on('linux-x86_64') },
      { file: 'b.json', document: on('windows-amd64') },
    ]);
    const results = (which: typeof alone) =>
      judgeRun(which.measurements).results.filter(
        ({ combination }) => combination.replace('-linux-x86_64', '') === first?.combination.id,
      );
    const plain = (list: ReturnType<typeof results>) =>
      list.map(({ combination: _, ...rest }) => rest);
    expect(plain(results(both))).toEqual(plain(results(alone)));
  });

  it.each([1, 2])('names part %i of the plan where it left nothing', (lost) => {
    const whole = { ...run, plan: { ...run.plan, shards: 2 } };
    const parts = shardsOf(run.plan.planned, 2, WORK);
    const kept = whole.measurements.filter(
      ({ combination }) =>
        parts[run.plan.planned.findIndex(({ id }) => id === combination.id)] !== lost,
    );
    const { measurements, refused } = mergeMeasurements([
      { file: 'a.json', document: { ...whole, measurements: kept } },
    ]);
    expect(refused).toEqual([
      {
        what: expect.stringMatching(`^part ${lost}/2 \\(linux-x86_64, Python 3\\.11\\)$`),
        reason: expect.stringMatching(/left no measurements: .*time limit/),
        lost: true,
      },
    ]);
    const report = assembleReport(measurements, judgeRun(measurements), refused);
    expect(report.verdict).toContain(`part ${lost}/2 (linux-x86_64, Python 3.11) left no`);
    expect(report.exitCode).not.toBe(0);
  });

  it('refuses another wheel under the same name', () => {
    const wheels = (sha256: string) => [
      { file: 'pandas-2.0.3-cp311-cp311-linux_x86_64.whl', sha256 },
    ];
    const [first, second] = run.measurements;
    if (!first || !second) throw new Error('nothing was recorded');
    const subject = { ...run.subject, kind: 'wheels' as const };
    const part = (measurement: typeof first, hash: string): Measurements => ({
      ...run,
      subject,
      measurements: [{ ...measurement, wheels: wheels(hash) }],
    });
    const { refused } = mergeMeasurements([
      { file: '1.json', document: part(first, 'a'.repeat(64)) },
      { file: '2.json', document: part(second, 'b'.repeat(64)) },
    ]);
    expect(refused).toEqual([{ what: '2.json', reason: expect.stringContaining('another file') }]);
  });

  describe('with bisect in the parts', () => {
    const [first, second] = run.measurements;
    if (!first || !second) throw new Error('nothing was recorded');
    const plan = { ...run.plan, shards: 2 };
    const part = (measurements: Measurements['measurements'], more = {}): Measurements => ({
      ...run,
      plan: { ...plan, ...more },
      measurements,
    });

    it.each([
      ['first', ['a', 'b']],
      ['last', ['b', 'a']],
    ] as const)(
      'lets what one part tried stand back behind the part that has it, %s',
      (_, names) => {
        const { measurements, refused } = mergeMeasurements([
          { file: names[0], document: part([first, { ...second, tried: true, seconds: 99 }]) },
          { file: names[1], document: part([second]) },
        ]);
        expect(refused).toEqual([]);
        expect(measurements.measurements).toEqual([first, second]);
      },
    );

    it('names the part that was lost, whatever another one tried besides', () => {
      const parts = shardsOf(plan.planned, 2, WORK);
      const lost = parts[1] ?? 0;
      const extra = ['1.26.1', '1.26.2', '1.26.3'].map((numpy) => ({
        ...first,
        tried: true as const,
        combination: { ...first.combination, id: `py3.11-np${numpy}`, numpy },
      }));
      const tried = extra.map(({ combination }) => combination);
      const document = part([first, ...extra], {
        planned: [...tried, ...plan.planned],
        besides: tried.map(({ id }) => id),
      });
      const { measurements, refused } = mergeMeasurements([{ file: 'a.json', document }]);
      expect(refused.map(({ what }) => what)).toEqual([
        `part ${lost}/2 (linux-x86_64, Python 3.11)`,
      ]);
      expect(measurements.plan.planned).toHaveLength(5);
    });
  });
});
