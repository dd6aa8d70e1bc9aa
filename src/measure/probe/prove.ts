import type { Limiter } from '../../host/limiter.ts';
import { together } from '../../host/together.ts';
import type { CompiledModule } from '../../model/compiled-module.ts';
import type { HookFinding } from '../../model/measurement.ts';
import type { Observation } from '../../model/observation.ts';
import { branchesOf, canFork, hasForked, wentWell } from './branches.ts';
import { type Conclusion, conclude, type FailedGroup } from './conclude.ts';
import { disagreement } from './confirm.ts';
import { hookFindings, sawMore } from './hook-findings.ts';
import {
  observeFailed,
  observeLost,
  observeProven,
  observeUnseen,
  withDisagreement,
} from './observe.ts';
import type { WalkTarget } from './probe-spec.ts';
import {
  hasStarted,
  type ProbeRun,
  type ProbeSettings,
  runProbe,
  stepsTaken,
} from './run-probe.ts';
import { throughSibling } from './through-sibling.ts';
import { exportedNames, walkTarget } from './walk-target.ts';

/** What the probes of one combination saw. */
export interface Proof {
  /** One per target, in the order given. */
  readonly observations: readonly Observation[];
  /** Files that only the hooks saw fail, or use NumPy 1's C-API, while every step went well. */
  readonly hookFindings: readonly HookFinding[];
  /** Interpreter processes started, confirming runs included. */
  readonly processes: number;
}

/** A walk still to be done. */
interface Job {
  readonly prefix: readonly string[];
  readonly targets: readonly number[];
  /** Targets that another process proved already: anything else now is a disagreement. */
  readonly provenBefore: boolean;
  /** Whether a process may fork others where targets go separate ways. */
  readonly branches: boolean;
}

/**
 * Proves the compiled modules of one environment, sharing processes where that cannot change an
 * answer (docs/architecture.md, "Sharing a process"): a process goes on only with targets whose own
 * fresh import would have taken exactly the steps taken so far.
 *
 * @param modules the targets; those that this Python cannot see are answered without a process
 * @param isolation `module`: the same walk with one target each
 */
