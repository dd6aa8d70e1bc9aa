import { scanBinary } from '../binary/scan.ts';
import type { Limiter } from '../host/limiter.ts';
import type { BinaryFacts, CompiledModule } from '../model/compiled-module.ts';
import type { Environment } from '../model/environment.ts';
import type { Measurement, Owner } from '../model/measurement.ts';
import type { Observation } from '../model/observation.ts';
import type { Files } from '../model/ports.ts';
import type { RunConfig } from '../settings/config.ts';
import { askSysPath } from './discover/ask-sys-path.ts';
import { type Discovery, discoverModules } from './discover/discover.ts';
import { readInstalled } from './discover/installed-files.ts';
import { loadedLibraries } from './discover/loaded-libraries.ts';
import { ownerIndex } from './discover/owner.ts';
import { type SpareFile, spareFiles } from './discover/spare-files.ts';
import { entryState } from './environment/snapshot.ts';
import { openedLibraries } from './probe/opened-libraries.ts';
import { proveModules } from './probe/prove.ts';
import type { ProbeSettings } from './probe/run-probe.ts';
import { runSmoke } from './probe/smoke.ts';

/** What discovery and probes found in one environment; paths are those of the environment. */
export interface ProbedEnvironment
  extends Pick<
    Measurement,
    'observed' | 'hookFindings' | 'smoke' | 'filesOf' | 'installed' | 'notTested' | 'processes'
  > {
  readonly ownerOf: (path: string) => Owner | null;
  /** By path: all compiled modules, and the files that a finding may blame. */
  readonly facts: ReadonlyMap<string, BinaryFacts>;
  /** Version of the NumPy that the probes loaded; null when none did. */
  readonly numpyLoaded: string | null;
}

/** A binary larger than this is not scanned: the file system, not a module, is meant by then. */
const SCAN_CAP_BYTES = 2 * 1024 * 1024 * 1024;

/**
 * Discovers and proves the compiled modules of one environment, then runs the smoke code.
 *
 * @param known facts by content hash, shared by all environments of a run
 */
export async function measureEnvironment(
  environment: Environment,
  config: Pick<RunConfig, 'modules' | 'dependencies' | 'isolation' | 'smoke' | 'compare'>,
  settings: ProbeSettings,
  limiter: Limiter,
  files: Files,
  known: Map<string, BinaryFacts>,
): Promise<ProbedEnvironment> {
  const asked = await askSysPath(environment, settings, limiter);
  const installed = await readInstalled(environment, files);
  const discovery = await discoverModules({
    environment,
    installed,
    files,
    sysPath: asked.folders,
    modules: config.modules,
    dependencies: config.dependencies,
    known,
  });
  const ownerOf = await ownerIndex(environment, installed, files, asked.folders);
  const targets = discovery.modules.filter((module) => module.proof !== 'other-tag');
  const installedAs = new Map(targets.map(({ path }) => [path, entryState(path)]));
  const proof = await proveModules(targets, config.isolation, settings, limiter);
  const touched = targets.filter(({ path }) => entryState(path) !== installedAs.get(path));
  const smoke = config.smoke
    ? await runSmoke(config.smoke, settings, limiter, config.compare)
    : null;
  const answers = targets.flatMap((module, index) => {
    const observation = proof.observations[index];
    return observation ? [{ module, observation }] : [];
  });
  const spare = spareFiles(answers);
  const { libraries, processes } = await openedLibraries(answers, settings, limiter);
  const setAside = new Set([...spare.map(({ module }) => module), ...libraries]);
  const observed = answers.filter(({ module }) => !setAside.has(module));
  const hookFindings = [...proof.hookFindings, ...loadedLibraries(observed, discovery.libraries)];
  const seen = [
    ...proof.observations,
    ...hookFindings.map((finding) => finding.observation),
    ...(smoke ? [smoke.observation] : []),
  ];
  const facts = new Map<string, BinaryFacts>(
    discovery.modules.map((module) => [module.path, module.facts]),
  );
  await addFacts(facts, culpritFiles(seen), files);
  return {
    observed,
    hookFindings,
    smoke: smoke
      ? { observation: smoke.observation, output: smoke.output, again: smoke.again }
      : null,
    ownerOf,
    facts,
    filesOf: filesByModule(discovery.modules),
    installed: Object.fromEntries(
      environment.distributions.map(({ name, version }) => [name, version]),
    ),
    notTested: notTested(discovery, spare, libraries, touched),
    processes: asked.processes + proof.processes + processes + (smoke?.processes ?? 0),
    numpyLoaded: seen.find((one) => one.numpy !== null)?.numpy?.version ?? null,
  };
}

function culpritFiles(seen: readonly Observation[]): readonly string[] {
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
function filesByModule(modules: readonly CompiledModule[]): Measurement['filesOf'] {
  const byName = new Map<string, string[]>();
  for (const module of modules) {
    const parent = module.name.split('.').slice(0, -1);
    const names = new Set([
      module.name,
      ...module.facts.initNames.map((name) => [...parent, name].join('.')),
    ]);
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), module.path]);
  }
  return Object.fromEntries(byName);
}

function notTested(
  { excluded, libraries, problems }: Discovery,
  spare: readonly SpareFile[],
  opened: readonly CompiledModule[],
  touched: readonly CompiledModule[],
): Measurement['notTested'] {
  const library = 'a shared library: it exports no init function, so it is no module';
  return [
    ...libraries.map(({ file }) => ({ what: file, reason: library })),
    ...excluded.map(({ file, reason, kind }) => ({ what: file, reason, ...(kind && { kind }) })),
    ...spare.map(({ module, loaded }) => ({
      what: module.file,
      reason: `another file for the same module: here ${loaded.file} is loaded`,
    })),
    ...opened.map(({ file }) => ({
      what: file,
      reason:
        'a shared library: its package opens it, and its init function calls nothing of Python',
    })),
    ...touched.map(({ file }) => ({
      what: file,
      reason:
        'as it was installed: an import of this run wrote to the file, and what was imported may be another',
    })),
    ...problems.map(({ what, message }) => ({ what, reason: message })),
  ];
}
