import { expect, it } from '@jest/globals';
import { setUpFailures } from '../../src/report/set-up-failures.ts';
import { combination, setUpErrors } from '../support/reports.ts';

const failed = (python: string, numpy: string, reason: string, cause: string) =>
  combination(python, numpy, 'error', { setUp: 'no-interpreter', reason, cause });

const missing = (python: string, numpy: string) =>
  failed(python, numpy, `Python ${python} is not on this machine.`, 'Python 3 is not on this …');

it.each([
  ['one Python', [missing('3.14', '2.3.2'), missing('3.14', '2.5.5')], [['3.14', 2]]],
  [
    'two Pythons that fail alike: both are named',
    [missing('3.14', '2.3.2'), missing('3.15', '2.5.5'), missing('3.15', '2.5.4')],
    [['3.14', 3]],
  ],
])('%s', (_name, combinations, expected) => {
  const found = setUpFailures({ ...setUpErrors(), combinations });
  expect(found.map((one) => [/3\.\d+/.exec(one.reason)?.[0], one.combinations.length])).toEqual(
    expected,
  );
  for (const { label } of combinations) expect(found[0]?.reason).toContain(`Python ${label}`);
});

it('says nothing of other Pythons where all say the same words', () => {
  const alike = (python: string) => failed(python, '2.0.2', 'no network', 'no network');
  const found = setUpFailures({ ...setUpErrors(), combinations: [alike('3.11'), alike('3.12')] });
  expect(found.map(({ reason }) => reason)).toEqual(['no network']);
});
