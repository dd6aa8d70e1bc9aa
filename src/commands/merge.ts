import { join } from 'node:path';
import { repositoryRoot } from '../host/repository-root.ts';
import type { World } from '../host/world.ts';
import { otherThanBuilt } from '../judge/merge/measured-built.ts';
import { mergeMeasurements } from '../judge/merge/merge-measurements.ts';
import type { MeasurementsFile } from '../judge/merge/parts-of-run.ts';
import type { BuiltWheel } from '../model/built-wheel.ts';
import {
  LARGEST_BYTES,
  type ReadMeasurements,
  readMeasurementsJson,
} from '../model/json/measurements-json.ts';
import type { JudgeSettings, Measurements } from '../model/measurements.ts';
import type { NotTested } from '../model/not-tested.ts';
import type { PlanFile } from '../model/plan-file.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { expectedWork } from '../plan/expected-work.ts';
import { partName, shardsOf } from '../plan/shards.ts';
import type { Config } from '../settings/config.ts';
import type { Checked } from './check.ts';
import { conclude } from './conclude/conclude.ts';
import { matchingFiles, UNREADABLE } from './documents/matching-files.ts';
import { identified } from './documents/measured-plan.ts';
import { readBuilt } from './documents/read-built.ts';
import { readPlans } from './documents/read-plans.ts';
import { validateMeasurements } from './documents/validate-measurements.ts';

/** What `--shard` takes at most. */
const MOST_PARTS = 999;

/** What is put together, and what it is held to. */
export interface MergeRequest {
  /** Files, folders (all `*.json` in them) and globs. */
  readonly patterns: readonly string[];
  /** A folder of the repository that has the lines to point at. */
  readonly start: string;
  /** Files of the plan that was measured, where it is at hand. */
  readonly plans?: readonly string[];
  /** What `build` left for that plan, where its wheels were to be taken. */
  readonly built?: string | null;
  /** The mildest finding that fails the run; null: as the parts were told. */
  readonly failOn?: JudgeSettings['failOn'] | null;
}

/** @param start where to look for the project's lines */
export function mergeRequestOf(
  { output, axes, run, given }: Pick<Config, 'output' | 'axes' | 'run' | 'given'>,
  start: string,
): MergeRequest {
  const { plans, built } = axes;
  const failOn = given.some(({ name }) => name === 'fail-on') ? run.failOn : null;
  return { patterns: output.measurements, start, plans, built, failOn };
}

/**
 * The report over all that shards measured, as if one run had.
 *
 * @param version of this tool: measurements of another one are refused
 * @throws {UserError} exit 2 when there is nothing to merge, 3 when nothing is left of a plan
 */
export async function merge(
  { patterns, start, plans = [], built: builtFolder = null, failOn = null }: MergeRequest,
  world: Pick<World, 'files' | 'cwd'>,
  version: string,
): Promise<Checked> {
  const given = plans.length === 0 ? null : await readPlans(plans, world, version);
  const built =
    builtFolder === null || given?.subject.kind !== 'project'
      ? null
      : await readBuilt(builtFolder, given, world);
  const wheels = built?.map(({ record }) => record) ?? null;
  const { found: paths, unmatched } = await matchingFiles(patterns, world);
  const missing = unmatched.map((what) => ({ what, reason: 'there is no such file' }));
  const read: MeasurementsFile[] = [];
  const unread: NotTested[] = [];
  const unfit: Measurements[] = [];
  for (const { shown, path } of paths) {
    const found = await readOne(path, world.files, version);
    const reason =
      found.kind === 'problem' ? found.reason : otherThanGiven(found.document, given, wheels);
    if (found.kind === 'measurements' && reason === undefined)
      read.push({ file: shown, document: found.document });
    else unread.push({ what: shown, reason: reason ?? '' });
    if (reason !== undefined && found.document !== undefined) unfit.push(found.document);
  }
  if (read.length === 0) {
    if (given !== null) throw nothingLeft(given, [...unread, ...missing]);
    const why = [...unread, ...missing].map(({ what, reason }) => `${what}: ${reason}`);
    throw new UserError(['There are no measurements to merge', ...why].join('\n'), {
      exitCode: EXIT.usage,
      remedy: 'Name the files that `check --measurements FILE` wrote, or their folder',
    });
  }
  const { measurements: merged, refused } = mergeMeasurements(
    read.map((one) => heldTo(one, given)),
    unfit,
  );
  const measurements =
    failOn === null ? merged : { ...merged, settings: { ...merged.settings, failOn } };
  const folder = await projectOf(measurements.subject.folder, start, world.files);
  const open = [...missing, ...unread, ...refused];
  const report = await conclude(measurements, folder, world.files, open);
  return { report, measurements };
}

