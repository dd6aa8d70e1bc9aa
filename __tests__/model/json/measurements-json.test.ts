import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { validateMeasurements } from '../../../src/commands/documents/validate-measurements.ts';
import {
  measurementsJson,
  readMeasurementsJson,
} from '../../../src/model/json/measurements-json.ts';
import { MEASUREMENTS_SCHEMA } from '../../../src/model/json/measurements-schema.ts';
import { RECORDED, recorded, recordedText } from '../../support/recorded.ts';

describe('measurementsJson()', () => {
  it.each(RECORDED)('%s: reads back what it wrote, and writes the same again', (name) => {
    const document = recorded(name);
    const text = measurementsJson(document);
    expect(readMeasurementsJson(text, validateMeasurements)).toEqual({
      kind: 'measurements',
      document,
    });
    expect(readMeasurementsJson(new TextEncoder().encode(text), validateMeasurements)).toEqual({
      kind: 'measurements',
      document,
    });
    expect(measurementsJson(structuredClone(document))).toBe(text);
  });

  it.each(RECORDED)('%s: holds to the published schema, by another validator', (name) => {
    const validate = new Ajv2020({ strict: false }).compile(MEASUREMENTS_SCHEMA);
    const valid = validate(recorded(name));
    expect(validate.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('writes what repeats once', () => {
    const document = recorded('my-extension');
    const [first] = document.measurements;
    if (!first) throw new Error('nothing was recorded');
    const many = Array.from({ length: 100 }, () => structuredClone(first));
    const one = measurementsJson({ ...document, measurements: [first] }).length;
    const all = measurementsJson({ ...document, measurements: many }).length;
    expect(all).toBeLessThan(one * 10);
  });

  it('names no folder of the machine that measured', () => {
    for (const name of RECORDED) expect(recordedText(name)).not.toMatch(/\/tmp\/|\/home\//);
  });
});

describe('readMeasurementsJson()', () => {
  const good = recordedText('my-extension');
  const without = (key: string) => {
    const { [key]: _, ...rest } = JSON.parse(good);
    return JSON.stringify(rest);
  };
  it.each([
    ['nothing', '', /no JSON/],
    ['half of it', good.slice(0, good.length / 2), /no JSON/],
    ['a list', '[]', /no measurements file/],
    ['a report', '{"schema":1,"subject":{}}', /no measurements file/],
    ['another schema', good.replace('"schema":1', '"schema":2'), /its schema is 2/],
    ['no table', without('shared'), /table of shared values/],
    ['no plan', without('plan'), /plan/],
    [
      'a reference into nowhere',
      good.replace(/\{"\$shared":\d+\}/, '{"$shared":99999}'),
      /nowhere/,
    ],
    ['a number for an outcome', good.replaceAll('"kind":"imported"', '"kind":7'), /schema/],
  ])('refuses %s', (_, text, reason) => {
    const read = readMeasurementsJson(text, validateMeasurements);
    expect(read).toMatchObject({ kind: 'problem', reason: expect.stringMatching(reason) });
    const bytes = new TextEncoder().encode(text);
    expect(readMeasurementsJson(bytes, validateMeasurements)).toEqual(read);
  });
});
