import { scanBinary } from '../../binary/scan.ts';
import { compareText } from '../../model/compare-text.ts';
import type { BinaryFacts, CompiledModule } from '../../model/compiled-module.ts';
import type { Environment, InstalledDistribution } from '../../model/environment.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Files } from '../../model/ports.ts';
import { baseName } from '../../packaging/base-name.ts';
import { isSharedFile } from '../../packaging/shared-file.ts';
import { environmentFile } from './environment-file.ts';
import { type Installed, readSysPath } from './installed-files.ts';
import type { BundledLibrary } from './loaded-libraries.ts';
import { isImportable, isTaggedSuffix, splitModuleFile } from './module-file.ts';
import { createModuleGlobs } from './module-globs.ts';
import { judgeModule, placeOf } from './proof.ts';

export interface DiscoverOptions {
  readonly environment: Environment;
  /** What `readInstalled` read of it. */
  readonly installed: readonly Installed[];
  readonly files: Files;
  /** The user's globs (`createModuleGlobs`). */
  readonly modules: readonly string[];
  readonly dependencies: 'none' | 'direct' | 'all';
  /** Folders that only a running interpreter knows to be on `sys.path` (`askSysPath`). */
  readonly sysPath?: readonly string[];
  /**
   * Facts by place and the hash that RECORD gives: files equal in several environments are read once.
   * Pass the same map for all of them.
   */
  readonly known?: Map<string, BinaryFacts>;
}

/** A file or module that is not a target, with the reason as a phrase. */
export interface Excluded {
  readonly module: string;
  /** As `environmentFile` names it. */
  readonly file: string;
  readonly reason: string;
  /** The user's own globs are the reason. */
  readonly kind?: 'left-out';
}

/** Something that does not fit, for the log or a finding; `what` is a distribution, file or glob. */
export interface DiscoveryProblem {
  readonly kind: 'no-record' | 'missing-file' | 'unmatched-glob';
  readonly what: string;
  readonly message: string;
}

export interface Discovery {
  /** Sorted by name, then file. Targets of probes are those with proof `by-name` or `by-package`. */
  readonly modules: readonly CompiledModule[];
  /** Shared libraries that are no modules, sorted. */
  readonly libraries: readonly BundledLibrary[];
  readonly excluded: readonly Excluded[];
  readonly problems: readonly DiscoveryProblem[];
}

interface Found {
  readonly distribution: InstalledDistribution;
  readonly path: string;
  readonly facts: BinaryFacts;
}

/**
 * Finds the compiled modules that the distributions of an environment installed, by their RECORDs.
 *
 * A file is a module when it exports an init function; the suffix makes none. Files that this Python
 * cannot load because a sibling serves it are in `modules` (`other-tag`) and in `excluded`.
 */
export async function discoverModules(options: DiscoverOptions): Promise<Discovery> {
  const { environment, installed, files } = options;
  const sysPath = await readSysPath(environment, installed, files, options.sysPath ?? []);
  const scope = installed.filter(inScope(environment, options.dependencies));
  const problems: DiscoveryProblem[] = scope
    .filter((entry) => entry.files === undefined)
    .map(({ distribution: { name } }) => ({
      kind: 'no-record',
      what: name,
      message: `"${name}" has no RECORD, so its files are not known`,
    }));
  const found = await scanAll(scope, options, problems);
  const modules: CompiledModule[] = [];
  const excluded: Excluded[] = [];
  const libraries: BundledLibrary[] = [];
  const globs = createModuleGlobs(options.modules);
  const candidates = found
    .filter(isModule)
    .map(({ path, facts }) => ({ path, initNames: facts.initNames }));
  const byPlace = groupBy(candidates, ({ path }) => placeOf(path));
  const suffixes = environment.interpreter.extensionSuffixes;
  for (const entry of found) {
    const file = environmentFile(entry.path, environment);
    if (!isModule(entry)) {
      libraries.push({ path: entry.path, file, facts: entry.facts });
      continue;
    }
    const candidate = { path: entry.path, initNames: entry.facts.initNames };
    const beside = byPlace.get(placeOf(entry.path)) ?? [];
    const { name, proof, servedBy } = judgeModule(candidate, beside, sysPath, suffixes);
    const leftOut = globs.verdict(name, file);
    if (leftOut !== null) {
      excluded.push({ module: name, file, reason: leftOut, kind: 'left-out' });
      continue;
    }
    const reason = onlyForTests(entry.distribution.name, name);
    if (reason !== null) {
      excluded.push({ module: name, file, reason });
      continue;
    }
    const system = otherSystem(entry.facts.format, environment.interpreter.platform);
    if (proof === 'wrong-tag' && system !== null) {
      // One wheel for several systems: what lies there for the others is no mistake.
      excluded.push({ module: name, file, reason: `it is made for ${system}` });
      continue;
    }
    if (servedBy !== null) {
      const served = environmentFile(servedBy, environment);
      excluded.push({ module: name, file, reason: `this Python loads ${served} instead` });
    }
    modules.push(asModule(entry, name, file, proof));
  }
  for (const glob of globs.unmatched()) {
    const message = `No compiled module matches "${glob}"`;
    problems.push({ kind: 'unmatched-glob', what: glob, message });
  }
  return {
    modules: modules.sort((a, b) => compareText(a.name, b.name) || compareText(a.file, b.file)),
    libraries: libraries.sort((a, b) => compareText(a.file, b.file)),
    excluded: excluded.sort(
      (a, b) => compareText(a.module, b.module) || compareText(a.file, b.file),
    ),
    problems,
  };
}

