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
  [
    'mamba of 2022',
    [
      'Encountered problems while solving:',
      '  - package libnsl-2.0.0-h7f98852_0 requires libgcc-ng >=9.4.0, but none of the providers can be installed',
    ],
    2,
  ],
  [
    'conda of 2014',
    [
      'Error: Unsatisfiable package specifications.',
      'Generating hint: ',
      '[      COMPLETE      ]|##################################################| 100%',
      '',
      'Hint: the following combinations of packages create a conflict with the',
      'remaining packages:',
      '  - python 2.6*',
      '  - numpy 1.7*',
    ],
    8,
  ],
  [
    'conda of 2014, of one package',
    [
      'Error: Unsatisfiable package specifications',
      'Hint: pandas 0.12|0.12.0* has a conflict with the remaining packages',
    ],
    2,
  ],
  [
    'conda-build',
    [
      'failed to get install actions, retrying.  exception was: The following specifications were found to be in conflict:',
      '  - numpy 1.11.*',
      '  - numpy 1.12.1.*',
    ],
    3,
  ],
  [
    'conda, in a container’s build',
    [
      '#12 271.7 UnsatisfiableError: The following specifications were found to be incompatible with a past',
      '#12 271.7 explicit spec that is not an explicit spec in this operation (python):',
      '#12 271.7 ',
      '#12 271.7   - python=3.7',
      "#12 271.7   - pytorch -> numpy[version='>=1.11.3,<2.0a0']",
    ],
    5,
  ],
  [
    'conda, of several packages',
    [
      'UnsatisfiableError: The following specifications were found to be incompatible with each other:',
      '',
      'Package libcxx conflicts for:',
      "numpy[version='<=1.15.0'] -> python[version='>=3.5'] -> libcxx[version='>=10.0.0']",
      'libcxx',
      '',
      'Package numpy conflicts for:',
      "pandas=1.1.1 -> numpy[version='>=1.15.4,<2.0a0|>=1.16.6,<2.0a0']",
    ],
    8,
  ],
  [
    'pdm’s resolver, in a container’s build',
    [
      "#16 138.3 resolvelib.resolvers.ResolutionImpossible: [RequirementInformation(requirement=PythonRequirement(name='python'), parent=<Candidate numpy@1.26.1>)]",
    ],
    1,
  ],
  [
    'uv, quoted in a sentence',
    [
      '`Because langchain-community>=0.2.12 depends on numpy>=1.26.0 and you require numpy==1.24.4, we can conclude that your requirements are unsatisfiable.`',
    ],
    1,
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
    'pip of 2020',
    "ERROR: numba 0.48.0 has requirement numpy>=1.15, but you'll have numpy 1.14.0 which is incompatible",
    '`numba 0.48.0` requires `numpy>=1.15`, and numpy 1.14.0 is installed',
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

test.each([
  'numpyy was not found in the package registry and you require numpyy',
  'numpyy was not found in the cache and you require numpyy',
  'numpy==1.24.0 was yanked (reason: broken) and you require numpy==1.24.0',
  'numpy needs to be downloaded from a registry and you require numpy',
])('no conflict, since nothing contradicts a requirement: %s', async (text) => {
  const line = `  ╰─▶ Because ${text}, we can conclude that your requirements are unsatisfiable.`;
  const { findings } = await explain(['  × No solution found when resolving dependencies:', line]);
  expect(findings.map((one) => one.kind)).not.toContain('install-conflict');
});

test('what a rule’s pattern matches has its hint: no line is left alone that it could tell', () => {
  const lines = [...SHAPES, ...FORMS, ...PASTED].flatMap(([, text]) => text.split('\n'));
  const matched = BUILD_RULES.flatMap((rule) =>
    lines.filter((line) => rule.pattern.test(line)).map((line) => ({ rule, line })),
  );
  expect(new Set(matched.map(({ rule }) => rule.id)).size).toBeGreaterThan(4);
  expect(matched.filter(({ rule, line }) => !rule.hint.test(line))).toEqual([]);
});
