import type { OptionGroup } from '../option.ts';
import { ASKING, LINES, TEXT, USUAL } from './usual.ts';

export const INDEX_PLACES = {
  title: 'Where packages come from',
  rows: {
    indexUrl: {
      ...USUAL,
      part: 'index',
      name: 'index-url',
      commands: ASKING,
      flag: 'index-url',
      metavar: 'URL',
      kind: TEXT,
      preset: { shown: 'uv’s', text: '' },
      description: 'Package index to use instead of the configured one',
    },
    extraIndexUrls: {
      ...USUAL,
      part: 'index',
      name: 'extra-index-url',
      commands: ASKING,
      flag: 'extra-index-url',
      metavar: 'URL',
      kind: LINES,
      description: 'Further package index',
    },
    findLinks: {
      ...USUAL,
      part: 'index',
      name: 'find-links',
      commands: ASKING,
      flag: 'find-links',
      metavar: 'PLACE',
      kind: { type: 'list', words: false, of: 'place' },
      description: 'Folder or page with further wheels',
    },
    nightlyIndex: {
      ...USUAL,
      part: 'index',
      name: 'nightly-index',
      flag: 'nightly-index',
      metavar: 'URL',
      kind: TEXT,
      description: 'Index that has the wheels for the NumPy spec `nightly`, which needs it',
    },
  },
} as const satisfies OptionGroup;
