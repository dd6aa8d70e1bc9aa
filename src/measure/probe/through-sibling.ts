import type { CompiledModule } from '../../model/compiled-module.ts';
import { siblingsInCircle } from './circular-import.ts';
import { conclude, type FailedGroup, type ProvenTarget } from './conclude.ts';
import { loadEvents } from './observe.ts';
import type { ProbeRun } from './run-probe.ts';
import { walkTarget } from './walk-target.ts';

/**
 * A module that fails only because it is taken before the sibling that imports it: walked anew in a
 * process of its own, through that sibling, with all rules as ever and no failed load of its file.
 *
 * @param tops the top packages of its distribution
 * @returns the process that proved it; undefined when it failed for another reason, or fails still
 */
export async function throughSibling(
  module: CompiledModule | undefined,
  tops: readonly string[],
  group: FailedGroup,
  run: (task: ProbeRun['task']) => Promise<ProbeRun>,
): Promise<{ readonly walked: ProbeRun; readonly proven: ProvenTarget } | undefined> {
  if (!module || group.outcome.kind !== 'raised' || group.step !== module.name) return undefined;
  for (const sibling of siblingsInCircle(module, tops, group.chain)) {
    const target = walkTarget(module, sibling);
    if (target === undefined) return undefined;
    const walked = await run({ kind: 'walk', prefix: [], targets: [target] });
    const [proven] = conclude(walked.records, walked.ending, [module.name]).proven;
    const failed = loadEvents(walked.records).some(
      ({ event, file }) => event === 'fail' && file === proven?.file,
    );
    if (proven !== undefined && !failed) return { walked, proven };
  }
  return undefined;
}
