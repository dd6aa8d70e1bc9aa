import type { OptionGroup } from '../option.ts';
import { BOOLEAN, FLAG_ONLY, ONE_RUN, PATH, RUN } from './usual.ts';

const CACHE_MODES = ['auto', 'true', 'false'] as const;

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
      commands: ['check', 'plan', 'build', 'audit', 'cache'],
      preset: { shown: 'the user’s cache folder', text: '' },
      description: 'Folder for downloads, built wheels and measurements that are kept',
    },
    noCache: {
      ...FLAG_ONLY,
      part: 'kept',
      name: 'no-cache',
      flag: 'no-cache',
      kind: BOOLEAN,
      commands: ['check', 'plan', 'build', 'audit'],
      preset: 'false',
      description: 'Use nothing of earlier runs, and keep nothing for the next',
    },
    cache: {
      ...ONE_RUN,
      part: 'kept',
      name: 'cache',
      flag: null,
      kind: { type: 'choice', values: CACHE_MODES },
      commands: RUN,
      preset: 'auto',
      reproduced: false,
      description:
        'Keep built wheels and measurements in the workflow’s cache: `auto` (neither for releases nor for tags; read-only where a stranger’s code may run), `true` (also for those) or `false`',
    },
    fresh: {
      ...ONE_RUN,
      part: 'kept',
      name: 'fresh',
      flag: 'fresh',
      kind: BOOLEAN,
      commands: ['check', 'build'],
      preset: 'false',
      reproduced: false,
      description:
        'Build and import everything, also where nothing has changed since an earlier run',
    },
  },
} as const satisfies OptionGroup;
