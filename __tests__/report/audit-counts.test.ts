import { expect, it } from '@jest/globals';
import type { FailOn } from '../../src/model/config.ts';
import {
  type AuditCounts,
  auditExitCode,
  auditVerdict,
  NO_COUNTS,
} from '../../src/report/audit-counts.ts';
import { listExitCode, listVerdict } from '../../src/report/audited-list.ts';

const READ: AuditCounts = { ...NO_COUNTS, wheels: 2, binaries: 4 };

it.each<[string, Partial<AuditCounts>, FailOn, number]>([
  ['everything read, nothing found', {}, 'error', 0],
  ['an error', { error: 1 }, 'error', 1],
  ['an error that is let pass', { error: 1 }, 'never', 0],
  ['a warning', { warning: 1 }, 'error', 0],
  ['a warning that counts', { warning: 1 }, 'warning', 1],
  ['a note', { note: 1 }, 'warning', 0],
  ['something unread', { unread: 1 }, 'error', 3],
  ['something unread, whatever may fail', { unread: 1 }, 'never', 3],
  ['something unread beside an error', { unread: 1, error: 1 }, 'error', 1],
  ['bad wheels alone', { bad: 2 }, 'never', 4],
  ['wheels for unknown platforms alone', { nowhere: 2 }, 'error', 4],
  ['a bad wheel and one for an unknown platform', { bad: 1, nowhere: 1 }, 'never', 4],
  ['one wheel of two for an unknown platform', { nowhere: 1 }, 'error', 0],
])('%s', (_, counts, failOn, code) => {
  expect(auditExitCode({ ...READ, ...counts }, failOn)).toBe(code);
});

it('counts as read what could be read', () => {
  expect(auditVerdict({ ...READ, bad: 1, error: 1 })).toMatch(
    /^1 of 2 wheels read, 4 binaries; 1 error/,
  );
});

it('finds nothing where nothing was read', () => {
  expect(auditVerdict(NO_COUNTS)).toBe('no wheel was read; nothing was run');
});

it('counts one that tells nothing as one', () => {
  expect(auditVerdict({ ...READ, unknown: 1 })).toContain('1 tells nothing of the NumPy it needs');
});

it('says what was not judged and what was not read', () => {
  const said = auditVerdict({ ...READ, nowhere: 1, unread: 2, unknown: 3 });
  expect(said).toBe(
    '2 wheels read, 4 binaries; nothing found; 3 tell nothing of the NumPy they need; 1 wheel for platforms that are not judged; not everything was read; nothing was run',
  );
});

it.each<[string, { states?: object; failed?: string[]; counts?: object }, number]>([
  ['all audited', {}, 0],
  ['one not on the index', { states: { unknown: 1 } }, 3],
  ['one that could not be read now', { failed: ['pkg'] }, 3],
  ['one that could not be read, beside an error', { failed: ['pkg'], counts: { error: 1 } }, 1],
])('of a list: %s', (_, { states, failed = [], counts }, code) => {
  const list = {
    counts: { ...READ, ...counts },
    states: { audited: 2, nothing: 0, unknown: 0, ...states },
    earlier: 0,
    failed,
  };
  expect(listExitCode(list, 'error')).toBe(code);
  expect(listVerdict(list)).toMatch(/^2 packages audited.*; 2 wheels read/);
});
