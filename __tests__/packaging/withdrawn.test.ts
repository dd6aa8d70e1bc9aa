import type { IndexFile } from '../../src/packaging/index-project.ts';
import { tellWithdrawn, withdrawn } from '../../src/packaging/withdrawn.ts';

const file = (version: string, yanked: IndexFile['yanked'], tail = 'py3-none-any.whl') =>
  ({
    filename: `a-${version}-${tail}`,
    version,
    isWheel: true,
    tags: ['py3-none-any'],
    requiresPython: null,
    yanked,
    uploadTime: null,
    url: 'file:///a',
    sha256: null,
    coreMetadata: false,
  }) satisfies IndexFile;

const files = [
  file('1.0', 'Reported segfaults.'),
  file('1.0', true, 'cp311-cp311-linux_x86_64.whl'),
  file('1.1', true),
  file('1.2rc1', false),
  file('1.2', false),
  file('1.3', 'one of two'),
  file('1.3', false, 'cp311-cp311-linux_x86_64.whl'),
  file('2.0', true),
];

test.each([
  [
    '1.0',
    'a 1.0 was withdrawn from the index (yanked): Reported segfaults. The next release is 1.2',
  ],
  ['1.1', 'a 1.1 was withdrawn from the index (yanked). The next release is 1.2'],
  ['2.0', 'a 2.0 was withdrawn from the index (yanked)'],
  ['1.2', null],
  ['1.3', null],
  ['9.9', null],
])('%s', (version, sentence) => {
  const found = withdrawn('a', version, files);
  expect(found === undefined ? null : tellWithdrawn(found)).toBe(sentence);
});
