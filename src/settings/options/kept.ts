import type { OptionGroup } from '../option.ts';
import { BOOLEAN, CHECK, FLAG_ONLY, ONE_RUN, PATH } from './usual.ts';

/** What an earlier run left, and what this one leaves for the next. */
export const KEPT = {
  title: 'What is kept between runs',
  rows: {
    cacheDir: {
      ...FLAG_ONLY,
      part: 'kept',
      name: 'cache-dir',
      flag: 'cache-dir',
      metavar: 'DIR',
      kind: PATH,
      commands: ['check', 'plan', 'audit'],
      preset: { shown: 'the user’s cache folder', text: '' },
      description: 'Folder for downloads, built wheels and measurements that are kept',
    },
    noCache: {
      ...FLAG_ONLY,
      part: 'kept',
      name: 'no-cache',
      flag: 'no-cache',
      kind: BOOLEAN,
      commands: ['check', 'plan', 'audit'],
      preset: 'false',
      description: 'Use nothing of earlier runs, and keep nothing for the next',
    },
    fresh: {
      ...ONE_RUN,
      part: 'kept',
      name: 'fresh',
      flag: 'fresh',
      kind: BOOLEAN,
      commands: CHECK,
      preset: 'false',
      reproduced: false,
      description:
        'Build and import everything, also where nothing has changed since an earlier run',
    },
  },
} as const satisfies OptionGroup;
