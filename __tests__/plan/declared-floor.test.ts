import { expect, test } from '@jest/globals';
import { parseRequirement } from '../../src/packaging/requirements.ts';
import { declaredFloor } from '../../src/plan/declared-range.ts';

const releases = ['1.25.2', '1.26.4', '2.0.0rc1', '2.0.0'].map((version) => ({
  version,
  prerelease: version.includes('rc'),
}));
const pythons = ['3.11', '3.12'].map((label) => ({
  label,
  interpreter: { markers: { python_version: label } },
}));

test.each<[string, readonly string[], string | null]>([
  ['the oldest that any Python allows', ['numpy>=1.26'], '1.26.4'],
  ['a final release, whatever the bound names', ['numpy>=2.0.0rc1'], '2.0.0'],
  ['none without a lower bound', ['numpy<2'], null],
  [
    'none where one Python has no lower bound',
    ['numpy>=1.26; python_version < "3.12"', 'numpy; python_version >= "3.12"'],
    null,
  ],
])('the declared floor is %s', (_, lines, floor) => {
  const facts = { name: 'pkg', version: '1.0', extras: [], wheels: null };
  const subject = { ...facts, requirements: lines.map(parseRequirement) };
  expect(declaredFloor([subject] as never, pythons as never, releases as never)).toBe(floor);
});