function otherThanGiven(
  document: Measurements,
  given: PlanFile | null,
  built: readonly BuiltWheel[] | null,
): string | undefined {
  if (given !== null && document.plan.id !== given.plan.id)
    return 'it measured another plan than the one given';
  return built === null ? undefined : otherThanBuilt(document, built);
}

/** A part may not say into how many the plan was cut, or whose wheels it had to take: the plan does. */
function heldTo({ file, document }: MeasurementsFile, given: PlanFile | null): MeasurementsFile {
  if (given?.plan.shards === undefined) return { file, document };
  const { shards, buildOnce, expected } = given.plan;
  const plan = {
    ...document.plan,
    shards,
    ...(buildOnce && { buildOnce }),
    ...(expected && { expected }),
  };
  return { file, document: { ...document, plan } };
}

/** Every part was lost: red, and each is named. */
function nothingLeft({ plan, subject }: PlanFile, unread: readonly NotTested[]): UserError {
  if (plan.planned.length === 0) return nothingToRun(plan);
  const count = plan.shards ?? 1;
  const work = expectedWork(plan, subject.kind);
  const parts = [...new Set(shardsOf(plan.planned, count, work))].sort((a, b) => a - b);
  const names = parts.map((index) => partName(plan.planned, { index, count }, work));
  const why = unread.map(({ what, reason }) => `${what}: ${reason}`);
  return new UserError(
    [`No measurements of the plan are there: ${names.join('; ')}`, ...why].join('\n'),
    {
      exitCode: EXIT.setUp,
      remedy: 'See why the jobs that run `check --plan FILE --shard I/N` left none',
    },
  );
}

/** No part was to run: what the plan says of its combinations is the reason. */
function nothingToRun({ excluded, missing }: PlanFile['plan']): UserError {
  const reasons = [
    ...missing.map(({ failure }) => failure.message),
    ...excluded.map(({ cause }) => cause),
  ];
  return new UserError(
    ['The plan has nothing to run', ...[...new Set(reasons)].slice(0, 5)].join('\n'),
    {
      exitCode: missing.length > 0 ? EXIT.setUp : EXIT.nothingTested,
      remedy: 'Ask for Pythons and NumPys that can be had together; `plan` shows each reason',
    },
  );
}

/** The project that was measured, in the checkout at hand; where it is not, the place given. */
async function projectOf(
  folder: string | null,
  start: string,
  files: World['files'],
): Promise<string> {
  if (folder === null) return start;
  const project = join(await repositoryRoot(start), folder);
  return (await files.exists(project)) ? project : start;
}

/** @returns with a problem, too, what the file says, where that can be read */
async function readOne(
  path: string,
  files: World['files'],
  version: string,
): Promise<ReadMeasurements & { readonly document?: Measurements }> {
  const bytes = await files.read(path, LARGEST_BYTES);
  if (bytes === undefined) return { kind: 'problem', reason: UNREADABLE };
  const found = readMeasurementsJson(bytes, validateMeasurements);
  if (found.kind === 'problem') return found;
  const { document } = found;
  const { tool, plan, subject } = document;
  if (tool.version !== version) {
    const reason = `numpy-abi-matrix ${tool.version} wrote it, this is ${version}: use one version for all shards`;
    return { kind: 'problem', reason, document };
  }
  // What bisect tried besides stands in the plan, too, and took exclusions out of it.
  if (plan.besides === undefined && identified(plan, subject, version).id !== plan.id) {
    return { kind: 'problem', reason: 'its plan is not the one that its id stands for', document };
  }
  if (plan.shards !== undefined && !isCount(plan.shards)) {
    const reason = `its plan is cut into ${plan.shards} parts, and ${MOST_PARTS} is the most`;
    return { kind: 'problem', reason, document };
  }
  return found;
}

function isCount(parts: number): boolean {
  return Number.isInteger(parts) && parts >= 1 && parts <= MOST_PARTS;
}
