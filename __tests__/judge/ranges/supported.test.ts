import { judgeSupported } from '../../../src/judge/ranges/supported.ts';

const releases = ['1.22.4', '1.23.5', '1.24.4', '1.25.2', '1.26.4', '2.0.2', '2.1.3', '2.2.6'];
const pythons = ['3.9', '3.10', '3.11', '3.12'];
/** What did not run to its end is no cell: `-` excluded, `!` not set up. */
const words: Readonly<Record<string, 'passed' | 'failed'>> = { '+': 'passed', x: 'failed' };

/** One row per Python, one letter per release. */
function judge(rows: Readonly<Record<string, string>>, declared: string | null) {
  const cells = Object.entries(rows).flatMap(([python, row]) =>
    [...row].flatMap((letter, at) => {
      const status = words[letter];
      const numpy = releases[at] ?? '';
      return status ? [{ id: `py${python}-np${numpy}`, python, numpy, status, declared }] : [];
    }),
  );
  const result = judgeSupported({
    subject: { name: 'pkg', version: '1.0' },
    cells,
    series: releases.map((release) => ({
      name: release.split('.').slice(0, 2).join('.'),
      installable: true,
    })),
    pythons,
  });
  return {
    numpy: result.supported.numpy,
    python: result.supported.python,
    findings: result.findings.map(({ kind, severity, fix }) => `${severity} ${kind}: ${fix}`),
  };
}

const wide = (paste: string, untested?: string) =>
  untested === undefined
    ? `error range-too-wide: Declare what works, "${paste}", or repair the failure and keep the range.`
    : `error range-too-wide: Declare no more than "${paste}" (${untested} not tested), or repair the failure and keep the range.`;

test.each([
  ['all green', { '3.9': '++++++++' }, '>=1.22', '>=1.22,<2.3', '>=3.9,<3.10', []],
  [
    'red from 2.0 on',
    { '3.9': '-++++xxx', '3.10': '-++++xxx' },
    '>=1.21',
    '>=1.23,<2',
    '>=3.9,<3.11',
    [wide('numpy>=1.21,<2')],
  ],
  [
    'two points: nothing is claimed of what lies above',
    { '3.9': 'x  +    ' },
    '>=1.22',
    '>=1.25,<1.26',
    '>=3.9,<3.10',
    [wide('numpy>=1.25')],
  ],
  [
    'one point that is not allowed: no range is made of it',
    { '3.9': '       +' },
    '>=1.22,<2',
    '>=2.2,<2.3',
    '>=3.9,<3.10',
    [
      'note range-too-narrow: If nothing else speaks against them, widen "numpy>=1.22,<2" so that it allows them.',
    ],
  ],
  [
    'red below',
    { '3.9': 'xx++++++' },
    '>=1.22',
    '>=1.24,<2.3',
    '>=3.9,<3.10',
    [wide('numpy>=1.24')],
  ],
  [
    'red below, and not everything tried above: the cut is where it fails',
    { '3.9': 'xx+    +' },
    '>=1.22',
    null,
    '>=3.9,<3.10',
    [wide('numpy>=1.24', '1.25, 1.26, 2.0, 2.1')],
  ],
  [
    'red above, and not everything tried below: the same',
    { '3.9': '+  ++xxx' },
    '>=1.20',
    null,
    '>=3.9,<3.10',
    [wide('numpy>=1.20,<2', '1.23, 1.24')],
  ],
  [
    'wider than allowed: the declared floor, which nothing speaks against, stays',
    { '3.9': '    ++  ' },
    '>=1.22,<2',
    '>=1.26,<2.1',
    '>=3.9,<3.10',
    ['note range-too-narrow: If nothing else speaks against them, declare "numpy>=1.22,<2.1".'],
  ],
  [
    'wider than a compatible release: both ends are new',
    { '3.9': '  +++   ' },
    '~=1.25.0,!=1.25.1',
    '>=1.24,<2',
    '>=3.9,<3.10',
    [
      'note range-too-narrow: If nothing else speaks against them, declare "numpy>=1.24,!=1.25.1,<2".',
    ],
  ],
  [
    'red on both sides',
    { '3.9': 'x++++xxx' },
    '',
    '>=1.23,<2',
    '>=3.9,<3.10',
    [wide('numpy>=1.23,<2')],
  ],
  [
    'untested ends are not claimed',
    { '3.9': '--+++---' },
    '>=1.24,<2',
    '>=1.24,<2',
    '>=3.9,<3.10',
    [],
  ],
  ['errors prove nothing', { '3.9': '++!+++!!' }, '', null, '>=3.9,<3.10', []],
  [
    'one Python fails where another passes',
    { '3.9': '++++++++', '3.10': '++++++xx' },
    '>=1.22',
    '>=1.22,<2.1',
    '>=3.9,<3.11',
    [wide('numpy>=1.22,<2.1')],
  ],
  [
    'a dead Python is not NumPy’s fault',
    { '3.9': 'xxxxxxxx', '3.10': '++++++++' },
    '>=1.22',
    '>=1.22,<2.3',
    '>=3.10,<3.11',
    [],
  ],
  ['all red', { '3.9': 'xxxxxxxx' }, '>=1.22', null, null, []],
  ['nothing ran', { '3.9': '--------' }, '>=1.22', null, null, []],
  [
    'works outside of what is declared',
    { '3.9': '++++++++' },
    '>=1.22,<2',
    '>=1.22,<2.3',
    '>=3.9,<3.10',
    ['note range-too-narrow: If nothing else speaks against them, declare "numpy>=1.22,<2.3".'],
  ],
  [
    'a failure that is not allowed anyway',
    { '3.9': '+++++xxx' },
    '>=1.22,<2',
    '>=1.22,<2',
    '>=3.9,<3.10',
    [],
  ],
  [
    'a compatible-release clause keeps its floor',
    { '3.9': '--+++xxx' },
    '~=1.24,!=1.25.0',
    '>=1.24,<2',
    '>=3.9,<3.10',
    [],
  ],
  [
    'two stretches of one length: the newer one is advised',
    { '3.9': '++x++   ' },
    '>=1.22',
    null,
    '>=3.9,<3.10',
    [wide('numpy>=1.25')],
  ],
  [
    'wider than allowed on one Python, and another fails there: the requirement is right',
    { '3.9': '++++++++', '3.10': '+++++xxx' },
    '>=1.22,<2',
    '>=1.22,<2',
    '>=3.9,<3.11',
    [],
  ],
  [
    'not required, so nothing declared',
    { '3.9': '+++++xxx' },
    null,
    '>=1.22,<2',
    '>=3.9,<3.10',
    [],
  ],
  [
    'all Pythons up to the newest',
    { '3.11': '++++++++', '3.12': '++++++++' },
    '',
    '>=1.22,<2.3',
    '>=3.11,<3.13',
    [],
  ],
])('%s', (_, rows, declared, numpy, python, findings) => {
  expect(judge(rows as Readonly<Record<string, string>>, declared)).toEqual({
    numpy,
    python,
    findings,
  });
});
