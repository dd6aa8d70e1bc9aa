import type { Rows } from '../option.ts';
import { FLAG_ONLY, PATH, REPORTING } from './usual.ts';

/** A file to write the report to in one form, by the name of the form. */
export const REPORTS = {
  html: {
    ...FLAG_ONLY,
    name: 'html',
    flag: 'html',
    metavar: 'FILE',
    kind: PATH,
    commands: REPORTING,
    description: 'Write the report as one HTML page to explore',
  },
  sarif: {
    ...FLAG_ONLY,
    name: 'sarif',
    flag: 'sarif',
    metavar: 'FILE',
    kind: PATH,
    commands: ['check', 'merge', 'audit'],
    description: 'Write the findings as SARIF 2.1.0, for code scanning',
  },
  junit: {
    ...FLAG_ONLY,
    name: 'junit',
    flag: 'junit',
    metavar: 'FILE',
    kind: PATH,
    commands: REPORTING,
    description: 'Write one test case per module and combination as JUnit XML',
  },
  markdown: {
    ...FLAG_ONLY,
    name: 'markdown',
    flag: 'markdown',
    metavar: 'FILE',
    kind: PATH,
    commands: REPORTING,
    description: 'Write a short Markdown text for a release page',
  },
  'code-quality': {
    ...FLAG_ONLY,
    name: 'code-quality',
    flag: 'code-quality',
    metavar: 'FILE',
    kind: PATH,
    commands: REPORTING,
    description: 'Write the findings as GitLab’s Code Quality JSON',
  },
  badge: {
    ...FLAG_ONLY,
    name: 'badge',
    flag: 'badge',
    metavar: 'FILE',
    kind: PATH,
    commands: REPORTING,
    description: 'Write a shields.io endpoint that says which NumPys are proven',
  },
} as const satisfies Rows;
