import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { repositoryRoot } from '../host/repository-root.ts';
import type { World } from '../host/world.ts';
import { sourceFolder } from '../measure/subject/subject.ts';
import { measuredCombination } from '../model/measurement.ts';
import type { JudgeSettings, Measurements } from '../model/measurements.ts';
import type { SubjectFacts } from '../model/subject-facts.ts';
import { knownMinors } from '../plan/select-pythons.ts';
import type { Config } from '../settings/config.ts';
import { measuredNumpy } from './measured-numpy.ts';
import type { Prepared } from './prepare.ts';

/** What judging is told of the configuration. */
type Judged = Pick<Config, 'subject' | 'run'>;

/**
 * The document that a run fills: what is tested, the plan, what judging must know, and nothing
 * measured yet.
 *
 * @param version the tool's
 */
export async function beginMeasurements(
  config: Judged,
  { subject, plan, context }: Prepared,
  world: World,
  version: string,
): Promise<Measurements> {
  const { tools } = context;
  const numpy = await tools.index.fetchProject('numpy');
  const interpreters = [...new Set(plan.planned.map(({ interpreter }) => interpreter))];
  const planned = plan.planned.map(measuredCombination);
  const ids = [planned, plan.excluded, plan.missing].map((list) => list.map(({ id }) => id));
  const folder = sourceFolder(subject);
  const identity = JSON.stringify([version, subject.kind, subject.name, ids]);
  return {
    schema: 1,
    document: 'measurements',
    tool: { name: 'numpy-abi-matrix', version },
    subject: {
      kind: subject.kind,
      name: subject.name,
      version: subject.version,
      facts: subject.facts.map(withoutFiles),
      folder: folder === null ? null : await folderOf(folder),
      commit: folder === null ? null : await commitOf(folder, world),
    },
    plan: {
      id: createHash('sha256').update(identity).digest('hex'),
      planned,
      excluded: plan.excluded,
      missing: plan.missing,
      notices: plan.notices,
    },
    settings: await settingsOf(config),
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

/** Judging needs no list of an index's files, whose addresses are nobody else's business. */
function withoutFiles({ onPython, wheels, ...facts }: SubjectFacts): SubjectFacts {
  return {
    ...facts,
    wheels: wheels === null ? null : [],
    ...(onPython && {
      onPython: Object.fromEntries(
        Object.entries(onPython).map(([label, one]) => [label, withoutFiles(one)]),
      ),
    }),
  };
}

async function folderOf(project: string): Promise<string> {
  return relative(await repositoryRoot(project), project).replaceAll('\\', '/');
}

async function commitOf(project: string, { processes, env }: World): Promise<string | null> {
  const { ending, stdout } = await processes.run('git', ['rev-parse', 'HEAD'], {
    cwd: project,
    env: Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    timeoutSeconds: 10,
  });
  const commit = stdout.trim();
  return ending.kind === 'exited' && ending.code === 0 && /^[0-9a-f]{40,64}$/.test(commit)
    ? commit
    : null;
}
