import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { validateMeasurement } from '../../../src/commands/documents/validate-measurements.ts';
import {
  packMeasurement,
  unpackMeasurement,
} from '../../../src/measure/reuse/stored-measurement.ts';
import { RECORDED, recorded, reportOf } from '../../support/recorded.ts';

const at = '2026-11-27T03:45:00.000Z';
const outside = { places: ['/etc/x'], stamp: 'ab' };

describe('packMeasurement()', () => {
  it.each(RECORDED)('%s: every measurement is the same afterwards', (name) => {
    for (const measurement of recorded(name).measurements) {
      const bytes = packMeasurement({ at, outside, measurement });
      expect(unpackMeasurement(bytes, validateMeasurement)).toEqual({ at, outside, measurement });
    }
  });
});

describe('a report of measurements that were kept', () => {
  const kept = (name: (typeof RECORDED)[number]) => {
    const run = recorded(name);
    const measurements = run.measurements.map((measurement) => {
      const stored = unpackMeasurement(
        packMeasurement({ at, outside, measurement }),
        validateMeasurement,
      );
      if (!stored) throw new Error('it was not kept');
      return stored.measurement;
    });
    return { ...run, measurements };
  };

  it.each(RECORDED)('%s: is the report of the run that made them, to the byte', (name) => {
    expect(reportOf(kept(name))).toBe(reportOf(recorded(name)));
  });

  // Only what ran is kept: a run in which nothing ran has nothing to take over.
  const ran = RECORDED.filter((name) =>
    recorded(name).measurements.some((one) => one.state.kind === 'ran'),
  );
  it.each(ran)('%s: says which were taken over, and nothing else differs', (name) => {
    const run = kept(name);
    const measurements = run.measurements.map((one) =>
      one.state.kind === 'ran' ? { ...one, reused: { at } } : one,
    );
    const report = JSON.parse(reportOf({ ...run, measurements }));
    expect(report.verdict).toMatch(
      /; all (proven|measured) by a run of 2026-11-27 03:45 UTC, nothing has changed/,
    );
    for (const one of report.combinations) delete one.reused;
    report.verdict = report.verdict.replace(/; all (proven|measured)[^;]*/, '');
    expect(report).toEqual(JSON.parse(reportOf(recorded(name))));
  });
});

describe('unpackMeasurement()', () => {
  const packed = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value));
  it.each([
    ['no archive', Buffer.from('{}')],
    ['no JSON', gzipSync('{')],
    ['a number', packed(7)],
    ['no table', packed({ value: { at, outside, measurement: {} } })],
    ['no time', packed({ value: { outside, measurement: {} }, shared: [] })],
    ['no word of what lies outside', packed({ value: { at, measurement: {} }, shared: [] })],
    [
      'another shape',
      packed({ value: { at, outside, measurement: { state: { kind: 'ran' } } }, shared: [] }),
    ],
    ['a reference into nowhere', packed({ value: { $shared: 3 }, shared: [] })],
  ])('takes %s for none', (_, bytes) => {
    expect(unpackMeasurement(bytes, validateMeasurement)).toBeUndefined();
  });
});
