import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assembleReport } from '../../../src/commands/conclude/assemble.ts';
import { judgeRun } from '../../../src/judge/judge-run.ts';
import { mergeMeasurements } from '../../../src/judge/merge/merge-measurements.ts';
import type { MeasurementsFile } from '../../../src/judge/merge/parts-of-run.ts';
import type { Measurements } from '../../../src/model/measurements.ts';
import { expectedWork } from '../../../src/plan/expected-work.ts';
import { partName, shardsOf } from '../../../src/plan/shards.ts';
import { type RunRecipe, runOf, runRecipe, shardsOfRun } from '../../support/generated-run.ts';
import { reportOf } from '../../support/recorded.ts';

/** A run whose verdict alone would never be red. */
function tolerant(recipe: RunRecipe): Measurements {
  const run = runOf(recipe);
  return { ...run, settings: { ...run.settings, failOn: 'never' } };
}
const order = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });

function shuffled<T>(list: readonly T[], ranks: readonly number[]): readonly T[] {
  return list
    .map((one, at) => ({ one, rank: ranks[at] ?? at }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

function mergedOf(files: readonly MeasurementsFile[]) {
  const { measurements, refused } = mergeMeasurements(files);
  return { refused, report: assembleReport(measurements, judgeRun(measurements), refused) };
}

/** The document of a file that belongs to something else. */
type Foreign = (document: Measurements) => Measurements;

const moved: Foreign = (document) => ({
  ...document,
  measurements: document.measurements.map((one, at) => {
    const interpreter = { ...one.combination.interpreter, platform: 'linux-riscv64' };
    return at === 0 ? { ...one, combination: { ...one.combination, interpreter } } : one;
  }),
});
const FOREIGN: readonly (readonly [string, Foreign, RegExp])[] = [
  ['plan', (one) => ({ ...one, plan: { ...one.plan, id: 'f'.repeat(64) } }), /its plan \(ffff/],
  [
    'commit',
    (one) => ({ ...one, subject: { ...one.subject, commit: 'a'.repeat(40) } }),
    /its commit \(aaaa/,
  ],
  [
    'subject',
    (one) => ({ ...one, subject: { ...one.subject, name: 'other' } }),
    /its subject \(\w+ other\)/,
  ],
  ['tool', (one) => ({ ...one, tool: { ...one.tool, version: '9.9.9' } }), /\(9\.9\.9\)/],
  [
    'settings',
    (one) => ({ ...one, settings: { ...one.settings, allowEmpty: true } }),
    /its settings/,
  ],
  ['platform', moved, /linux-riscv64 .*, and its plan has it on/],
  [
    'combination',
    (one) => ({
      ...one,
      measurements: one.measurements.map((measurement, at) =>
        at === 0
          ? { ...measurement, combination: { ...measurement.combination, id: 'py3.7-np1.20.0' } }
          : measurement,
      ),
    }),
    /it measured py3\.7-np1\.20\.0, which its plan does not have/,
  ],
];

describe('a generated run', () => {
  it('merges from its shards, and from any other partition, to its own report in any order', () => {
    fc.assert(
      fc.property(runRecipe, order, order, (recipe, places, ranks) => {
        const run = runOf(recipe);
        const whole = reportOf(run);
        const shards = mergeMeasurements(shuffled(shardsOfRun(run), ranks));
        expect(shards.refused).toEqual([]);
        expect(reportOf(shards.measurements)).toBe(whole);
        const { shards: _, ...uncut } = run.plan;
        const parts = [0, 1, 2, 3].map((part) => ({
          file: `${part}.json`,
          document: {
            ...run,
            plan: uncut,
            measurements: run.measurements.filter((_, at) => (places[at] ?? 0) % 4 === part),
          },
        }));
        const other = mergeMeasurements(shuffled(parts, ranks));
        expect(other.refused).toEqual([]);
        expect(reportOf(other.measurements)).toBe(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('is red without any one of its shards, which is named, and reports the others', () => {
    fc.assert(
      fc.property(runRecipe, fc.nat(), order, (recipe, which, ranks) => {
        const run = tolerant(recipe);
        const files = shardsOfRun(run);
        fc.pre(files.length > 1);
        const lost = files[which % files.length];
        const { refused, report } = mergedOf(
          shuffled(
            files.filter((one) => one !== lost),
            ranks,
          ),
        );
        expect(report.exitCode).toBe(3);
        const { planned, shards: count = 1 } = run.plan;
        const at = planned.findIndex(
          ({ id }) => id === lost?.document.measurements[0]?.combination.id,
        );
        const work = expectedWork(run.plan, run.subject.kind);
        const index = shardsOf(planned, count, work)[at] ?? 0;
        const what = partName(planned, { index, count }, work);
        expect(refused.map((one) => one.what)).toEqual([what]);
        expect(report.verdict).toContain(what);
        const gone = new Set(lost?.document.measurements.map(({ combination }) => combination.id));
        for (const { id, verdict } of report.combinations) {
          if (gone.has(id)) expect([id, verdict]).toEqual([id, 'skipped']);
          else expect([id, verdict]).not.toEqual([id, 'skipped']);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is red with any one of its shards twice, which is named', () => {
    fc.assert(
      fc.property(runRecipe, fc.nat(), order, (recipe, which, ranks) => {
        const run = tolerant(recipe);
        const files = shardsOfRun(run);
        const twice = files[which % files.length];
        if (!twice) throw new Error('there are no shards');
        const copy = { ...twice, file: `${twice.file}-again` };
        const { refused, report } = mergedOf(shuffled([...files, copy], ranks));
        expect(report.exitCode).toBe(3);
        expect(refused.map(({ what }) => what)).toEqual([copy.file]);
        expect(refused[0]?.reason).toContain(` measured in ${twice.file}, too`);
      }),
      { numRuns: 30 },
    );
  });

  it.each(FOREIGN)('is red with a shard of another %s, which is named', (_, change, reason) => {
    fc.assert(
      fc.property(runRecipe, fc.nat(), order, (recipe, which, ranks) => {
        const run = tolerant(recipe);
        const files = shardsOfRun(run);
        fc.pre(files.length > 2);
        const at = which % files.length;
        const foreign = files.map((one, place) =>
          place === at ? { ...one, document: change(one.document) } : one,
        );
        const { refused, report } = mergedOf(shuffled(foreign, ranks));
        expect(report.exitCode).toBe(3);
        expect(refused).toContainEqual({
          what: files[at]?.file,
          reason: expect.stringMatching(reason),
        });
        const gone = new Set(
          files[at]?.document.measurements.map(({ combination }) => combination.id),
        );
        const kept = report.combinations.filter(({ id }) => !gone.has(id));
        expect(kept.some(({ verdict }) => verdict !== 'skipped')).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['of a wheel', 'wheels'],
    ['of a wheel that was built once', 'project'],
  ] as const)('is red with a shard that had another file under the name %s', (_, kind) => {
    fc.assert(
      fc.property(runRecipe, fc.nat(), order, (recipe, which, ranks) => {
        const made = tolerant({ ...recipe, kind });
        const run = { ...made, plan: { ...made.plan, buildOnce: true as const } };
        const files = shardsOfRun(run);
        const at = which % files.length;
        const names = files.map(
          ({ document }) =>
            new Set(document.measurements.flatMap(({ wheels }) => wheels.map(({ file }) => file))),
        );
        // Only what two others have can be told from what one has.
        const shared = [...(names[at] ?? [])].find(
          (name) => names.filter((one) => one.has(name)).length > 2,
        );
        fc.pre(shared !== undefined);
        const foreign = files.map((one, place) => {
          if (place !== at) return one;
          const measurements = one.document.measurements.map((measurement) => ({
            ...measurement,
            wheels: measurement.wheels.map((wheel) =>
              wheel.file === shared ? { ...wheel, sha256: 'e'.repeat(64) } : wheel,
            ),
          }));
          return { ...one, document: { ...one.document, measurements } };
        });
        const { refused, report } = mergedOf(shuffled(foreign, ranks));
        expect(report.exitCode).toBe(3);
        expect(refused).toContainEqual({
          what: files[at]?.file,
          reason: expect.stringContaining('another file than the others'),
        });
      }),
      { numRuns: 15 },
    );
  });
});
