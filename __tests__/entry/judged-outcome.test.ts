import { judgedOutcome } from '../../src/entry/workflow-session.ts';
import { allGreen, myExtension } from '../support/reports.ts';

test.each([
  ['all green', allGreen(), 0, 'proven'],
  ['findings', myExtension(), 1, 'findings'],
  ['findings that fail nothing, for fail-on: never', myExtension(), 0, 'findings'],
  ['what could not be set up beside them', myExtension(), 3, 'set-up'],
])('the output of %s', (_, report, exitCode, expected) => {
  expect(judgedOutcome({ ...report, exitCode })).toBe(expected);
});

test.each([
  ['some are in doubt', ['proven', 'doubtful'], 0, 'doubtful'],
  ['all are in doubt', ['doubtful', 'doubtful'], 0, 'doubtful'],
  ['something could not be set up beside them', ['doubtful', 'not-set-up'], 3, 'set-up'],
  ['a harmless warning', ['warned'], 0, 'proven'],
  ['nothing ran', ['excluded'], 4, 'nothing-tested'],
])('where %s: %j', (_, verdicts, exitCode, expected) => {
  const combinations = verdicts.map((verdict) => ({ verdict }));
  expect(judgedOutcome({ exitCode, findings: [], combinations })).toBe(expected);
});

test('a combination that failed although no finding says why is not proven', () => {
  expect(judgedOutcome({ ...myExtension(), findings: [], exitCode: 0 })).toBe('findings');
});
