import fc from 'fast-check';
import { identified } from '../../src/commands/documents/measured-plan.ts';
import type { MeasurementsFile } from '../../src/judge/merge/parts-of-run.ts';
import { combinationId } from '../../src/model/combination.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import type { Measurements } from '../../src/model/measurements.ts';
import { expectedWork } from '../../src/plan/expected-work.ts';
import { shardsOf } from '../../src/plan/shards.ts';
import { recorded } from './recorded.ts';

const PLATFORMS = ['linux-x86_64', 'macos-arm64', 'windows-amd64'];
const PYTHONS = ['3.9', '3.10', '3.11', '3.12', '3.13'];
const NUMPYS = ['1.24.4', '1.26.4', '2.0.2', '2.2.6', '2.4.6'];

/** What a combination of each kind of subject may yield: recorded, passed and failed. */
const SOURCES = {
  project: [recorded('my-extension'), recorded('healthy')],
  packages: [recorded('pandas-2.0.3')],
} as const;

const places = (max: number) =>
  fc.array(fc.nat({ max }), { minLength: PLATFORMS.length * 12, maxLength: PLATFORMS.length * 12 });

/** What a run is made of: small, for the sake of who reads a failing test. */
export const runRecipe = fc.record({
  kind: fc.constantFrom('project', 'packages', 'wheels'),
  platforms: fc.subarray(PLATFORMS, { minLength: 1 }),
  pythons: fc.subarray(PYTHONS, { minLength: 1, maxLength: 3 }),
  numpys: fc.subarray(NUMPYS, { minLength: 1, maxLength: 4 }),
  /** Which of the recorded measurements each combination has. */
  yields: places(99),
  /** 0: the combination is excluded. */
  holes: places(7),
  parts: fc.integer({ min: 3, max: 7 }),
  /** Seconds that each combination is expected to take. */
  seconds: fc.option(places(60)),
});
export type RunRecipe = typeof runRecipe extends fc.Arbitrary<infer Made> ? Made : never;

/** A run over generated axes, with measurements that were recorded. */
export function runOf(recipe: RunRecipe): Measurements {
  const { kind, platforms, pythons, numpys, yields, holes, parts, seconds } = recipe;
  const [base, ...others] = SOURCES[kind === 'packages' ? 'packages' : 'project'];
  const known = [base, ...others].flatMap(({ measurements }) => measurements);
  const cells = platforms.flatMap((platform) =>
    pythons.flatMap((python) =>
      numpys.map((numpy) => {
        const place = platforms.length > 1 ? platform : undefined;
        return { id: combinationId(python, numpy, place), python, numpy, platform };
      }),
    ),
  );
  const isHole = (at: number) => at > 0 && holes[at] === 0;
  const measurements = cells
    .map((cell, at): Measurement => {
      const one = known[(yields[at] ?? 0) % known.length];
      if (!one) throw new Error('nothing was recorded');
      const interpreter = { ...one.combination.interpreter, platform: cell.platform };
      const wheel = `sample-1.0-${cell.python}-${cell.platform}.whl`;
      const wheels = kind === 'packages' ? [] : [{ file: wheel, sha256: hashOf(wheel) }];
      return { ...one, combination: { ...cell, interpreter }, wheels };
    })
    .filter((_, at) => !isHole(at));
  const subject = { ...base.subject, kind };
  const plan = identified(
    {
      planned: measurements.map(({ combination }) => combination),
      excluded: cells
        .filter((_, at) => isHole(at))
        .map((cell) => ({ ...cell, reason: 'no wheel', cause: 'no wheel' })),
      missing: [],
      notices: [],
    },
    subject,
    base.tool.version,
  );
  const expected = seconds && {
    build: 20,
    usual: 10,
    combinations: Object.fromEntries(plan.planned.map(({ id }, at) => [id, seconds[at] ?? 1])),
  };
  const cut = { ...plan, shards: parts, ...(expected && { expected }) };
  return { ...base, subject, plan: cut, measurements };
}

/** A run as the files of its shards, those that had something to run. */
export function shardsOfRun(run: Measurements): readonly MeasurementsFile[] {
  const parts = shardsOf(
    run.plan.planned,
    run.plan.shards ?? 1,
    expectedWork(run.plan, run.subject.kind),
  );
  return [...new Set(parts)].map((part) => ({
    file: `part-${part}.json`,
    document: { ...run, measurements: run.measurements.filter((_, at) => parts[at] === part) },
  }));
}

function hashOf(text: string): string {
  return Buffer.from(text).toString('hex').padEnd(64, '0').slice(-64);
}
