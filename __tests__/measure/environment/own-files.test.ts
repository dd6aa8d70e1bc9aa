import { outermost } from '../../../src/measure/environment/own-files.ts';

const NUMPY = [
  'lib/site-packages/numpy/__init__.py',
  'lib/site-packages/numpy/core/a.so',
  'lib/site-packages/numpy-2.0.dist-info/RECORD',
  'bin/f2py',
];
const REST = ['bin', 'bin/python', 'lib', 'lib/site-packages', 'lib/site-packages/six.py'];

it.each<[string, readonly string[], readonly string[], readonly string[]]>([
  [
    'whole folders, and a file among others',
    NUMPY,
    REST,
    ['lib/site-packages/numpy', 'lib/site-packages/numpy-2.0.dist-info', 'bin/f2py'],
  ],
  [
    'not a folder that holds a file of another',
    NUMPY.slice(0, 2),
    [...REST, 'lib/site-packages/numpy/other.py'],
    ['lib/site-packages/numpy/__init__.py', 'lib/site-packages/numpy/core'],
  ],
  [
    'not a folder that holds an empty folder of another',
    NUMPY.slice(0, 2),
    [...REST, 'lib/site-packages/numpy/plugins'],
    ['lib/site-packages/numpy/__init__.py', 'lib/site-packages/numpy/core'],
  ],
  ['all there is', NUMPY, [], ['lib', 'bin']],
  ['nothing', [], REST, []],
])('outermost() gives %s', (_, files, others, expected) => {
  expect(outermost(files, others)).toEqual(expected);
});
