import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, sep } from 'node:path';
import type { Debugger } from '../../host/debugger.ts';
import type { World } from '../../host/world.ts';
import type { PlannedCombination } from '../../model/combination.ts';
import type { Environment } from '../../model/environment.ts';
import {
  type Measurement,
  measuredCombination,
  type TestedWheel,
} from '../../model/measurement.ts';
import type { Store } from '../../model/ports.ts';
import type { Config } from '../../settings/config.ts';
import type { Wanted } from '../environment/environment-folders.ts';
import type { Resolutions } from '../install/resolutions.ts';
import type { ProbeRun } from '../probe/run-probe.ts';
import { type InterpreterIdentity, interpreterIdentity } from './interpreter-identity.ts';
import { isStable } from './is-stable.ts';
import { measurementKey } from './measurement-key.ts';
import { createNamedPlaces } from './named-places.ts';
import {
  isUnchangedOutside,
  type KnownPlaces,
  lookOutside,
  type OutsidePlaces,
} from './outside-places.ts';
import { ownCode } from './own-code.ts';
import { createRealPaths } from './real-paths.ts';
import { type ResolvedSet, readResolvedSet } from './resolved-set.ts';
import { isBesideScript, smokeFolderHash } from './smoke-folder.ts';
import { statsOf } from './stat-list.ts';
import { packMeasurement, unpackMeasurement } from './stored-measurement.ts';
import { type SystemIdentity, systemIdentity } from './system-identity.ts';

/** What is under test, and what would be installed. */
export interface Tested {
  readonly wanted: Wanted;
  readonly wheels: readonly TestedWheel[];
}

/** What was seen of a combination that was measured just now. */
export interface Seen {
  readonly measurement: Measurement;
  readonly environment: Environment;
  readonly runs: readonly ProbeRun[];
}

/** Measurements of earlier runs, as long as nothing has changed that decides over them. */
export interface Reuse {
  /** Undefined where it must be measured: nothing is kept, something changed, or there is a doubt. */
  find(combination: PlannedCombination, tested: Tested): Promise<Measurement | undefined>;
  /**
   * What of this machine it rests on besides, where the same would be seen again: only that is worth
   * keeping. To be asked while the environment is there.
   */
  restsOn(
    combination: PlannedCombination,
    tested: Tested,
    seen: Seen,
  ): Promise<OutsidePlaces | undefined>;
  keep(
    combination: PlannedCombination,
    tested: Tested,
    measurement: Measurement,
    outside: OutsidePlaces,
  ): Promise<void>;
}

/** Older than this, and it is measured again: what nobody thought of may have changed. */
const LONGEST_MS = 7 * 24 * 60 * 60 * 1000;

interface Keyed {
  readonly key: string;
  readonly resolved: ResolvedSet;
  readonly interpreter: InterpreterIdentity;
}

export interface ReuseOptions {
  readonly store: Store;
  readonly config: Pick<Config, 'subject' | 'run' | 'kept'>;
  readonly world: World;
  readonly resolutions: Resolutions;
  readonly debugger: Debugger | null;
  /** Says what is wrong with a measurement's shape. */
  readonly validate: (value: unknown, shared: readonly unknown[]) => string | undefined;
}

