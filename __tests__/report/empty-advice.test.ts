import { expect, test } from '@jest/globals';
import { emptyAdvice } from '../../src/report/empty-advice.ts';

test.each([
  ['terminal', [], /--allow-empty.*--dependencies direct/],
  ['action', ['a shared library, no module'], /: allow-empty.*dependencies: direct/],
  ['terminal', ['not in the module list'], /^There are compiled modules, and --module /],
  ['action', ['excluded by "!pkg"'], /and modules leaves out all/],
] as const)('%s, where %j was not tested', (door, reasons, advice) => {
  expect(
    emptyAdvice(
      reasons.map((reason) => ({ reason })),
      door,
    ),
  ).toMatch(advice);
});
