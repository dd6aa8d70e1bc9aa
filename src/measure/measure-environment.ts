import { scanBinary } from '../binary/scan.ts';
import type { Limiter } from '../host/limiter.ts';
import type { BinaryFacts, CompiledModule } from '../model/compiled-module.ts';
import type { Config } from '../model/config.ts';
import type { Environment } from '../model/environment.ts';
import type { CombinationRun } from '../model/measurement.ts';
import type { Files } from '../model/ports.ts';
import { type Discovery, discoverModules } from './discover/discover.ts';
import { ownerIndex } from './discover/owner.ts';
import { proveModules } from './probe/prove.ts';
import type { ProbeSettings } from './probe/run-probe.ts';
import { runSmoke } from './probe/smoke.ts';

/** What discovery and probes found in one environment, independent of it: it may be removed. */
export type ProbedEnvironment = Pick<
  CombinationRun,
  | 'observed'
  | 'hookFindings'
  | 'smoke'
  | 'ownerOf'
  | 'factsOf'
  | 'filesFor'
  | 'installed'
  | 'notTested'
  | 'processes'
> & {
  /** Version of the NumPy that a bare `import numpy` loads; null when there is none. */
  readonly numpyLoaded: string | null;
};

/** A binary larger than this is not scanned: the file system, not a module, is meant by then. */
const SCAN_CAP_BYTES = 2 * 1024 * 1024 * 1024;

/**
 * Discovers and proves the compiled modules of one environment, then runs the smoke code.
 *
 * @param known facts by content hash, shared by all environments of a run
 */
export async function probeEnvironmentOf(
  environment: Environment,
  config: Pick<Config, 'modules' | 'dependencies' | 'isolation' | 'smoke' | 'compare'>,
  settings: ProbeSettings,
  limiter: Limiter,
  files: Files,
  known: Map<string, BinaryFacts>,
): Promise<ProbedEnvironment> {
  const discovery = await discoverModules({
    environment,
    files,
    modules: config.modules,
    dependencies: config.dependencies,
    known,
  });
  const ownerOf = await ownerIndex(environment, files);
  const targets = discovery.modules.filter((module) => module.proof !== 'other-tag');
  const proof = await proveModules(targets, config.isolation, settings, limiter);
  const smoke = config.smoke
    ? await runSmoke(config.smoke, settings, limiter, config.compare)
    : null;
  const observed = targets.flatMap((module, index) => {
    const observation = proof.observations[index];
    return observation ? [{ module, observation }] : [];
  });
  const seen = [
    ...proof.observations,
    ...proof.hookFindings.map((finding) => finding.observation),
    ...(smoke ? [smoke.observation] : []),
  ];
  const facts = new Map<string, BinaryFacts>(
    discovery.modules.map((module) => [module.path, module.facts]),
  );
  await addFacts(facts, culpritFiles(seen), files);
  return {
    observed,
    hookFindings: proof.hookFindings,
    smoke: smoke
      ? { observation: smoke.observation, output: smoke.output, again: smoke.again }
      : null,
    ownerOf,
    factsOf: (path) => facts.get(path) ?? null,
    filesFor: filesFor(discovery.modules),
    installed: new Map(environment.distributions.map(({ name, version }) => [name, version])),
    notTested: notTested(discovery),
    processes: proof.processes + (smoke?.processes ?? 0),
    numpyLoaded: seen.find((one) => one.numpy !== null)?.numpy?.version ?? null,
  };
}

function culpritFiles(seen: readonly CombinationRun['observed'][number]['observation'][]) {
  return seen.flatMap((observation) => [
    ...(observation.culpritFile ? [observation.culpritFile] : []),
    ...observation.events.flatMap((event) => (event.event === 'fail' ? [event.file] : [])),
    ...observation.oldApi.flatMap((access) => (access.file ? [access.file] : [])),
    ...observation.exceptions.flatMap((exception) => (exception.path ? [exception.path] : [])),
  ]);
}

/** Reads the facts of files that a finding may blame, while the environment still exists. */
async function addFacts(
  facts: Map<string, BinaryFacts>,
  paths: readonly string[],
  files: Files,
): Promise<void> {
  for (const path of new Set(paths)) {
    if (facts.has(path)) continue;
    const bytes = await files.read(path, SCAN_CAP_BYTES);
    if (bytes) facts.set(path, scanBinary(bytes));
  }
}

/** Compiled files by the module that their path or their exports name. */
function filesFor(modules: readonly CompiledModule[]): (name: string) => readonly string[] {
  const byName = new Map<string, string[]>();
  for (const module of modules) {
    const parent = module.name.split('.').slice(0, -1);
    const names = new Set([
      module.name,
      ...module.facts.initNames.map((name) => [...parent, name].join('.')),
    ]);
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), module.path]);
  }
  return (name) => byName.get(name) ?? [];
}

function notTested({ excluded, libraries, problems }: Discovery): CombinationRun['notTested'] {
  const library = 'a shared library: it exports no init function, so it is no module';
  return [
    ...libraries.map((what) => ({ what, reason: library })),
    ...excluded.map(({ file, reason }) => ({ what: file, reason })),
    ...problems.map(({ what, message }) => ({ what, reason: message })),
  ];
}
