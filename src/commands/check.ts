import { createReadBudget } from '../host/read-budget.ts';
import { createStopwatch } from '../host/stopwatch.ts';
import { together } from '../host/together.ts';
import type { World } from '../host/world.ts';
import { judgeRun } from '../judge/judge-run.ts';
import { measurePlan } from '../measure/measure-plan.ts';
import { sourceFolder } from '../measure/subject/subject.ts';
import type { Combination } from '../model/combination.ts';
import type { Measurements } from '../model/measurements.ts';
import { expectedWork } from '../plan/expected-work.ts';
import { shardOf } from '../plan/shards.ts';
import type { Report } from '../report/report.ts';
import type { Config } from '../settings/config.ts';
import { ADVICE_BYTES, ADVICE_SECONDS, adviceFor } from './advice/advise-releases.ts';
import { withdrawnCulprits } from './advice/withdrawn-culprits.ts';
import { beginMeasurements } from './begin-measurements.ts';
import { bisect } from './bisect/bisect.ts';
import { conclude } from './conclude/conclude.ts';
import { judgeLive } from './judge-live.ts';
import { prepare } from './prepare/prepare.ts';
import { sourceFacts } from './source-facts.ts';

/** What `check` found, and what it was judged from. */
export interface Checked {
  readonly report: Report;
  readonly measurements: Measurements;
}

/**
 * Plans, measures, judges and reports.
 *
 * @throws {UserError} what the user can put right before anything can be tested
 */
export async function check(config: Config, world: World, version: string): Promise<Checked> {
  const watch = createStopwatch(world.now);
  const prepared = await prepare(config, world, version);
  const { subject, plan, context, build, given, lacking } = prepared;
  const { tools } = context;
  watch.lap('plan');
  world.progress.planned?.(subject.name, subject.version, plan);
  const begun = await beginMeasurements(config, prepared, world, version);
  const deadline = world.now() + config.run.budgetMinutes * 60_000;
  const listen = judgeLive(begun, world.progress);
  const own =
    config.axes.shard === null || given !== null
      ? plan
      : {
          ...plan,
          planned: shardOf(plan.planned, config.axes.shard, expectedWork({}, subject.kind)),
        };
  const planned = await measurePlan(own, subject, build, context, deadline, listen);
  const measured: Measurements = {
    ...begun,
    measurements: [...planned.measurements, ...lacking],
    notTested: planned.unusedWheels,
  };
  const tried = config.run.bisect
    ? await bisect(measured, plan, subject, build, context, deadline)
    : measured;
  watch.lap('run');
  const sourced = {
    ...tried,
    sources: await sourceFacts(sourceFolder(subject), tried.measurements, world.files),
  };
  const { findings } = judgeRun(sourced);
  const names = subject.facts.map(({ name }) => name);
  const budget = createReadBudget(ADVICE_BYTES, ADVICE_SECONDS, world.processes.signal);
  const [gone, advice] = await together([
    withdrawnCulprits(findings, names, tools.index, budget.signal),
    adviceFor(findings, plan, tools.index, budget, world.progress.info),
  ]);
  budget.end();
  const measurements: Measurements = {
    ...sourced,
    notices: [...sourced.notices, ...gone, ...advice.notices],
    advice: advice.releases,
  };
  const report = await conclude(
    config.axes.shard === null ? measurements : partOf(measurements),
    tools.folder,
    world.files,
  );
  watch.lap('diagnose');
  const times = {
    seconds: watch.seconds(),
    timeline: world.timeline.spans(),
    jobs: config.run.jobs,
  };
  return { report: { ...report, ...times }, measurements: { ...measurements, ...times } };
}

/** What a shard reports of: its own part. The others' is for `merge` to miss. */
function partOf(measurements: Measurements): Measurements {
  const { plan } = measurements;
  const own = measurements.measurements.map(({ combination }) => combination);
  const ids = new Set(own.map(({ id }) => id));
  const platforms = new Set(own.map(({ platform }) => platform));
  const isHere = ({ platform }: Combination) => platforms.size === 0 || platforms.has(platform);
  return {
    ...measurements,
    notices: [
      ...measurements.notices,
      'This is a part of the plan, and is judged here by itself alone: `merge` judges all parts together',
    ],
    plan: {
      ...plan,
      planned: plan.planned.filter(({ id }) => ids.has(id)),
      excluded: plan.excluded.filter(isHere),
      missing: plan.missing.filter(isHere),
    },
  };
}
