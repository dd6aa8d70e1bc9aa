import { describe, expect, it } from '@jest/globals';
import { NOTHING_SEEN } from '../../src/model/nothing-seen.ts';
import type { Observation } from '../../src/model/observation.ts';
import { evidenceOf, hasEvidence, placeless } from '../../src/report/evidence.ts';
import { createEvidenceTable } from '../../src/report/evidence-table.ts';

const quiet: Observation = {
  ...NOTHING_SEEN,
  outcome: { kind: 'imported' },
  phase: 'import',
  seconds: 0.1,
  confirmed: true,
};

describe('placeless()', () => {
  it.each([
    ['/tmp/x-1/env/lib/python3.11/site-packages/a/b.so', 'site-packages/a/b.so'],
    ['C:\\Temp\\x\\Lib\\site-packages\\a\\b.pyd', 'site-packages\\a\\b.pyd'],
    ['File "/tmp/e/lib/python3/dist-packages/a.py", line 3', 'File "site-packages/a.py", line 3'],
    [
      'at 0x00007f12ab34cd56 of C ABI 0x1000009 (0xC0000005)',
      'at 0x… of C ABI 0x1000009 (0xC0000005)',
    ],
    ['File "/probe/probe-iTFVCq/code/launcher.py"', 'File "/probe/code/launcher.py"'],
    ['no path/at all, and site-packages as a word', 'no path/at all, and site-packages as a word'],
    [
      '"/e/lib/python3.12/site-packages/p/lib/python3.12/site-packages/q/_x.so" /e/site-packages/b.so',
      '"site-packages/p/lib/python3.12/site-packages/q/_x.so" site-packages/b.so',
    ],
  ])('%s', (text, expected) => expect(placeless(text)).toBe(expected));

  it('takes no time over a long line without a match', () => {
    const began = process.cpuUsage();
    placeless(`${'/a'.repeat(200_000)} ${'/b '.repeat(100_000)}`);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});

describe('evidenceOf()', () => {
  it('is the same for the same failure in two environments', () => {
    const seen = (folder: string): Observation => ({
      ...quiet,
      outcome: { kind: 'raised' },
      culpritFile: `${folder}/lib/python3.11/site-packages/a.so`,
      exceptions: [
        {
          type: 'ImportError',
          message: `${folder}/lib/python3.11/site-packages/a.so: undefined symbol`,
          link: 'first',
          frames: [{ file: `${folder}/lib/python3.11/site-packages/a.py`, line: 1, function: 'f' }],
          name: null,
          path: null,
        },
      ],
    });
    expect(evidenceOf(seen('/tmp/one'))).toEqual(evidenceOf(seen('/tmp/two')));
  });

  it('keeps the first and the last whole lines of a long stream, and says how many it left out', () => {
    const stderr = Array.from({ length: 5000 }, (_, index) => `line ${index}`).join('\n');
    const { stderr: kept, truncated } = evidenceOf({ ...quiet, stderr });
    expect(kept.length).toBeLessThan(6100);
    expect(kept).toMatch(/^line 0\nline 1\n[\s\S]*\n… \d+ lines left out …\n[\s\S]*\nline 4999$/);
    expect(truncated).toBe(true);
  });

  it('cuts one endless line', () => {
    expect(evidenceOf({ ...quiet, stderr: 'x'.repeat(1_000_000) }).stderr).toHaveLength(600);
  });

  it.each([
    [{}, false],
    [{ outcome: { kind: 'raised' } as const }, true],
    [{ stderr: 'warning' }, true],
  ])('hasEvidence(%o) is %s', (more, expected) =>
    expect(hasEvidence({ ...quiet, ...more })).toBe(expected),
  );
});

describe('createEvidenceTable()', () => {
  it('keeps equal evidence once, and nothing beyond its room', () => {
    const table = createEvidenceTable(1000);
    expect(table.add(evidenceOf({ ...quiet, stderr: 'a' }))).toBe(0);
    expect(table.add(evidenceOf({ ...quiet, stderr: 'b' }))).toBe(1);
    expect(table.add(evidenceOf({ ...quiet, stderr: 'a' }))).toBe(0);
    expect(table.add(evidenceOf({ ...quiet, stderr: 'c '.repeat(400) }))).toBeUndefined();
    expect(table.entries).toHaveLength(2);
  });
});
