import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { compileSchema } from '../../src/model/compile-schema.ts';
import { MEASUREMENTS_SCHEMA } from '../../src/model/measurements-schema.ts';
import { PLAN_SCHEMA } from '../../src/model/plan-schema.ts';
import { recorded } from '../support/recorded.ts';

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

test('what stands in many places is looked at once, and a bad one is never good', () => {
  const check = compileSchema({ items: { type: 'object', required: ['a'] } });
  const [good, bad] = [{ a: 1 }, {}];
  expect(check([good, good])).toBeUndefined();
  expect(check([good, bad])).toBe('#/1: "a" is missing');
  expect(check([bad])).toBe('#/0: "a" is missing');
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