function inScope(
  environment: Environment,
  dependencies: DiscoverOptions['dependencies'],
): (entry: Installed) => boolean {
  const direct = new Set(
    environment.distributions
      .filter(({ role }) => role === 'subject')
      .flatMap(({ requires }) => requires),
  );
  return ({ distribution: { role, name } }) =>
    role === 'subject' || dependencies === 'all' || (dependencies === 'direct' && direct.has(name));
}

/** One file after the other: two of a gigabyte need not be in memory at once. */
async function scanAll(
  scope: readonly Installed[],
  options: DiscoverOptions,
  problems: DiscoveryProblem[],
): Promise<readonly Found[]> {
  const found = new Map<string, Found>();
  const subjectsFirst = [...scope].sort(
    (a, b) => Number(b.distribution.role === 'subject') - Number(a.distribution.role === 'subject'),
  );
  for (const { distribution, files: entries = [] } of subjectsFirst) {
    for (const { path, hash } of entries) {
      if (!isSharedFile(path) || found.has(path)) {
        continue;
      }
      const facts = await factsOf(distribution, path, hash, options);
      if (facts !== undefined) {
        found.set(path, { distribution, path, facts });
        continue;
      }
      const file = environmentFile(path, options.environment);
      const message = `RECORD of "${distribution.name}" lists ${file}, which is not there`;
      problems.push({ kind: 'missing-file', what: file, message });
    }
  }
  return [...found.values()];
}

/** By its place, too: a RECORD may be wrong, or give several files one hash. */
async function factsOf(
  { name, version }: InstalledDistribution,
  path: string,
  hash: string | null,
  { environment, files, known }: DiscoverOptions,
): Promise<BinaryFacts | undefined> {
  const key =
    hash === null ? null : [name, version, environmentFile(path, environment), hash].join('\n');
  const remembered = key === null ? undefined : known?.get(key);
  if (remembered !== undefined && (await files.exists(path))) {
    return remembered;
  }
  const bytes = await files.read(path);
  const facts = bytes && scanBinary(bytes);
  if (facts !== undefined && key !== null) {
    known?.set(key, facts);
  }
  return facts;
}

/**
 * A bundled libpython exports the init functions of all built-in modules. A damaged file (a Git LFS
 * pointer, a truncated download) in a module's place is one whose import must fail, no library; so is
 * one that is named for a Python and makes a module, in a function that nobody can see.
 */
function isModule({ path, facts }: Found): boolean {
  if (!isImportable(path)) {
    return false;
  }
  const { stem, suffix } = splitModuleFile(baseName(path));
  if (facts.initNames.length > 0) {
    return !(facts.initNames.includes('_imp') && facts.initNames.includes('_io'));
  }
  if (facts.initHidden && isTaggedSuffix(suffix) && !stem.startsWith('lib')) return true;
  const damaged = facts.format === 'unknown' || facts.truncated === true;
  return facts.python2Init || (damaged && (isTaggedSuffix(suffix) || !stem.startsWith('lib')));
}

function asModule(
  { distribution, path, facts }: Found,
  name: string,
  file: string,
  proof: CompiledModule['proof'],
): CompiledModule {
  const { version, wheel, role } = distribution;
  return { name, distribution: distribution.name, version, file, path, wheel, role, facts, proof };
}

/**
 * NumPy 1.25 and 1.26 have a module that refuses every import but that of their own tests: by
 * `numpy/core/src/umath/_umath_tests.c.src` it asks for `NUMPY_EXPERIMENTAL_DTYPE_API=1`.
 */
function onlyForTests(distribution: string, name: string): string | null {
  return distribution === 'numpy' && /^numpy\._?core\._umath_tests$/.test(name)
    ? 'NumPy’s own tests alone can import it in every release'
    : null;
}

const SYSTEMS = { elf: 'Linux', macho: 'macOS', pe: 'Windows', wasm: 'WebAssembly' } as const;

/** The system that a binary is made for, when it is not the one at hand. */
function otherSystem(format: BinaryFacts['format'], platform: string): string | null {
  if (format === 'unknown') return null;
  const own = platform.startsWith('windows') ? 'pe' : platform.startsWith('mac') ? 'macho' : 'elf';
  return format === own ? null : SYSTEMS[format];
}
