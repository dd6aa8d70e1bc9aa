import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { repositoryRoot } from '../host/repository-root.ts';
import type { World } from '../host/world.ts';
import type { JudgeSettings, Measurements } from '../model/measurements.ts';
import { knownMinors } from '../plan/select-pythons.ts';
import { askedWords } from '../settings/asked-words.ts';
import type { Config } from '../settings/config.ts';
import { measuredPlan } from './documents/measured-plan.ts';
import { measuredSubject } from './documents/measured-subject.ts';
import { measuredNumpy } from './measured-numpy.ts';
import type { Prepared } from './prepare/prepare.ts';

/** What judging is told of the configuration. */
type Judged = Pick<Config, 'subject' | 'run' | 'axes' | 'given'>;

/**
 * The document that a run fills: what is tested, the plan, what judging must know, and nothing
 * measured yet.
 *
 * @param version the tool's
 */
export async function beginMeasurements(
  config: Judged,
  { subject, plan, given, context }: Prepared,
  world: World,
  version: string,
): Promise<Measurements> {
  const { tools } = context;
  const numpy = await tools.index.fetchProject('numpy');
  const interpreters = [...new Set(plan.planned.map(({ interpreter }) => interpreter))];
  const named = await measuredSubject(subject, world);
  const whole = given?.plan ?? measuredPlan(plan, named, version);
  return {
    schema: 1,
    document: 'measurements',
    tool: { name: 'numpy-abi-matrix', version },
    subject: named,
    plan: config.axes.shard === null ? whole : { ...whole, shards: config.axes.shard.count },
    settings: await settingsOf(config),
    asked: askedWords({ given: config.given, smoke: config.run.smoke }),
    looked: lookedOf(config),
    numpy: measuredNumpy(numpy, interpreters),
    pythons: knownMinors(numpy, interpreters).map((minor) => `3.${minor}`),
    sources: { uninitialised: {}, extensions: [] },
    measurements: [],
    bisected: [],
    advice: [],
    notices: tools.settings.notices,
    notTested: [],
    seconds: {},
  };
}

/** The smoke code by its hash: it may be long, and what it says is nobody's business. */
function lookedOf({ subject, run }: Judged): Readonly<Record<string, string>> {
  const code = run.smoke?.code ?? '';
  return {
    module: run.modules.join(' '),
    dependencies: run.dependencies,
    smoke: code === '' ? '' : createHash('sha256').update(code).digest('hex'),
    metadata: subject.metadata,
    extra: subject.extras.join(' '),
    'build-numpy': subject.buildNumpy?.text ?? '',
  };
}

async function settingsOf({ subject, run }: Judged): Promise<JudgeSettings> {
  const { knownFailures, compare, tolerance, smoke, failOn, allowEmpty } = run;
  const file = smoke?.file ?? null;
  const root = subject.spec.kind === 'project' ? await repositoryRoot(subject.spec.path) : null;
  return {
    knownFailures,
    tolerance: compare ? tolerance : null,
    smokeFile: file === null || root === null ? file : relative(root, file).replaceAll('\\', '/'),
    failOn,
    allowEmpty,
  };
}
