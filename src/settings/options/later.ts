import type { OptionGroup } from '../option.ts';
import { BOOLEAN, CHECK, FLAG_ONLY, PATH, TEXT } from './usual.ts';

const LATER_ROW = { ...FLAG_ONLY, commands: CHECK, available: 'later' } as const;

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
    cacheDir: {
      ...LATER_ROW,
      name: 'cache-dir',
      flag: 'cache-dir',
      metavar: 'DIR',
      kind: PATH,
      description: 'Cache',
    },
    noCache: {
      ...LATER_ROW,
      name: 'no-cache',
      flag: 'no-cache',
      kind: BOOLEAN,
      description: 'No cache',
    },
    cache: {
      ...LATER_ROW,
      name: 'cache',
      flag: null,
      kind: TEXT,
      input: true,
      description: 'Cache',
    },
    reuse: {
      ...LATER_ROW,
      name: 'reuse',
      flag: 'reuse',
      kind: BOOLEAN,
      input: true,
      description: 'Reuse',
    },
  },
} as const satisfies OptionGroup;
