import type { OptionGroup } from '../option.ts';
import { LINES, ONE_RUN, TEXT, USUAL, WORDS } from './usual.ts';

export const SUBJECT = {
  title: 'What is tested',
  rows: {
    mode: {
      ...ONE_RUN,
      part: 'request',
      name: 'mode',
      flag: null,
      kind: { type: 'choice', values: ['check', 'plan', 'merge', 'audit'] },
      preset: 'check',
      reproduced: false,
      description:
        'What to do: `check` runs the matrix, `plan` only shows what would run, and why, `merge` makes one report of the measurements of several runs, `audit` reads the bytes of `wheels`',
    },
    project: {
      ...ONE_RUN,
      part: 'request',
      name: 'project',
      flag: null,
      kind: TEXT,
      preset: '.',
      description: 'Folder of the source project to build and test',
    },
    wheels: {
      ...ONE_RUN,
      part: 'request',
      name: 'wheels',
      flag: 'wheel',
      metavar: 'GLOB',
      kind: { type: 'list', words: false, of: 'path' },
      description: 'Test built wheels instead of a source project',
    },
    packages: {
      ...ONE_RUN,
      part: 'request',
      name: 'packages',
      flag: 'package',
      metavar: 'REQ',
      kind: LINES,
      description:
        'Test packages from the index instead of a source project, such as `pandas==2.2.3`',
    },
    modules: {
      ...USUAL,
      part: 'run',
      name: 'modules',
      flag: 'module',
      metavar: 'GLOB',
      kind: WORDS,
      preset: { shown: 'all', text: '' },
      description: 'Compiled modules to test; `!glob` leaves some out',
    },
    dependencies: {
      ...USUAL,
      part: 'run',
      name: 'dependencies',
      flag: 'dependencies',
      metavar: 'WHICH',
      kind: { type: 'choice', values: ['none', 'direct', 'all'] },
      preset: 'none',
      description: 'Also test the compiled modules of dependencies: `none`, `direct` or `all`',
    },
    extras: {
      ...USUAL,
      part: 'subject',
      name: 'extras',
      flag: 'extra',
      metavar: 'NAME',
      kind: WORDS,
      description: 'Extras of the subject to install',
    },
  },
} as const satisfies OptionGroup;
