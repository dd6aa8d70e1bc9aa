import { headline, withoutSitePackages } from '../../src/escape/plain-text.ts';

it.each([
  [
    "cannot import name 'x' (/tmp/r-1/py3.11/env/lib/python3.11/site-packages/a/__init__.py)",
    "cannot import name 'x' (a/__init__.py)",
  ],
  ['C:\\t\\env\\Lib\\site-packages\\a\\_x.pyd: bad', 'a\\_x.pyd: bad'],
  ['/usr/lib/libm.so.6: undefined symbol: f', '/usr/lib/libm.so.6: undefined symbol: f'],
  ['two: /v/site-packages/a, /w/site-packages/b', 'two: a, b'],
])('leaves the environment out of %s', (text, expected) => {
  expect(withoutSitePackages(text)).toBe(expected);
});

it('takes the first line of a message, whatever ends it', () => {
  expect(headline('\n  one\r::error::two\nthree')).toBe('one');
  expect(headline('x'.repeat(200), 10)).toBe('xxxxxxxxx…');
});
