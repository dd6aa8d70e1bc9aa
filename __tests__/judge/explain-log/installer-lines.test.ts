import { expect, test } from '@jest/globals';
import { BUILD_RULES } from '../../../src/judge/diagnose/rules/build.ts';
import { explainLog } from '../../../src/judge/explain-log/explain.ts';
import { FORMS } from '../read-log/forms.ts';
import { PASTED } from '../read-log/pasted.ts';
import { SHAPES } from '../read-log/shapes.ts';

async function explain(lines: readonly string[]) {
  return explainLog(
    (async function* () {
      yield lines.join('\n');
    })(),
  );
}

test.each<[string, readonly string[], number]>([
  [
    'mamba',
    [
      'error    libmamba Could not solve for environment specs',
      '    The following packages are incompatible',
      '    ├─ numpy 2**  is installable with the potential options',
      '    └─ pystackreg 0.2.8**  is not installable because there are no viable options',
      '       └─ pystackreg 0.2.8 would require',
      '          └─ numpy >=1.22.4,<2.0a0  but there are no viable options',
    ],
    6,
  ],
  [
    'conda, in a log with times',
    [
      '[2025-04-17T05:48:09.594Z] LibMambaUnsatisfiableError: Encountered problems while solving:',
      '[2025-04-17T05:48:09.594Z]   - package numpy-1.21.2-py37_0 requires python_abi 3.7, but none',
    ],
    2,
  ],
  [
    'conda’s older solver',
    [
      'UnsatisfiableError: The following specifications were found to be incompatible with each other:',
      '',
      'Package numpy conflicts for:',
      'numpy=1.17',
      "numba=0.46 -> numpy[version='>=1.11,<1.12.0a0']",
    ],
    5,
  ],
  [
    'pixi',
    [
      "Error:   × failed to solve the conda requirements of 'default' 'linux-64'",
      '  ╰─▶ Cannot solve the request because of: The following packages are incompatible',
      '      └─ pystackreg 0.2.8 would require',
      '         └─ numpy >=1.22.4,<2.0a0, which cannot be installed',
    ],
    4,
  ],
  [
    'poetry',
    [
      'Because no versions of numba match >0.60.0,<0.61.0',
      ' and numba (0.60.0) depends on numpy (>=1.22,<2.1), numba requires numpy (>=1.22,<2.1).',
      'So, because mypkg depends on both numpy (^2.1.0) and numba (^0.60.0), version solving failed.',
    ],
    2,
  ],
])('a conflict, and the line that tells it: %s', async (_name, lines, telling) => {
  const { findings } = await explain(lines);
  expect(findings.map((one) => one.kind)).toEqual(['install-conflict']);
  expect(findings[0]?.lines).toContain(telling);
  expect(findings[0]?.shown.every((one) => one.line !== null)).toBe(true);
});

test.each<[string, string, string]>([
  [
    'pkg_resources',
    "pkg_resources.ContextualVersionConflict: (numpy 1.22.1 (/x/lib), Requirement.parse('numpy<1.22,>=1.18'), {'numba'})",
    '`numba` requires `numpy<1.22,>=1.18`, and numpy 1.22.1 is installed',
  ],
  [
    'pip',
    'numba 0.60.0 requires numpy<2.1,>=1.22, but you have numpy 2.2.0 which is incompatible.',
    '`numba 0.60.0` requires `numpy<2.1,>=1.22`, and numpy 2.2.0 is installed',
  ],
  [
    'pip, with a marker',
    'tensorflow 2.17.0 requires numpy<2.0.0,>=1.23.5; python_version <= "3.11", but you have numpy 2.2.0 which is incompatible.',
    '`tensorflow 2.17.0` requires `numpy<2.0.0,>=1.23.5`, and numpy 2.2.0 is installed',
  ],
])('an installed NumPy that a package does not want: %s', async (_name, line, title) => {
  const { findings } = await explain([line]);
  expect(findings).toMatchObject([{ kind: 'install-conflict', title }]);
});

test('what a failure shows is told, not what pip said before it', async () => {
  const { findings } = await explain([
    'numba 0.60.0 requires numpy<2.1,>=1.22, but you have numpy 2.2.0 which is incompatible.',
    'ImportError: Numba needs NumPy 2.0 or less. Got NumPy 2.2.',
  ]);
  expect(findings.map((one) => one.kind)).toEqual(['np-declared-unsupported']);
});

test.each<[string, readonly string[], string]>([
  [
    'no index was reached',
    [
      "WARNING: Retrying (Retry(total=4, connect=None)) after connection broken by 'NewConnectionError': /simple/NumPy/",
    ],
    'no-network',
  ],
  [
    'no page of links was reached',
    [
      "WARNING: Retrying (Retry(total=0, connect=None)) after connection broken by 'NewConnectionError': /links.html",
    ],
    'no-network',
  ],
  [
    'an index answered when it was asked again',
    [
      "WARNING: Retrying (Retry(total=4, connect=None)) after connection broken by 'ReadTimeoutError': /simple/pandas/",
      "WARNING: Retrying (Retry(total=4, connect=None)) after connection broken by 'ReadTimeoutError': /links.html",
    ],
    'install-no-candidate',
  ],
  ['an index answered', [], 'install-no-candidate'],
])('nothing to install: %s', async (_name, before, kind) => {
  const { findings } = await explain([
    ...before,
    'ERROR: Could not find a version that satisfies the requirement numpy (from versions: none)',
    'ERROR: No matching distribution found for numpy',
  ]);
  expect(findings.map((one) => one.kind)).toEqual([kind]);
});

test('what a rule’s pattern matches has its hint: no line is left alone that it could tell', () => {
  const lines = [...SHAPES, ...FORMS, ...PASTED].flatMap(([, text]) => text.split('\n'));
  const matched = BUILD_RULES.flatMap((rule) =>
    lines.filter((line) => rule.pattern.test(line)).map((line) => ({ rule, line })),
  );
  expect(new Set(matched.map(({ rule }) => rule.id)).size).toBeGreaterThan(4);
  expect(matched.filter(({ rule, line }) => !rule.hint.test(line))).toEqual([]);
});
