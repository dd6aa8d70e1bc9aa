import type { CompiledModule } from '../../model/compiled-module.ts';
import type { HookFinding } from '../../model/measurement.ts';
import type { Observation } from '../../model/observation.ts';
import type { Conclusion, FailedGroup } from './conclude.ts';
import { disagreement } from './confirm.ts';
import { hookFindings, sawMore } from './hook-findings.ts';
import { observeFailed, observeLost, observeProven, withDisagreement } from './observe.ts';
import { type ProbeRun, type ProbeSettings, stepsTaken } from './run-probe.ts';
import { throughSibling } from './through-sibling.ts';
import { exportedNames, walkTarget } from './walk-target.ts';

/** A walk still to be done. */
export interface Job {
  readonly prefix: readonly string[];
  /** Places of the targets in the list of modules. */
  readonly targets: readonly number[];
  /** Targets that another process proved already: anything else now is a disagreement. */
  readonly provenBefore: boolean;
  /** Whether a process may fork others where targets go separate ways. */
  readonly branches: boolean;
}

/** What the walks of one environment share. */
export interface Walks {
  readonly modules: readonly CompiledModule[];
  readonly settings: ProbeSettings;
  /** Starts a process, within the limit of those at once. */
  run(task: ProbeRun['task']): Promise<ProbeRun>;
  /** For each module what was seen of it, filled in as processes end. */
  readonly observations: (Observation | undefined)[];
  readonly findings: HookFinding[];
}

/** Answers for the targets that a process decided: proven, lost or failed. */
export async function settle(
  job: Job,
  walked: ProbeRun,
  verdict: Conclusion,
  walks: Walks,
): Promise<void> {
  const { modules, observations, findings } = walks;
  const index = (position: number): number => job.targets[position] ?? -1;
  const anyProven = verdict.proven.length > 0;
  // A finding that only hooks saw is confirmed by a run of the same steps without them.
  const hooked = anyProven ? hookFindings(walked, modules) : [];
  const doubt = anyProven ? await doubtsOf(walked, walks) : [];
  findings.push(...hooked);
  for (const proven of verdict.proven) {
    const seen = observeProven(walked, proven);
    observations[index(proven.target)] = withDisagreement(seen, doubt);
  }
  for (const lost of verdict.lost) {
    const file = modules[index(lost.target)]?.path ?? null;
    observations[index(lost.target)] = observeLost(walked, lost, file);
  }
  for (const group of verdict.failed) {
    await settleFailed(job, walked, { ...group, targets: group.targets.map(index) }, walks);
  }
}

/** @param group its targets are places in the list of modules */
async function settleFailed(
  job: Job,
  walked: ProbeRun,
  group: FailedGroup,
  walks: Walks,
): Promise<void> {
  const { modules, observations, findings, settings, run } = walks;
  const doubts = await failureDoubts(job, group, modules[group.targets[0] ?? -1], walks);
  const nativeFrames = doubts.length > 0 ? [] : await stackOf(group, settings);
  for (const target of group.targets) {
    const module = modules[target];
    const through =
      doubts.length > 0
        ? undefined
        : await throughSibling(module, topsBeside(module, modules), group, run);
    if (through !== undefined) {
      const seen = observeProven(through.walked, through.proven);
      observations[target] = withDisagreement(seen, await doubtsOf(through.walked, walks));
      findings.push(...hookFindings(through.walked, modules));
      continue;
    }
    const seen = {
      ...observeFailed(walked, group, ownStep(module, group), module?.path ?? null),
      nativeFrames,
    };
    observations[target] = withDisagreement(seen, doubts, needsConfirming(group));
  }
}

/** Where a walk went well and hooks saw more than that: what a run without them says otherwise. */
async function doubtsOf(walked: ProbeRun, walks: Walks): Promise<readonly string[]> {
  return sawMore(walked) ? confirm(stepsTaken(walked), null, walks) : [];
}

async function failureDoubts(
  job: Job,
  group: FailedGroup,
  module: CompiledModule | undefined,
  walks: Walks,
): Promise<readonly string[]> {
  const failed = group.outcome.kind === 'timed-out' ? 'timed out' : 'failed';
  if (job.provenBefore) return [`imported in one process, ${failed} in the next`];
  if (group.step !== null && job.prefix.includes(group.step)) {
    return [`step ${group.step} went well in one process and ${failed} in the next`];
  }
  if (!needsConfirming(group)) return [];
  // Without a record of its steps: those that it was to take.
  const steps = group.steps.length > 0 || !module ? group.steps : walkTarget(module)?.steps;
  return confirm(steps ?? [], group, walks);
}

async function confirm(
  steps: readonly string[],
  seen: FailedGroup | null,
  { run }: Walks,
): Promise<readonly string[]> {
  return disagreement(seen, steps, await run({ kind: 'bare', steps }));
}

/** Deaths and time-outs are confirmed once; a plain exception is what the user would see too. */
function needsConfirming(group: FailedGroup): boolean {
  return group.outcome.kind !== 'raised' && group.outcome.kind !== 'not-run';
}

/** The top packages of a module's distribution: mypy's own are `mypy` and `mypyc`. */
function topsBeside(
  module: CompiledModule | undefined,
  modules: readonly CompiledModule[],
): readonly string[] {
  const own = modules.filter(({ distribution }) => distribution === module?.distribution);
  return [...new Set(own.map(({ name }) => name.split('.')[0] ?? name))];
}

/** The name that a failed group imported the module itself under; its own name where it did not. */
function ownStep(module: CompiledModule | undefined, { step }: FailedGroup): string {
  if (!module) return '';
  const exported = module.proof === 'by-package' && exportedNames(module).includes(step ?? '');
  return step !== null && exported ? step : module.name;
}

async function stackOf(group: FailedGroup, settings: ProbeSettings) {
  if (group.outcome.kind !== 'signalled' || !settings.crashStack) return [];
  return settings.crashStack({ kind: 'bare', steps: group.steps });
}
