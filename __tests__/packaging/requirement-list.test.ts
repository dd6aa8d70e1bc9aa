import { expect, it } from '@jest/globals';
import { parseRequirementList } from '../../src/packaging/requirement-list.ts';

it.each<[string, readonly string[]]>([
  ['pandas\nSciPy\n', ['pandas', 'scipy']],
  ['\uFEFFpandas\r\n\r\n# none\r\nh5py == 3.1  # pinned\r\n', ['pandas', 'h5py==3.1']],
  ['pandas[all]>=2 ; python_version > "3.8"', ['pandas>=2']],
  ['scikit_learn\nScikit.Learn', ['scikit-learn']],
  ['--index-url https://host/simple\nh5py==3.1 \\\n    --hash=sha256:00', ['h5py==3.1']],
  ['', []],
])('reads %j', (text, expected) => {
  const { requirements, problems } = parseRequirementList(text, 'list');
  expect(requirements.map((one) => one.text)).toEqual(expected);
  expect(problems).toEqual([]);
});

it.each([
  '-e .',
  '-r other.txt',
  './pkg',
  'pkg @ https://host/pkg.whl',
  'https://host/pkg.whl',
  '../x.whl',
  'two words',
  'pkg=1.0',
])('says that %j names no package', (line) => {
  const { requirements, problems } = parseRequirementList(`numpy\n${line}\n`, 'list');
  expect(requirements.map((one) => one.text)).toEqual(['numpy']);
  expect(problems).toEqual([`list, line 2: ${JSON.stringify(line)} names no package of an index`]);
});
