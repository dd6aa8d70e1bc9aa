import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse, stringify } from 'smol-toml';
import { tomlPositions } from '../../../src/packaging/pyproject/toml-positions.ts';

const places = (text: string) =>
  tomlPositions(text).map(
    (one) => `${one.path.join('/')}@${one.line}${one.value === null ? '' : `=${one.value}`}`,
  );

describe('tomlPositions()', () => {
  it.each([
    ['a = ["x", # c ]\n"y"]', ['a@1', 'a/0@1=x', 'a/1@2=y']],
    ['[a."b.c"]\nd.e = 1', ['a/b.c@1', 'a/b.c/d/e@2']],
    ['[[p]]\nn="1"\n[p.x]\n[[p]]\nn="2"', ['p/0@1', 'p/0/n@2=1', 'p/0/x@3', 'p/1@4', 'p/1/n@5=2']],
    ['a = """\n1 " ""\n"""\nb = \'\'\'x\n\'\'\'\nc = "z"', ['a@1=1 " ""\n', 'b@4=x\n', 'c@6=z']],
    [
      'a = [{n = "x", s = ["]"]},\n {n = "y"}]',
      ['a@1', 'a/0@1', 'a/0/n@1=x', 'a/0/s@1', 'a/0/s/0@1=]', 'a/1@2', 'a/1/n@2=y'],
    ],
    ['a = "\\"]\\u0041"\r\nb = \'\\\'', ['a@1="]A', 'b@2=\\']],
    ['a = [\nb = 2\n[c]\n', expect.anything()],
    ['= = =\n"\n[', expect.anything()],
  ])('%j', (text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it('finds every string that a real parser finds, with the same value', () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.array(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), { minLength: 1 }),
    );
    const key = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(fc.dictionary(key, fc.oneof(value, fc.dictionary(key, value))), (data) => {
        const text = stringify(data);
        const found = tomlPositions(text).flatMap((one) =>
          one.value === null ? [] : [[one.path, one.value]],
        );
        expect(found.sort()).toEqual(strings(parse(text), []).sort());
      }),
    );
  });
});

function strings(
  value: unknown,
  path: readonly string[],
): (readonly [readonly string[], string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => strings(one, [...path, key]));
}
