import type { Limiter } from '../../host/limiter.ts';
import { together } from '../../host/together.ts';
import type { CompiledModule } from '../../model/compiled-module.ts';
import type { HookFinding } from '../../model/measurement.ts';
import type { Observation } from '../../model/observation.ts';
import { branchesOf, canFork, hasForked, wentWell } from './branches.ts';
import { conclude } from './conclude.ts';
import { observeProven, observeUnseen } from './observe.ts';
import type { WalkTarget } from './probe-spec.ts';
import { hasStarted, type ProbeRun, type ProbeSettings, runProbe } from './run-probe.ts';
import { type Job, settle, type Walks } from './settle.ts';
import { walkTarget } from './walk-target.ts';

/** What the probes of one combination saw. */
export interface Proof {
  /** One per target, in the order given. */
  readonly observations: readonly Observation[];
  /** Files that only the hooks saw fail, or use NumPy 1's C-API, while every step went well. */
  readonly hookFindings: readonly HookFinding[];
  /** Interpreter processes started, confirming runs included. */
  readonly processes: number;
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
  const walks: Walks = { modules, settings, run, observations, findings };
  let bareStart: Promise<boolean> | undefined;
  const startsBare = (): Promise<boolean> => {
    bareStart ??= run({ kind: 'bare', steps: [] }).then(hasStarted);
    return bareStart;
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
    await together([settle(job, walked, verdict, walks), ...jobs.map(walk)]);
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

/** A target that nobody answered for must not vanish: what is left would look green. */
function answered(seen: Observation | undefined, module: CompiledModule | undefined): Observation {
  if (seen) return seen;
  throw new Error(`no probe answered for ${module?.file ?? 'a module'}`);
}

function targetsOf(module: CompiledModule | undefined): readonly WalkTarget[] {
  return module ? [walkTarget(module)].filter((target) => target !== undefined) : [];
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

function unique(findings: readonly HookFinding[]): readonly HookFinding[] {
  const byFile = new Map<string, HookFinding>();
  for (const finding of findings) {
    if (!byFile.has(finding.file)) byFile.set(finding.file, finding);
  }
  return [...byFile.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}
