import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { REPORT_SCHEMA } from '../../src/report/schema.ts';

it('the published schema is the one that reports are held to', () => {
  const published = readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(REPORT_SCHEMA)));
});