/** What earlier runs measured, asked for and kept by all that an import depends on. */
export function createReuse(options: ReuseOptions): Reuse {
  const { store, world, resolutions } = options;
  const { subject, run, kept } = options.config;
  const keys = new Map<string, Promise<Keyed | undefined>>();
  const interpreters = new Map<string, InterpreterIdentity | undefined>();
  const places = createNamedPlaces();
  const began = world.now();
  const looked: KnownPlaces = new Map();
  let system: SystemIdentity | undefined;
  let smokeFolder: Promise<string | undefined> | undefined;

  const systemNow = (): SystemIdentity => {
    system ??= systemIdentity(world.env);
    return system;
  };
  const interpreterOf = ({ interpreter }: PlannedCombination): InterpreterIdentity | undefined => {
    const { executable } = interpreter;
    if (!interpreters.has(executable)) {
      interpreters.set(executable, interpreterIdentity(interpreter));
    }
    return interpreters.get(executable);
  };
  const beside = (): Promise<string | undefined> => {
    const file = run.smoke?.file ?? null;
    smokeFolder ??= file === null ? Promise.resolve('') : smokeFolderHash(file);
    return smokeFolder;
  };

  const keyFor = async (
    combination: PlannedCombination,
    { wanted, wheels }: Tested,
  ): Promise<Keyed | undefined> => {
    const interpreter = interpreterOf(combination);
    const folder = await beside();
    const memory = await world.memory();
    if (interpreter === undefined || folder === undefined) return undefined;
    const inputs = {
      code: ownCode(),
      uv: wanted.uv.version,
      system: systemNow().text,
      interpreter: interpreter.text,
      combination,
      wheels,
      subject: wanted.subject.kind === 'requirements' ? wanted.subject.lines : [],
      config: { ...run, extras: subject.extras, metadata: subject.metadata },
      env: world.env,
      smokeFolder: folder,
      debugger: options.debugger,
      places: [world.folder, ...(memory === null ? [] : [memory.folder])].map((one) =>
        dirname(one),
      ),
    };
    // Before a resolver is asked for nothing.
    if (measurementKey({ ...inputs, resolved: '' }) === undefined) return undefined;
    const text = await resolutions.resolve(wanted);
    const sums = new Map(wheels.map(({ file, sha256 }) => [file, sha256]));
    const resolved = text === undefined ? undefined : readResolvedSet(text, sums);
    const key = resolved && measurementKey({ ...inputs, resolved: resolved.text });
    return key === undefined || resolved === undefined ? undefined : { key, resolved, interpreter };
  };
  const keyed = (combination: PlannedCombination, tested: Tested): Promise<Keyed | undefined> => {
    const known = keys.get(combination.id) ?? keyFor(combination, tested);
    keys.set(combination.id, known);
    return known;
  };

  return {
    async find(combination, tested) {
      const known = await keyed(combination, tested);
      if (known === undefined || kept.fresh) return undefined;
      const bytes = await store.get('measurements', known.key);
      const stored = bytes && unpackMeasurement(bytes, options.validate);
      if (stored === undefined) return undefined;
      const age = world.now() - Date.parse(stored.at);
      if (!(age >= 0 && age <= LONGEST_MS)) return undefined;
      const { measurement } = stored;
      if (measurement.combination.id !== combination.id) return undefined;
      if (!isUnchangedOutside(stored.outside, looked)) return undefined;
      return {
        ...measurement,
        combination: measuredCombination(combination),
        reused: { at: stored.at },
      };
    },

    async restsOn(combination, tested, { measurement, environment, runs }) {
      const known = await keyed(combination, tested);
      if (known === undefined || !isWhatWasResolved(environment, known.resolved)) return undefined;
      const roots = [environment.root, world.folder].map((one) => `${realpathSync(one)}${sep}`);
      const isOwn = (real: string): boolean => roots.some((root) => real.startsWith(root));
      const realPathOf = createRealPaths();
      const script = run.smoke?.file ? realPathOf(run.smoke.file) : null;
      const decides = (path: string): boolean => {
        // A module may say that it is of none: `<string>`. What is not there may come to be.
        if (!isAbsolute(path)) return true;
        const real = realPathOf(path);
        return (
          isOwn(real) ||
          known.interpreter.has(real) ||
          systemNow().has(real) ||
          (script !== null && isBesideScript(real, script))
        );
      };
      // Hundreds of probes name the same hundreds of files.
      const answers = new Map<string, boolean>();
      const isKnown = (path: string): boolean => {
        const answer = answers.get(path) ?? decides(path);
        answers.set(path, answer);
        return answer;
      };
      if (!isStable(measurement, runs, isKnown)) return undefined;
      const binaries = new Set(loadedFiles(runs).map(realPathOf).filter(isOwn));
      const named = [
        ...[...binaries].filter(isCompiled).flatMap((one) => places.of(one)),
        ...places.ofText(run.smoke?.code ?? ''),
      ];
      const outside = named.filter((one) => !isOwn(`${realPathOf(one)}${sep}`));
      return lookOutside([...outside, ...openedPlaces(runs, isKnown)], began, looked);
    },

    async keep(combination, tested, measurement, outside) {
      const known = await keyed(combination, tested);
      if (known === undefined) return;
      const at = new Date(world.now()).toISOString();
      await store.put('measurements', known.key, packMeasurement({ at, outside, measurement }));
    },
  };
}

/** Files whose code was in one of the processes, and which their modules are of. */
function loadedFiles(runs: readonly ProbeRun[]): readonly string[] {
  const found = closings(runs).flatMap(({ code, files }) => [...(code ?? []), ...(files ?? [])]);
  return [...new Set(found)].filter(isAbsolute);
}

function closings(runs: readonly ProbeRun[]) {
  return runs.flatMap(({ records }) => records.filter((record) => record.kind === 'close'));
}

/** What the system says of itself and of the process. */
const OF_THE_SYSTEM = /^\/(?:proc|sys|dev)\//;

/** Files and folders that Python opened, of which nobody knows yet: what they hold is kept in mind. */
function openedPlaces(
  runs: readonly ProbeRun[],
  isKnown: (path: string) => boolean,
): readonly string[] {
  return closings(runs)
    .flatMap(({ opened }) => opened ?? [])
    .filter((path) => !OF_THE_SYSTEM.test(path) && !isKnown(path));
}

/** Of sources the interpreter tells what they open. */
function isCompiled(file: string): boolean {
  return !/\.pyc?$/.test(file) && (statsOf(file)?.isFile() ?? false);
}

/** Between the two questions an index may have got a newer release. */
function isWhatWasResolved({ distributions }: Environment, { versions }: ResolvedSet): boolean {
  return (
    distributions.length === versions.size &&
    distributions.every(({ name, version }) => {
      const expected = versions.get(name);
      return expected === null || expected === version;
    })
  );
}
