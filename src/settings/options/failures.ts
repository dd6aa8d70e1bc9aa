import { FAIL_ON } from '../../model/config.ts';
import type { OptionGroup } from '../option.ts';
import { BOOLEAN, CHECK, USUAL } from './usual.ts';

export const FAILURES = {
  title: 'What counts as a failure',
  rows: {
    failOn: {
      ...USUAL,
      part: 'run',
      name: 'fail-on',
      commands: ['check', 'plan', 'merge', 'audit'],
      flag: 'fail-on',
      metavar: 'LEVEL',
      kind: { type: 'choice', values: FAIL_ON },
      preset: 'error',
      description: 'The mildest finding that fails the run: `error`, `warning` or `never`',
    },
    allowEmpty: {
      ...USUAL,
      part: 'run',
      name: 'allow-empty',
      flag: 'allow-empty',
      kind: BOOLEAN,
      preset: 'false',
      description: 'Accept a subject without any compiled module',
    },
    compare: {
      ...USUAL,
      part: 'run',
      name: 'compare',
      flag: 'compare',
      kind: BOOLEAN,
      commands: CHECK,
      preset: 'false',
      description: 'Also compare what the smoke code prints across the combinations',
    },
    tolerance: {
      ...USUAL,
      part: 'run',
      name: 'tolerance',
      flag: 'tolerance',
      metavar: 'X',
      kind: { type: 'number', min: 0, max: 1 },
      commands: CHECK,
      preset: '1e-9',
      description: 'Relative difference of numbers that `compare` accepts',
    },
    timeoutSeconds: {
      ...USUAL,
      part: 'run',
      name: 'timeout',
      flag: 'timeout',
      metavar: 'TIME',
      kind: { type: 'duration', unit: 's', min: 1, max: 86_400 },
      preset: '60',
      description: 'Limit for each probe, in seconds (or `2min`)',
    },
    isolation: {
      ...USUAL,
      part: 'run',
      name: 'isolation',
      flag: 'isolation',
      metavar: 'HOW',
      kind: { type: 'choice', values: ['shared', 'module'] },
      preset: 'shared',
      description:
        '`shared`: modules share a process where that cannot change the answer; `module`: one process each',
    },
  },
} as const satisfies OptionGroup;
