import { expect, test } from '@jest/globals';
import { emptyAdvice } from '../../src/report/empty-advice.ts';

test.each([
  ['terminal', [], /--allow-empty.*--dependencies direct/],
  ['action', [{}], /: allow-empty.*dependencies: direct/],
  ['terminal', [{ kind: 'left-out' }], /^There are compiled modules, and --module /],
  ['action', [{}, { kind: 'left-out' }], /and modules leaves out all/],
] as const)('%s, where %j was not tested', (door, notTested, advice) => {
  expect(emptyAdvice(notTested, door)).toMatch(advice);
});
