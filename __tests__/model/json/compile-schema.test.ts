import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { compileSchema } from '../../../src/model/json/compile-schema.ts';
import { MEASUREMENTS_SCHEMA } from '../../../src/model/json/measurements-schema.ts';
import { PLAN_SCHEMA } from '../../../src/model/json/plan-schema.ts';
import { recorded } from '../../support/recorded.ts';

test.each<[object, unknown, string | undefined]>([
  [{ type: 'string' }, 'a', undefined],
  [{ type: 'string' }, 1, '#: it is no string'],
  [{ type: ['string', 'null'] }, null, undefined],
  [{ type: ['string', 'null'] }, [], '#: it is no string or null'],
  [{ const: 1 }, 2, '#: it is none of 1'],
  [{ enum: ['a', 'b'] }, 'c', '#: it is none of "a", "b"'],
  [{ type: 'object', required: ['a'] }, {}, '#: "a" is missing'],
  [{ type: 'object', required: ['toString'] }, {}, '#: "toString" is missing'],
  [{ properties: { a: { type: 'number' } } }, { a: 'x' }, '#/a: it is no number'],
  [{ additionalProperties: { type: 'number' } }, { 'x/y~': [] }, '#/x~1y~0: it is no number'],
  [{ items: { items: { type: 'null' } } }, [[], [null, 0]], '#/1/1: it is no null'],
  [{ anyOf: [{ type: 'null' }, { required: ['a'] }] }, {}, '#: "a" is missing'],
])('%j of %j', (schema, value, problem) => {
  expect(compileSchema(schema)(value)).toBe(problem);
});

test('a keyword that would not be held to is an error', () => {
  expect(() => compileSchema({ properties: { a: { minimum: 1 } } })).toThrow('"minimum"');
});

describe('what a document shares', () => {
  const check = compileSchema({
    type: 'object',
    properties: {
      list: { type: 'array', items: { type: 'object', required: ['a'] } },
      sums: { type: 'object', additionalProperties: { type: 'number' } },
      text: { type: 'string' },
    },
    required: ['list'],
  });
  const at = (place: number) => ({ $shared: place });

  test.each<[unknown, readonly unknown[], string | undefined]>([
    [{ list: [at(0), at(0)] }, [{ a: 1 }], undefined],
    [{ list: [at(0), at(1)] }, [{ a: 1 }, {}], '#/list/1: "a" is missing'],
    [{ list: at(1) }, [{ a: 1 }, [at(0), {}]], '#/list/1: "a" is missing'],
    [{ list: [at(0)], text: at(1) }, [{ a: 1 }, 'x'], undefined],
    [{ list: [], text: at(0) }, [{ a: 1 }], '#/text: it is no string'],
    // Good in one place is not good in another.
    [{ list: [at(0)], sums: at(0) }, [{ a: 'x' }], '#/sums/a: it is no number'],
    // What it refers to by way of another reference counts, not that it looks like a table of sums.
    [{ list: [], sums: at(1) }, [['x'], at(0)], '#/sums: it is no object'],
    [{ list: [], sums: at(1) }, [{ b: 1 }, at(0)], undefined],
    [{ list: [], sums: { $shared: 'x' } }, [], '#/sums/$shared: it is no number'],
  ])('%j with %j', (value, shared, problem) => {
    expect(check(value, shared)).toBe(problem);
    // No memory of an earlier document.
    expect(check({ list: [at(0)] }, [{}])).toBe('#/list/0: "a" is missing');
  });

  test.each([
    [{ list: at(0) }, []],
    [{ list: at(-1) }, [[]]],
    [{ list: at(0.5) }, [[]]],
    [{ list: at(0) }, [[at(0)]]],
    [{ list: at(0) }, [at(1), []]],
  ])('a reference that leads nowhere: %j with %j', (value, shared) => {
    expect(() => check(value, shared)).toThrow(RangeError);
  });

  test('a table that doubles with each entry is looked at once for each', () => {
    const doubling = Array.from({ length: 200 }, (_, place) =>
      place === 0 ? [] : [at(place - 1), at(place - 1)],
    );
    const lists = { type: 'array', items: {} as object };
    const deep = Array.from({ length: 150 }).reduce<object>(
      (inner) => ({ type: 'array', items: inner }),
      lists,
    );
    expect(compileSchema(deep)(at(199), doubling)).toBeUndefined();
  });
});

/** Every place below a value, as the names that lead there. */
function placesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, one]) => placesOf(one, [...path, name]))];
}

/** A copy with another value at a place; undefined takes it away. */
function changed(value: unknown, [name, ...more]: readonly string[], by: unknown): unknown {
  if (name === undefined) return by;
  const copy = structuredClone(value) as Record<string, unknown>;
  const inner = changed(copy[name], more, by);
  if (inner === undefined && !Array.isArray(copy)) delete copy[name];
  else copy[name] = inner ?? null;
  return copy;
}

test('says the same as a library of documents that were changed anywhere', () => {
  const document: unknown = JSON.parse(JSON.stringify(recorded('my-extension')));
  const ajv = new Ajv2020({ strict: false });
  const check = compileSchema(MEASUREMENTS_SCHEMA);
  const library = ajv.compile(MEASUREMENTS_SCHEMA);
  expect(check(document)).toBeUndefined();
  expect(library(document)).toBe(true);
  const places = placesOf(document);
  const value = fc.constantFrom(undefined, null, 0, '', 'x', [], {}, true, ['x'], { kind: 'ran' });
  fc.assert(
    fc.property(fc.constantFrom(...places), value, (place, by) => {
      const other = changed(document, place, by);
      expect(check(other) === undefined).toBe(library(other));
    }),
    { numRuns: 400 },
  );
});

test('the schema of plans has no other keyword either', () => {
  expect(() => compileSchema(PLAN_SCHEMA)).not.toThrow();
});
