import { formatDuration } from '../../escape/duration.ts';
import type { RunContext } from '../measure-combination.ts';

/** Shorter ones were built before, for their metadata, or serve several Pythons. */
const SHORTEST_SECONDS = 0.5;

/**
 * Says once, after the first build that took its time, how long the others will take, and whether
 * the budget allows for that.
 *
 * @param deadline when the budget ends, in milliseconds since 1970
 * @returns to be told each build's seconds, and how many Pythons are left
 */
export function createBuildEstimate(
  { world, config }: Pick<RunContext, 'world' | 'config'>,
  deadline: number,
): (seconds: number, left: number) => void {
  let told = false;
  return (seconds, left) => {
    if (told || left === 0 || seconds < SHORTEST_SECONDS) return;
    told = true;
    const rest = seconds * left;
    const wheels = left === 1 ? 'the other Python' : `the other ${left} Pythons`;
    const lacking = world.now() + rest * 1000 > deadline;
    const warning = lacking
      ? `, longer than the budget of ${config.run.budgetMinutes} min allows: what is left then is skipped`
      : '';
    world.progress.info(`building for ${wheels} takes about ${formatDuration(rest)}${warning}`);
  };
}
