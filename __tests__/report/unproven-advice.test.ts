import { expect, test } from '@jest/globals';
import { unprovenAdvice } from '../../src/report/unproven-advice.ts';

test.each([
  ['terminal', 'empty', [], /--allow-empty.*--dependencies direct/],
  ['action', 'empty', [{}], /: allow-empty.*dependencies: direct/],
  ['terminal', 'empty', [{ kind: 'left-out' }], /^There are compiled modules, and --module /],
  ['action', 'empty', [{}, { kind: 'left-out' }], /and modules leaves out all/],
  ['action', 'doubtful', [], /the warnings say why.*a line of known-failures$/],
  ['terminal', 'doubtful', [], /--known-failure$/],
  ['action', 'excluded', [], /^null$/],
] as const)('%s, where all is %s and %j was not tested', (door, verdict, notTested, advice) => {
  expect(String(unprovenAdvice({ combinations: [{ verdict }], notTested }, door))).toMatch(advice);
});
