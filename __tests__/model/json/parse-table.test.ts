import fc from 'fast-check';
import { measurementsJson } from '../../../src/model/json/measurements-json.ts';
import { parseTable } from '../../../src/model/json/parse-table.ts';
import { RECORDED, recorded, recordedText } from '../../support/recorded.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test.each(RECORDED)('%s: gives what parsing the whole text gives', (name) => {
  const text = recordedText(name);
  expect(parseTable(bytesOf(text))).toEqual(JSON.parse(text));
});

test.each([
  ['a table', '{"a":1,\n"shared":[\n1,\n{"b":"]}"}\n]}\n'],
  ['no line feed at the end', '{"a":1,\n"shared":[\n1\n]}'],
  ['text of many languages', '{"a":"é",\n"shared":[\n"日本",\n"😀"\n]}\n'],
  ['a name that is there twice', '{"shared":2,\n"shared":[\n1\n]}'],
  [
    'an entry that is longer than a piece',
    `{"a":1,\n"shared":[\n"${'x'.repeat(200_000)}",\n2\n]}\n`,
  ],
])('reads %s', (_, text) => {
  expect(parseTable(bytesOf(text))).toEqual(JSON.parse(text));
});

test.each([
  ['nothing', ''],
  ['an empty table', '{"a":1,\n"shared":[\n\n]}\n'],
  ['a table in one line', '{"a":1,"shared":[1]}'],
  ['a table inside', '{"a":{"b":1,\n"shared":[\n1\n]}}\n'],
  ['a field behind it', '{"a":1,\n"shared":[\n1\n],"b":2}\n'],
  ['half of it', '{"a":1,\n"shared":[\n1,\n'],
  ['no end', '{"a":1,\n"shared":[\n1\n'],
  ['two entries on a line', '{"a":1,\n"shared":[\n1,2\n]}\n'],
  ['no comma between', '{"a":1,\n"shared":[\n1\n2\n]}\n'],
  ['a comma too many', '{"a":1,\n"shared":[\n1,\n]}\n'],
  ['more behind the end', '{"a":1,\n"shared":[\n1\n]}\n]}\n'],
  ['no JSON in front', '{"a":,\n"shared":[\n1\n]}\n'],
])('leaves %s to whoever parses the whole', (_, text) => {
  expect(parseTable(bytesOf(text))).toBeUndefined();
});

test('a text that is changed anywhere is never read as something else', () => {
  const text = measurementsJson(recorded('my-extension'));
  const piece = fc.constantFrom('', '\n', ',', ']}', '"', '{', ',\n', '"shared":[\n', '1');
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(3), piece, (at, length, by) => {
      const other = text.slice(0, at) + by + text.slice(at + length);
      const found = parseTable(bytesOf(other));
      if (found !== undefined) expect(found).toEqual(JSON.parse(other));
    }),
    { numRuns: 300 },
  );
});
