import { expect, it } from '@jest/globals';
import { subjectReport } from '../../../src/commands/conclude/subject-report.ts';
import type { SubjectFacts } from '../../../src/model/subject-facts.ts';
import { parseRequirement, type Requirement } from '../../../src/packaging/requirements.ts';

it.each<[string, readonly string[], readonly string[], string | null]>([
  ['one line', ['numpy>=1.23'], [], '>=1.23'],
  [
    'a line for each Python',
    ['numpy>=1.23; python_version < "3.12"', 'numpy>=1.26; python_version >= "3.12"'],
    [],
    '>=1.23 (python_version < "3.12"); >=1.26 (python_version >= "3.12")',
  ],
  [
    'extras nobody asked for (moyopy 0.4.1)',
    ['numpy<2; extra == "interface"', 'numpy; extra == "testing"'],
    [],
    null,
  ],
  ['an extra beside the plain line (pyworld 0.3.4)', ['numpy', 'numpy; extra == "sdist"'], [], ''],
  [
    'an extra that was asked for',
    ['numpy<2; extra == "my_extra" and python_version < "3.12"'],
    ['My.Extra'],
    '<2 (extra == "my_extra" and python_version < "3.12")',
  ],
])('declares %s', (_, lines, extras, expected) => {
  const requirements = lines.map((line) => parseRequirement(line) as Requirement);
  const facts: SubjectFacts = {
    ...{ name: 'pkg', version: '1.0', requiresPython: null, wheels: null },
    ...{ requirements, extras },
  };
  const subject = { kind: 'packages', name: 'pkg', version: '1.0', facts: [facts] } as const;
  expect(subjectReport(subject, []).declaredNumpy).toBe(expected);
});
