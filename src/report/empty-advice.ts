import type { NotTested } from '../model/not-tested.ts';

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
 * What to do where nothing was tested because there is no compiled module, or none that was asked
 * for; one sentence without a final period.
 */
export function emptyAdvice(
  notTested: readonly Pick<NotTested, 'kind'>[],
  door: keyof typeof NAMES,
): string {
  const { modules, allow, dependencies } = NAMES[door];
  return notTested.some(({ kind }) => kind === 'left-out')
    ? `There are compiled modules, and ${modules} leaves out all of them: correct its patterns`
    : `If it is right that there is no compiled module: ${allow}. Compiled modules of what it requires are tested with ${dependencies}`;
}
