import { moduleFolders } from '../../src/model/module-folders.ts';

it.each([
  ['a.b._x', '/site/a/b/_x.so', ['a', 'b']],
  ['_x', '/site/_x.so', []],
  ['a.v1.2._x', '/site/a/v1.2/_x.so', ['a', 'v1.2']],
  [
    'a.lib.python3.12._x',
    '/lib/python3.12/site/a/lib/python3.12/_x.so',
    ['a', 'lib', 'python3.12'],
  ],
  ['a.v1.2._x', 'C:\\site\\a\\v1.2\\_x.pyd', ['a', 'v1.2']],
  ['a.b', '/site/a/b/__init__.so', ['a']],
])('%s of %s', (name, path, folders) => {
  expect(moduleFolders({ name, path })).toEqual(folders);
});
