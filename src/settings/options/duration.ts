import type { Machine, OptionGroup } from '../option.ts';
import { BOOLEAN, USUAL } from './usual.ts';

export const DURATION = {
  title: 'How long it takes',
  rows: {
    jobs: {
      ...USUAL,
      part: 'run',
      name: 'jobs',
      flag: 'jobs',
      short: 'j',
      metavar: 'N',
      kind: { type: 'integer', min: 1, max: 1024 },
      preset: { shown: 'cores', text: ({ cores }: Machine) => String(Math.max(1, cores)) },
      reproduced: false,
      description: 'Probes that run at the same time',
    },
    budgetMinutes: {
      ...USUAL,
      part: 'run',
      name: 'budget',
      flag: 'budget',
      metavar: 'TIME',
      kind: { type: 'duration', unit: 'min', min: 0.01, max: 1_440 },
      preset: '30',
      reproduced: false,
      description: 'Minutes after which no further Python is started; what is left is skipped',
    },
    failFast: {
      ...USUAL,
      part: 'run',
      name: 'fail-fast',
      flag: 'fail-fast',
      kind: BOOLEAN,
      preset: 'false',
      reproduced: false,
      description: 'Stop at the first failing combination; what is left is reported as skipped',
    },
  },
} as const satisfies OptionGroup;
