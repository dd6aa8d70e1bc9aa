import type { OptionGroup } from '../option.ts';
import { BOOLEAN, CHECK, FLAG_ONLY } from './usual.ts';

const LATER_ROW = { ...FLAG_ONLY, part: 'run', commands: CHECK, available: 'later' } as const;

/** Names that are taken: using one says that it is not available yet. */
export const LATER = {
  title: 'Not available yet',
  rows: {
    allPlatforms: {
      ...LATER_ROW,
      name: 'all-platforms',
      flag: 'all-platforms',
      kind: BOOLEAN,
      commands: ['audit'],
      description: 'Audit the wheels of every platform',
    },
  },
} as const satisfies OptionGroup;
