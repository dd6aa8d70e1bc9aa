import { expect, test } from '@jest/globals';
import { emptyAdvice } from '../../src/report/empty-advice.ts';

test.each([
  ['terminal', 'empty', [], /--allow-empty.*--dependencies direct/],
  ['action', 'empty', [{}], /: allow-empty.*dependencies: direct/],
  ['terminal', 'empty', [{ kind: 'left-out' }], /^There are compiled modules, and --module /],
  ['action', 'empty', [{}, { kind: 'left-out' }], /and modules leaves out all/],
  ['action', 'excluded', [], /^null$/],
] as const)('%s, where all is %s and %j was not tested', (door, verdict, notTested, advice) => {
  expect(String(emptyAdvice({ combinations: [{ verdict }], notTested }, door))).toMatch(advice);
});
