import type { OptionGroup } from '../option.ts';
import { USUAL, WORDS } from './usual.ts';

export const INSTALLATION = {
  title: 'How it is built and installed',
  rows: {
    buildNumpy: {
      ...USUAL,
      part: 'subject',
      name: 'build-numpy',
      flag: 'build-numpy',
      metavar: 'SPEC',
      kind: { type: 'numpy' },
      description: 'NumPy to build against: a release, a minor, a range, `oldest` or `latest`',
    },
    constraints: {
      ...USUAL,
      part: 'subject',
      name: 'constraints',
      flag: 'constraint',
      metavar: 'FILE',
      kind: { type: 'list', words: false, of: 'file' },
      description: 'Constraints, requirements or lock file for every installation',
    },
    environment: {
      ...USUAL,
      part: 'run',
      name: 'environment',
      flag: 'environment',
      metavar: 'NAME',
      kind: WORDS,
      description: 'Environment variables that probes may see, besides PATH and the like',
    },
  },
} as const satisfies OptionGroup;
