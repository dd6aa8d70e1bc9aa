import type { OptionGroup } from '../option.ts';
import { CHECK, FILTERS, ONE_RUN, PATH, REPORTING, USUAL } from './usual.ts';

export const FIRST = {
  title: 'The five that matter first',
  rows: {
    pythons: {
      ...USUAL,
      part: 'axes',
      name: 'python-version',
      flag: 'python',
      metavar: 'SPEC',
      kind: { type: 'list', words: true, of: 'python' },
      preset: 'auto',
      reproduced: false,
      description:
        'Pythons: `auto` (all that requires-python allows), `3.12`, `3.12.4`, `3.x`, `>=3.10`, `3.14t`, `3.15-dev`, `pypy3.10` or a path',
    },
    numpys: {
      ...USUAL,
      part: 'axes',
      name: 'numpy-version',
      flag: 'numpy',
      metavar: 'SPEC',
      kind: { type: 'list', words: true, of: 'numpy' },
      preset: 'auto',
      reproduced: false,
      description:
        'NumPys: `auto` (every minor release from the declared floor on), `oldest`, `latest`, `edges`, `1.26`, `2.0.2`, `>=1.23,<2.3`, `prerelease`, `nightly`, `spec0` or `none`',
    },
    smoke: {
      ...USUAL,
      part: 'run',
      name: 'smoke',
      flag: 'smoke',
      metavar: 'FILE',
      kind: { type: 'script' },
      commands: CHECK,
      description: 'Python script to run after the imports, in a fresh process per combination',
      inputDescription:
        'Python code, or the path of a script, to run after the imports, in a fresh process per combination',
    },
    knownFailures: {
      ...USUAL,
      part: 'run',
      name: 'known-failures',
      flag: 'known-failure',
      metavar: 'LINE',
      kind: FILTERS,
      description:
        'Failures to accept, such as `numpy<1.23 module=pkg._x: reason`; without `module=` also that the build or the installation fails; one that passes turns red',
    },
    reportDir: {
      ...ONE_RUN,
      part: 'output',
      name: 'report-dir',
      flag: 'report-dir',
      metavar: 'DIR',
      kind: PATH,
      commands: REPORTING,
      reproduced: false,
      description: 'Folder for the report in every format; made where it does not exist',
    },
  },
} as const satisfies OptionGroup;
