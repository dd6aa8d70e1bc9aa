import { METADATA } from '../../model/config.ts';
import type { OptionGroup } from '../option.ts';
import { BOOLEAN, FILTERS, USUAL } from './usual.ts';

export const COMBINATIONS = {
  title: 'Which combinations',
  rows: {
    include: {
      ...USUAL,
      part: 'axes',
      name: 'include',
      flag: 'include',
      metavar: 'LINE',
      kind: FILTERS,
      reproduced: false,
      description: 'Run only the combinations that match a line such as `python=3.12 numpy<1.26`',
    },
    exclude: {
      ...USUAL,
      part: 'axes',
      name: 'exclude',
      flag: 'exclude',
      metavar: 'LINE',
      kind: FILTERS,
      reproduced: false,
      description: 'Leave out the combinations that match a line such as `python=3.12 numpy<1.26`',
    },
    metadata: {
      ...USUAL,
      part: 'subject',
      name: 'metadata',
      flag: 'metadata',
      metavar: 'HOW',
      kind: { type: 'choice', values: METADATA },
      preset: 'respect',
      description:
        'The NumPy requirement: `respect` it; `ignore` the subject’s own; `ignore-all` overrides everybody’s',
    },
    bisect: {
      ...USUAL,
      part: 'run',
      name: 'bisect',
      flag: 'bisect',
      kind: BOOLEAN,
      preset: 'false',
      reproduced: false,
      description: 'Narrow a failure down to the first NumPy release that fails',
    },
  },
} as const satisfies OptionGroup;
