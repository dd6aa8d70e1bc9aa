import { probeEnvironment } from '../host/child-environment.ts';
import type { Debugger } from '../host/debugger.ts';
import type { World } from '../host/world.ts';
import type { Environment } from '../model/environment.ts';
import type { NativeFrame } from '../model/observation.ts';
import type { Config } from '../settings/config.ts';
import { nativeStack } from './probe/native-stack.ts';
import type { ProbeTask } from './probe/probe-spec.ts';
import type { ProbeSettings } from './probe/run-probe.ts';
import type { WorkerCode } from './probe/worker-code.ts';

/** What probes are told of the run. */
export interface ProbeContext {
  readonly config: Pick<Config, 'run'>;
  readonly world: World;
  readonly debugger: Debugger | null;
  /** Native stacks already looked up, by task: the same crash needs the debugger once. */
  readonly stacks: Map<string, Promise<readonly NativeFrame[]>>;
}

/** How the probes of an environment are started, with a folder of their own. */
export function probeSettings(
  environment: Environment,
  folder: string,
  context: ProbeContext,
  worker: WorkerCode,
): ProbeSettings {
  const { config, world } = context;
  const { interpreter } = environment;
  const settings: ProbeSettings = {
    processes: world.processes,
    python: environment.python,
    pythonVersion: interpreter.version,
    implementation: interpreter.implementation,
    folder,
    worker,
    timeoutSeconds: config.run.timeoutSeconds,
    environment: (own) => probeEnvironment(world.env, { ...own, names: config.run.environment }),
  };
  const tool = context.debugger;
  if (!tool) return settings;
  return {
    ...settings,
    crashStack: (task) => {
      const key = stackKey(task, environment);
      const known = context.stacks.get(key) ?? nativeStack(task, settings, tool);
      context.stacks.set(key, known);
      return known;
    },
  };
}

/** Equal files crash alike: what is installed decides, NumPy above all. */
export function stackKey(
  task: ProbeTask,
  { interpreter, distributions }: Pick<Environment, 'interpreter' | 'distributions'>,
): string {
  const installed = distributions.map(({ name, version }) => `${name}==${version}`).sort();
  return JSON.stringify([task, interpreter.executable, installed]);
}
