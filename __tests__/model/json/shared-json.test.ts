import { withShared } from '../../../src/model/json/shared-json.ts';

test('references become the same objects, also in the table itself', () => {
  const shared = [{ a: 'x' }, { b: [{ $shared: 0 }] }];
  const value = JSON.parse('[{"$shared":1},{"c":{"$shared":0}},{"$shared":1}]');
  const found = withShared(value, shared) as [{ b: [object] }, { c: object }, object];
  expect(found).toEqual([{ b: [{ a: 'x' }] }, { c: { a: 'x' } }, { b: [{ a: 'x' }] }]);
  expect(found[0]).toBe(found[2]);
  expect(found[0].b[0]).toBe(found[1].c);
});

test('a field that is called as the prototype is a field', () => {
  const value = JSON.parse('{"__proto__":{"$shared":0},"a":1}');
  const found = withShared(value, [{ polluted: true }]) as object;
  expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
  expect(Object.hasOwn(found, '__proto__')).toBe(true);
});

test.each([1, -1, 0.5, 7])('a reference to %d in a table of one leads nowhere', (place) => {
  expect(() => withShared({ a: { $shared: place } }, ['x'])).toThrow(RangeError);
});
