import { delimiter, isAbsolute } from 'node:path';
import { type Env, probeEnvironment } from '../../host/child-environment.ts';
import type { Debugger } from '../../host/debugger.ts';
import type { PlannedCombination } from '../../model/combination.ts';
import type { TestedWheel } from '../../model/measurement.ts';
import type { RunConfig, SubjectConfig } from '../../settings/config.ts';
import { contentLines, filesBelow, MACHINE_STAYS, statList } from './stat-list.ts';

const MOST_FILES = 5_000;

/** Every input of a measurement. */
export interface MeasurementInputs {
  /** The hash of this program. */
  readonly code: string;
  readonly uv: string;
  readonly system: string;
  readonly interpreter: string;
  readonly combination: PlannedCombination;
  /** What is installed, by content. */
  readonly resolved: string;
  /** The subject's wheels. */
  readonly wheels: readonly TestedWheel[];
  /** What was asked for: requirement lines or wheel names, with extras. */
  readonly subject: readonly string[];
  readonly config: ProbeOptions;
  readonly env: Env;
  /** The hash of what lies beside the smoke script; empty where there is none. */
  readonly smokeFolder: string;
  readonly debugger: Debugger | null;
  /** Where environments are made, on the disk and in memory: it may forbid to run what lies there. */
  readonly places: readonly string[];
}

/** The options that decide what probes do and see. */
type ProbeOptions = Pick<SubjectConfig, 'extras' | 'metadata'> &
  Pick<
    RunConfig,
    | 'modules'
    | 'dependencies'
    | 'isolation'
    | 'smoke'
    | 'compare'
    | 'timeoutSeconds'
    | 'environment'
  >;

/**
 * The key under which a measurement is kept: the text of everything that could change it. It is
 * hashed by the store, so that no variable's value is written down.
 *
 * @returns undefined where something decides that has no content to compare: then nothing is reused
 */
export function measurementKey(inputs: MeasurementInputs): string | undefined {
  const { config, env, combination } = inputs;
  if (config.metadata !== 'respect') return undefined;
  if (config.environment.some(decidesWhatIsLoaded)) return undefined;
  const seen = probeEnvironment(env, { home: '', tmp: '', names: config.environment });
  if (Object.keys(seen).some((name) => /^DYLD_/i.test(name))) return undefined;
  const stamps = config.environment.map((name) => stampOf(env[name]));
  if (stamps.includes(undefined)) return undefined;
  const { id, python, numpy, platform, nightly } = combination;
  const { modules, dependencies, isolation, smoke, compare, timeoutSeconds, extras } = config;
  return JSON.stringify([
    ['measurement', 1, inputs.code, inputs.uv, inputs.system, inputs.interpreter],
    [id, python, numpy, platform, nightly ?? false],
    [inputs.resolved, inputs.wheels, inputs.subject],
    [modules, dependencies, isolation, compare, timeoutSeconds, extras],
    [smoke, inputs.smokeFolder],
    Object.entries(seen).sort(([a], [b]) => (a < b ? -1 : 1)),
    stamps,
    inputs.debugger,
    inputs.places,
  ]);
}

/** Variables that bring in files from outside of the environment. */
function decidesWhatIsLoaded(name: string): boolean {
  return /^(?:PYTHON|LD_|DYLD_)/i.test(name) && name.toUpperCase() !== 'LD_LIBRARY_PATH';
}

/**
 * A variable that names files or folders stands for what is there, however deep; undefined where that
 * is too much to look at.
 */
function stampOf(value: string | undefined): readonly string[] | undefined {
  const places = (value ?? '').split(delimiter).filter(isAbsolute);
  const files = places.flatMap((place) => [place, ...filesBelow(place, /^$/, MOST_FILES)]);
  if (files.length > MOST_FILES) return undefined;
  return [...statList(files).lines, ...(MACHINE_STAYS ? [] : contentLines(files))];
}
