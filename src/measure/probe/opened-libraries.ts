import type { Limiter } from '../../host/limiter.ts';
import { together } from '../../host/together.ts';
import type { CompiledModule } from '../../model/compiled-module.ts';
import type { ObservedModule } from '../../model/measurement.ts';
import type { Observation } from '../../model/observation.ts';
import { type ProbeSettings, runProbe } from './run-probe.ts';
import { walkTarget } from './walk-target.ts';

/**
 * Files that are libraries, although they export an init function: setuptools asks for one on Windows,
 * so that libraries for ctypes define an empty one, and crash where it is called. Such a file calls
 * nothing of Python, so that its import raises nothing of its own, and a fresh process that imported
 * its packages alone, and went well, holds its code. Only Linux tells whose code a process holds;
 * elsewhere none is found.
 *
 * @param observed what the probes saw; those that imported well are never such
 */
export async function openedLibraries(
  observed: readonly ObservedModule[],
  settings: ProbeSettings,
  limiter: Limiter,
): Promise<{ readonly libraries: readonly CompiledModule[]; readonly processes: number }> {
  const suspects = observed.flatMap(({ module, observation }) =>
    module.facts.makesNoModule && endsAsEmpty(observation) ? [module] : [],
  );
  const opened = await together(
    suspects.map((module) => limiter.run(() => opensAsLibrary(module, settings))),
  );
  return {
    libraries: suspects.filter((_, at) => opened[at]),
    processes: suspects.length,
  };
}

/** A real exception comes from code that the init function only passes on to. */
function endsAsEmpty({ outcome, exceptions }: Observation): boolean {
  const [first] = exceptions;
  return (
    outcome.kind === 'signalled' ||
    (outcome.kind === 'raised' &&
      first?.type === 'SystemError' &&
      exceptions.length === 1 &&
      SAID_NOTHING.test(first.message))
  );
}

const SAID_NOTHING = /without (?:raising|setting) an exception|did not return an extension module/;

async function opensAsLibrary(module: CompiledModule, settings: ProbeSettings): Promise<boolean> {
  const steps = walkTarget(module)?.steps.filter((step) => step !== module.name) ?? [];
  const { records } = await runProbe({ kind: 'bare', steps }, settings);
  const stepped = records.filter(({ kind }) => kind === 'stepped').length;
  const code = records.flatMap((record) => (record.kind === 'close' ? (record.code ?? []) : []));
  return (
    stepped === steps.length &&
    code.some((file) => file === module.path || file.endsWith(`/${module.file}`))
  );
}