export async function proveModules(
  modules: readonly CompiledModule[],
  isolation: 'shared' | 'module',
  settings: ProbeSettings,
  limiter: Limiter,
): Promise<Proof> {
  const observations: (Observation | undefined)[] = modules.map((module) =>
    walkTarget(module) === undefined ? observeUnseen() : undefined,
  );
  const findings: HookFinding[] = [];
  let processes = 0;

  const run = (task: ProbeRun['task']): Promise<ProbeRun> => {
    processes += 1;
    return limiter.run(() => runProbe(task, settings));
  };
  let bareStart: Promise<boolean> | undefined;
  const startsBare = (): Promise<boolean> => {
    bareStart ??= run({ kind: 'bare', steps: [] }).then(hasStarted);
    return bareStart;
  };
  const confirm = async (steps: readonly string[], seen: FailedGroup | null) =>
    disagreement(seen, steps, await run({ kind: 'bare', steps }));

  const settle = async (job: Job, walked: ProbeRun, verdict: Conclusion): Promise<void> => {
    const index = (position: number): number => job.targets[position] ?? -1;
    const steps = stepsTaken(walked);
    // A finding that only hooks saw is confirmed by a run of the same steps without them.
    const hooked = verdict.proven.length > 0 ? hookFindings(walked, modules) : [];
    const doubt = verdict.proven.length > 0 && sawMore(walked) ? await confirm(steps, null) : [];
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
      const [first] = group.targets;
      const doubts = await failureDoubts(job, group, modules[index(first ?? -1)]);
      const nativeFrames = doubts.length > 0 ? [] : await stackOf(group, settings);
      for (const target of group.targets) {
        const module = modules[index(target)];
        const through =
          doubts.length > 0
            ? undefined
            : await throughSibling(module, topsBeside(module, modules), group, run);
        if (through !== undefined) {
          observations[index(target)] = withDisagreement(
            observeProven(through.walked, through.proven),
            sawMore(through.walked) ? await confirm(stepsTaken(through.walked), null) : [],
          );
          findings.push(...hookFindings(through.walked, modules));
          continue;
        }
        const seen = {
          ...observeFailed(walked, group, ownStep(module, group), module?.path ?? null),
          nativeFrames,
        };
        observations[index(target)] = withDisagreement(seen, doubts, needsConfirming(group));
      }
    }
  };

  const failureDoubts = async (
    job: Job,
    group: FailedGroup,
    module: CompiledModule | undefined,
  ): Promise<readonly string[]> => {
    const failed = group.outcome.kind === 'timed-out' ? 'timed out' : 'failed';
    if (job.provenBefore) return [`imported in one process, ${failed} in the next`];
    if (group.step !== null && job.prefix.includes(group.step)) {
      return [`step ${group.step} went well in one process and ${failed} in the next`];
    }
    if (!needsConfirming(group)) return [];
    // Without a record of its steps: those that it was to take.
    const steps = group.steps.length > 0 || !module ? group.steps : walkTarget(module)?.steps;
    return confirm(steps ?? [], group);
  };

  const walk = async (job: Job): Promise<void> => {
    const targets = job.targets.flatMap((index) => targetsOf(modules[index]));
    const branches = { each: settings.timeoutSeconds / 6, all: settings.timeoutSeconds / 2 };
    const task = { kind: 'walk', prefix: job.prefix, targets } as const;
    const walked = await run(job.branches ? { ...task, branches } : task);
    if (hasForked(walked) && !wentWell(walked)) {
      return walk({ ...job, branches: false });
    }
    const verdict = conclude(
      walked.records,
      walked.ending,
      targets.map((target) => target.name),
    );
    if (!hasStarted(walked) && targets.length > 1 && (await startsBare())) {
      // A module did away with the records, and with what the others of this process did.
      await together(
        job.targets.map((index) => walk({ ...job, prefix: [], targets: [index], branches: false })),
      );
      return;
    }
    const positions = (list: readonly number[]) => list.map((one) => job.targets[one] ?? -1);
    const jobs = verdict.left.map(({ prefix, targets: left }) => ({
      prefix,
      targets: positions(left),
      provenBefore: job.provenBefore,
      branches: job.branches,
    }));
    const seen = branchesOf(walked);
    for (const { branch, proven } of seen.proven) {
      processes += 1;
      settings.onRun?.(branch);
      for (const one of proven) {
        observations[job.targets[one.target] ?? -1] = observeProven(branch, one);
      }
    }
    for (const { prefix, targets: left } of seen.left) {
      jobs.push({
        prefix,
        targets: positions(left),
        provenBefore: job.provenBefore,
        branches: false,
      });
    }
    if (verdict.again.length > 0) {
      jobs.push({
        prefix: [],
        targets: positions(verdict.again),
        provenBefore: true,
        branches: false,
      });
    }
    await together([settle(job, walked, verdict), ...jobs.map(walk)]);
  };

  const branches = isolation === 'shared' && canFork(settings);
  const jobs = firstJobs(modules, isolation).map((job) => ({ ...job, branches }));
  await together(jobs.map(walk));
  return {
    observations: observations.map((seen, index) => answered(seen, modules[index])),
    hookFindings: unique(findings),
    processes,
  };
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

/** A target that nobody answered for must not vanish: what is left would look green. */
function answered(seen: Observation | undefined, module: CompiledModule | undefined): Observation {
  if (seen) return seen;
  throw new Error(`no probe answered for ${module?.file ?? 'a module'}`);
}

function targetsOf(module: CompiledModule | undefined): readonly WalkTarget[] {
  return module ? [walkTarget(module)].filter((target) => target !== undefined) : [];
}

async function stackOf(group: FailedGroup, settings: ProbeSettings) {
  if (group.outcome.kind !== 'signalled' || !settings.crashStack) return [];
  return settings.crashStack({ kind: 'bare', steps: group.steps });
}

/** One process per top-level package; `wrong-tag` files need none. */
function firstJobs(modules: readonly CompiledModule[], isolation: 'shared' | 'module') {
  const groups = new Map<string, number[]>();
  modules.forEach((module, index) => {
    if (walkTarget(module) === undefined) return;
    const key = isolation === 'module' ? String(index) : (module.name.split('.')[0] ?? module.name);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  return [...groups.values()].map((targets) => ({ prefix: [], targets, provenBefore: false }));
}

/** Deaths and time-outs are confirmed once; a plain exception is what the user would see too. */
function needsConfirming(group: FailedGroup): boolean {
  return group.outcome.kind !== 'raised' && group.outcome.kind !== 'not-run';
}

function unique(findings: readonly HookFinding[]): readonly HookFinding[] {
  const byFile = new Map<string, HookFinding>();
  for (const finding of findings) {
    if (!byFile.has(finding.file)) byFile.set(finding.file, finding);
  }
  return [...byFile.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}
