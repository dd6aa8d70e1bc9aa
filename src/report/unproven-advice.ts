import type { NotTested } from '../model/not-tested.ts';
import type { CombinationReport } from './report.ts';

/** How the two doors name what is set. */
const NAMES = {
  action: {
    modules: 'modules',
    allow: 'allow-empty',
    dependencies: 'dependencies: direct',
    known: 'known-failures',
  },
  terminal: {
    modules: '--module',
    allow: '--allow-empty',
    dependencies: '--dependencies direct',
    known: '--known-failure',
  },
} as const;

/**
 * What to do where a run ends with "nothing was tested" although something ran: it held no compiled
 * module, or a warning takes the proof from all of it. One sentence without a final period; null
 * where nothing ran, for which each combination has its reason.
 */
export function unprovenAdvice(
  {
    combinations,
    notTested,
  }: {
    readonly combinations: readonly Pick<CombinationReport, 'verdict'>[];
    readonly notTested: readonly Pick<NotTested, 'kind'>[];
  },
  door: keyof typeof NAMES,
): string | null {
  if (combinations.some(({ verdict }) => verdict === 'empty')) return emptyAdvice(notTested, door);
  return combinations.some(({ verdict }) => verdict === 'doubtful')
    ? `Everything imports, and the warnings say why that proves nothing: do what they say, or accept them by a line of ${NAMES[door].known}`
    : null;
}

/**
 * What to do where nothing was tested because there is no compiled module, or none that was asked
 * for; one sentence without a final period.
 */
function emptyAdvice(
  notTested: readonly Pick<NotTested, 'kind'>[],
  door: keyof typeof NAMES,
): string {
  const { modules, allow, dependencies } = NAMES[door];
  return notTested.some(({ kind }) => kind === 'left-out')
    ? `There are compiled modules, and ${modules} leaves out all of them: correct its patterns`
    : `If it is right that there is no compiled module: ${allow}. Compiled modules of what it requires are tested with ${dependencies}`;
}
