import type { NotTested } from '../model/not-tested.ts';
import type { CombinationReport } from './report.ts';

/** How the two doors name what is set. */
const NAMES = {
  action: { modules: 'modules', allow: 'allow-empty', dependencies: 'dependencies: direct' },
  terminal: {
    modules: '--module',
    allow: '--allow-empty',
    dependencies: '--dependencies direct',
  },
} as const;

/**
 * What to do where a combination ran and nothing was tested, because there is no compiled module, or
 * none that was asked for. One sentence without a final period; null where nothing ran, for which
 * each combination has its reason.
 */
export function emptyAdvice(
  {
    combinations,
    notTested,
  }: {
    readonly combinations: readonly Pick<CombinationReport, 'verdict'>[];
    readonly notTested: readonly Pick<NotTested, 'kind'>[];
  },
  door: keyof typeof NAMES,
): string | null {
  if (!combinations.some(({ verdict }) => verdict === 'empty')) return null;
  const { modules, allow, dependencies } = NAMES[door];
  return notTested.some(({ kind }) => kind === 'left-out')
    ? `There are compiled modules, and ${modules} leaves out all of them: correct its patterns`
    : `If it is right that there is no compiled module: ${allow}. Compiled modules of what it requires are tested with ${dependencies}`;
}
