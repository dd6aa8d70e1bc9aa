import { compareNumpy } from '../../src/model/compare-numpy.ts';
import type { MetadataPolicy } from '../../src/model/config.ts';
import type { SubjectFacts } from '../../src/model/subject-facts.ts';
import type { Interpreter } from '../../src/packaging/interpreter.ts';
import { pythonLabel } from '../../src/packaging/python-name.ts';
import { parseRequirement } from '../../src/packaging/requirements.ts';
import type { SpecProblem } from '../../src/packaging/spec-problem.ts';
import { expand } from '../../src/plan/expand.ts';
import { parseFilter } from '../../src/settings/filter-line.ts';
import { parseNumpySpec } from '../../src/settings/numpy-spec.ts';
import { cpython } from './support/interpreters.ts';
import { recordedNumpy } from './support/numpy-index.ts';

const numpy = recordedNumpy();

function must<T extends object>(value: T): Exclude<T, SpecProblem> {
  if ('kind' in value && value.kind === 'problem') {
    throw new Error(JSON.stringify(value));
  }
  return value as Exclude<T, SpecProblem>;
}

interface Case {
  readonly index?: typeof numpy;
  readonly specs: readonly string[];
  readonly pythons: readonly (string | Interpreter)[];
  readonly requires?: readonly string[] | null;
  readonly metadata?: MetadataPolicy;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly subject?: Partial<SubjectFacts>;
  /** `3.14` as `auto` would have liked it, `3.14!` as the user named it. */
  readonly gone?: readonly string[];
}

function run(wish: Case) {
  const requirements = wish.requires === undefined ? ['numpy'] : wish.requires;
  const filters = (lines: readonly string[] = []) => lines.map((line) => must(parseFilter(line)));
  return expand({
    numpys: wish.specs.map((spec) => must(parseNumpySpec(spec))),
    pythons: wish.pythons.map((python) => {
      const interpreter = typeof python === 'string' ? cpython(python) : python;
      return { label: pythonLabel(interpreter), interpreter };
    }),
    unavailable: (wish.gone ?? []).map((text) => ({
      label: text.replace('!', ''),
      reason: 'not here',
      named: text.endsWith('!'),
    })),
    platform: 'linux-x86_64',
    numpy: wish.index ?? numpy,
    nightly: null,
    subjects: [
      {
        name: 'pkg',
        version: '1.0',
        requiresPython: null,
        requirements: requirements?.map((line) => must(parseRequirement(line))) ?? null,
        extras: [],
        wheels: null,
        ...wish.subject,
      },
    ],
    metadata: wish.metadata ?? 'respect',
    include: filters(wish.include),
    exclude: filters(wish.exclude),
    today: '2026-11-23',
  });
}

function planOf(wish: Case) {
  const result = run(wish);
  if (result.kind === 'problems') {
    throw new Error(JSON.stringify(result.problems));
  }
  return {
    planned: result.plan.planned.map(({ id }) => id),
    excluded: result.plan.excluded.map(({ id, reason }) => `${id}: ${reason}`),
    missing: result.plan.missing.map(({ id, failure }) => `${id}: ${failure.message}`),
    notices: result.plan.notices,
  };
}

test.each<[string, Case, readonly string[], readonly string[]]>([
  ['an exact release', { specs: ['1.26.4'], pythons: ['3.11.7'] }, ['py3.11-np1.26.4'], []],
  [
    'a minor takes its newest patch that installs there',
    { specs: ['1.21'], pythons: ['3.9.18', '3.10.13'] },
    ['py3.9-np1.21.6', 'py3.10-np1.21.6'],
    [],
  ],
  [
    'the newest patch per Python may differ',
    { specs: ['1.19', '2.4'], pythons: ['3.8.18', '3.12.1'] },
    ['py3.8-np1.19.5', 'py3.12-np2.4.6'],
    [
      'py3.8-np2.4.6: NumPy 2.4.6 requires Python >=3.11',
      'py3.12-np1.19.5: NumPy 1.19.5 has no wheel for CPython 3.12',
    ],
  ],
  [
    'oldest and latest are asked per Python',
    { specs: ['oldest', 'latest'], pythons: ['3.9.18', '3.13.0'], requires: ['numpy>=1.21,<2.4'] },
    ['py3.9-np1.21.0', 'py3.9-np2.0.2', 'py3.13-np2.1.0', 'py3.13-np2.3.5'],
    [],
  ],
  [
    'auto keeps to the declared range and says what lies outside',
    { specs: ['auto'], pythons: ['3.12.1'], requires: ['numpy>=1.25,<2.3'] },
    ['py3.12-np1.26.4', 'py3.12-np2.0.2', 'py3.12-np2.1.3', 'py3.12-np2.2.6'],
    [
      'py3.12-np1.25.2: NumPy 1.25.2 has no wheel for CPython 3.12',
      'py3.12-np2.3.5: pkg requires numpy>=1.25,<2.3 on Python 3.12',
      'py3.12-np2.4.6: pkg requires numpy>=1.25,<2.3 on Python 3.12',
      'py3.12-np2.5.5: pkg requires numpy>=1.25,<2.3 on Python 3.12',
    ],
  ],
  [
    'auto with an excluded patch takes the one before',
    { specs: ['1.26'], pythons: ['3.12.1'], requires: ['numpy!=1.26.4'] },
    ['py3.12-np1.26.3'],
    [],
  ],
  [
    'several NumPy lines, each with its marker',
    {
      specs: ['1.25', '1.26'],
      pythons: ['3.11.7', '3.12.1'],
      requires: [
        'numpy>=1.23; python_version<"3.12"',
        'numpy>=1.26.1; python_version>="3.12"',
        'numpy<1; extra == "old"',
      ],
    },
    ['py3.11-np1.25.2', 'py3.11-np1.26.4', 'py3.12-np1.26.4'],
    ['py3.12-np1.25.2: NumPy 1.25.2 has no wheel for CPython 3.12'],
  ],
  [
    'a requirement is the reason when a wheel is there',
    { specs: ['1.26.0'], pythons: ['3.12.1'], requires: ['numpy>=1.26.1; python_version>="3.12"'] },
    [],
    ['py3.12-np1.26.0: pkg requires numpy>=1.26.1 on Python 3.12'],
  ],
  [
    'metadata: ignore leaves the declared cap out',
    { specs: ['2.0.2'], pythons: ['3.11.7'], requires: ['numpy<2'], metadata: 'ignore' },
    ['py3.11-np2.0.2'],
    [],
  ],
  [
    'auto adds none when the metadata does not require NumPy',
    { specs: ['auto'], pythons: ['3.14.0'], requires: ['numpy; extra == "x"'] },
    ['py3.14-np2.3.5', 'py3.14-np2.4.6', 'py3.14-np2.5.5', 'py3.14-npnone'],
    expect.anything() as never,
  ],
  [
    'edges: oldest, newest 1.x, first and newest 2.x',
    { specs: ['edges'], pythons: ['3.11.7'], requires: ['numpy>=1.23'] },
    ['py3.11-np1.23.2', 'py3.11-np1.26.4', 'py3.11-np2.0.0', 'py3.11-np2.4.6'],
    [],
  ],
  [
    'a withdrawn release is not chosen by itself',
    { specs: ['>=2.3,<=2.4.0'], pythons: ['3.12.1'] },
    ['py3.12-np2.3.5'],
    [],
  ],
  [
    'a withdrawn release named exactly',
    { specs: ['2.4.0'], pythons: ['3.12.1'] },
    ['py3.12-np2.4.0'],
    [],
  ],
  [
    'a pre-release named exactly',
    { specs: ['2.5.0rc1'], pythons: ['3.12.1'] },
    ['py3.12-np2.5.0rc1'],
    [],
  ],
  [
    'spec0: NumPys of 24 months, Pythons of 36',
    { specs: ['spec0'], pythons: ['3.11.7', '3.14.0'] },
    ['py3.14-np2.3.5', 'py3.14-np2.4.6', 'py3.14-np2.5.5'],
    expect.arrayContaining([
      "py3.11-np2.4.6: Python 3.11 is outside SPEC 0's window of 36 months (released 2022-10-24)",
      'py3.14-np2.2.6: NumPy 2.2.6 has no wheel for CPython 3.14',
    ]) as never,
  ],
  [
    'include and exclude lines',
    {
      specs: ['1.25', '1.26', '2.0'],
      pythons: ['3.11.7', '3.12.1'],
      include: ['python=3.11', 'numpy>=2'],
      exclude: ['python=3.11 numpy<1.26: too slow'],
    },
    ['py3.11-np1.26.4', 'py3.11-np2.0.2', 'py3.12-np2.0.2'],
    [
      'py3.11-np1.25.2: too slow (exclude: python=3.11 numpy<1.26)',
      'py3.12-np1.25.2: NumPy 1.25.2 has no wheel for CPython 3.12',
      'py3.12-np1.26.4: no line of include names it',
    ],
  ],
  [
    'requires-python of the subject',
    { specs: ['1.26'], pythons: ['3.9.18', '3.12.1'], subject: { requiresPython: '>=3.10' } },
    ['py3.12-np1.26.4'],
    ['py3.9-np1.26.4: pkg requires Python >=3.10'],
  ],
  [
    'a wheel subject without a wheel for a Python',
    {
      specs: ['1.26'],
      pythons: ['3.11.7', '3.12.1'],
      subject: {
        wheels: ['cp310-cp310', 'cp311-cp311'].map((tag) => ({
          filename: `pkg-1.0-${tag}-linux_x86_64.whl`,
          tags: [`${tag}-linux_x86_64`],
          requiresPython: null,
        })),
      },
    },
    ['py3.11-np1.26.4'],
    [
      'py3.12-np1.26.4: none of the 2 wheels of pkg 1.0 installs on CPython 3.12: they are for cp310, cp311',
    ],
  ],
  [
    'a wheel subject whose wheels for a Python are for other platforms (dtaidistance 2.3.11)',
    {
      specs: ['1.26'],
      pythons: ['3.12.1'],
      subject: {
        wheels: ['cp312-cp312-win_amd64', 'cp39-cp39-manylinux_2_17_x86_64'].map((tag) => ({
          filename: `pkg-1.0-${tag}.whl`,
          tags: [tag],
          requiresPython: null,
        })),
      },
    },
    [],
    [
      'py3.12-np1.26.4: none of the 2 wheels of pkg 1.0 installs on this platform (linux-x86_64): those for this Python are for win_amd64',
    ],
  ],
  [
    'a package without a wheel for a Python, and with sources',
    {
      specs: ['1.26'],
      pythons: ['3.12.1'],
      subject: {
        wheels: [
          {
            filename: 'pkg-1.0-cp310-cp310-linux_x86_64.whl',
            tags: ['cp310-cp310-linux_x86_64'],
            requiresPython: null,
          },
        ],
        sources: true,
      },
    },
    [],
    [
      'py3.12-np1.26.4: the only wheel of pkg 1.0 does not install on CPython 3.12: it is for cp310; its sources can be checked: unpack them (`python -m pip download --no-deps --no-binary :all: pkg==1.0`) and check their folder',
    ],
  ],
  [
    'a package without any wheel',
    { specs: ['1.26'], pythons: ['3.12.1'], subject: { wheels: [], sources: true } },
    [],
    [
      'py3.12-np1.26.4: pkg 1.0 has only sources, and nothing is built from source at installation: unpack them (`python -m pip download --no-deps --no-binary :all: pkg==1.0`) and check their folder',
    ],
  ],
  [
    'NumPy by direct reference',
    { specs: ['1.26.4'], pythons: ['3.12.1'], requires: ['numpy @ file:///x/numpy.whl'] },
    [],
    ['py3.12-np1.26.4: pkg requires numpy @ file:///x/numpy.whl: no release from the index'],
  ],
])('%s', (_, wish, planned, excluded) => {
  const plan = planOf(wish);
  expect(plan.planned).toEqual(planned);
  expect(plan.excluded).toEqual(excluded);
});

test.each<[string, Case, readonly string[], readonly string[]]>([
  [
    'a Python that was named, with the columns of the others',
    { specs: ['1.26', '2.5'], pythons: ['3.12.1'], gone: ['3.14!'] },
    ['py3.14-np1.26.4: not here', 'py3.14-np2.5.5: not here'],
    [],
  ],
  [
    'a Python that a range would have liked is only left out',
    { specs: ['1.26'], pythons: ['3.12.1'], gone: ['3.14'] },
    [],
    ['py3.14-np1.26.4: not here'],
  ],
  [
    'the only Python: the NumPys that have a wheel for it, never "none" unasked',
    { specs: ['auto'], pythons: [], requires: [], gone: ['3.14!'] },
    ['py3.14-np2.3.5: not here', 'py3.14-np2.4.6: not here', 'py3.14-np2.5.5: not here'],
    [],
  ],
  [
    'the only Python, with and without threads, and none asked for',
    { specs: ['latest', 'none'], pythons: [], gone: ['3.14t!', '3.15-dev!'] },
    [
      'py3.14t-np2.5.5: not here',
      'py3.14t-npnone: not here',
      'py3.15-dev-np2.5.5: not here',
      'py3.15-dev-npnone: not here',
    ],
    [],
  ],
  [
    'only none was asked for',
    { specs: ['none'], pythons: [], gone: ['3.14!'] },
    ['py3.14-npnone: not here'],
    [],
  ],
  [
    'a NumPy that was named and that no Python can install',
    { specs: ['1.21', '2.2'], pythons: ['3.12.1', '3.13.0'] },
    [
      'py3.12-np1.21.6: NumPy 1.21.6 requires Python >=3.7,<3.11',
      'py3.13-np1.21.6: NumPy 1.21.6 requires Python >=3.7,<3.11',
    ],
    [],
  ],
  [
    'a NumPy that was named and that one of the Pythons installs',
    { specs: ['1.26'], pythons: ['3.12.1', '3.13.0'] },
    [],
    ['py3.13-np1.26.4: NumPy 1.26.4 has no wheel for CPython 3.13'],
  ],
  [
    'what the user takes out is no failure, nor what the metadata forbid',
    {
      specs: ['1.21', '1.26'],
      pythons: ['3.12.1'],
      requires: ['numpy>=2'],
      exclude: ['numpy<1.22: old'],
    },
    [],
    [
      'py3.12-np1.21.6: old (exclude: numpy<1.22)',
      'py3.12-np1.26.4: pkg requires numpy>=2 on Python 3.12',
    ],
  ],
])('named, and not to be had: %s', (_, wish, missing, excluded) => {
  const plan = planOf(wish);
  expect(plan.missing).toEqual(missing);
  expect(plan.excluded).toEqual(excluded);
});

test.each<[string, Case, string, string, string | null]>([
  [
    'no lower bound: from the oldest that a Python can install',
    { specs: ['auto'], pythons: ['3.12.1', '3.13.0'] },
    '1.26.4',
    '2.5.5',
    null,
  ],
  [
    'only an upper bound',
    { specs: ['auto'], pythons: ['3.11.7'], requires: ['numpy<2.1,!=1.24.0'] },
    '1.23.5',
    '2.5.5',
    null,
  ],
  [
    'not required at all',
    { specs: ['auto'], pythons: ['3.14.0'], requires: [] },
    '2.3.5',
    'none',
    null,
  ],
  [
    'a bound from before anything installs stands for what follows',
    { specs: ['auto'], pythons: ['3.12.1'], requires: ['numpy>=1.7'] },
    '1.7.2',
    '2.5.5',
    'NumPy 1.8 to 1.25 have no wheel for any planned Python either, and no column',
  ],
  [
    'a range of the user',
    { specs: ['>=1.24,<2'], pythons: ['3.12.1'] },
    '1.24.4',
    '1.26.4',
    'NumPy 1.25 has no wheel for any planned Python either, and no column',
  ],
])('columns: %s', (_, wish, first, last, notice) => {
  const { planned, excluded, notices } = planOf(wish);
  const ids = [...planned, ...excluded.map((line) => line.replace(/: .*/, ''))];
  const numpys = [...new Set(ids.map((id) => id.replace(/.*-np/, '')))].sort(compareNumpy);
  expect([numpys[0], numpys.at(-1)]).toEqual([first, last]);
  expect(notices).toEqual(notice === null ? [] : [notice]);
});

test('what does not run names its Python in full, like what runs', () => {
  const result = run({ specs: ['1.19', '2.4'], pythons: ['3.8.18', '3.12.1'] });
  if (result.kind === 'problems') throw new Error('problems');
  const { planned, excluded } = result.plan;
  expect(planned[0]?.interpreter.version).toBe('3.8.18');
  expect(excluded.map(({ python, version }) => [python, version])).toEqual([
    ['3.8', '3.8.18'],
    ['3.12', '3.12.1'],
  ]);
});

test('what is out for one cause says so alike for all cells', () => {
  const result = run({
    specs: ['1.19', '1.21', '2.2'],
    pythons: ['3.8.18', '3.12.1', '3.13.0'],
    requires: ['numpy!=2.2.*'],
  });
  if (result.kind === 'problems') throw new Error('problems');
  expect([...new Set(result.plan.excluded.map(({ cause }) => cause))].sort()).toEqual([
    'pkg requires numpy!=2.2.*',
    'that NumPy does not support that Python (requires-python)',
    'that NumPy has no wheel for that Python',
  ]);
});

test('numpy>=1.21 and Python 3.9 to 3.13: every cell is planned or has its reason', () => {
  const wish = {
    specs: ['auto'],
    pythons: ['3.9.18', '3.10.13', '3.11.7', '3.12.1', '3.13.0'],
    requires: ['numpy>=1.21'],
  };
  const { planned, excluded } = planOf(wish);
  // 1.21 to 1.26 and 2.0 to 2.5: twelve series on five Pythons.
  expect(planned.length + excluded.length).toBe(12 * 5);
  expect(planned).toHaveLength(7 + 9 + 9 + 7 + 5);
  expect(planOf(wish)).toEqual({ planned, excluded, missing: [], notices: [] });
});

test.each([
  ['1.27', 'NumPy 1.27 does not exist', 'Released: … 1.25.2, 1.26.4, 2.0.2 …. Did you mean 1.26?'],
  [
    '1.26.9',
    'NumPy 1.26.9 does not exist',
    'Released: … 1.26.3, 1.26.4, 2.0.0 …. Did you mean 1.26.4?',
  ],
  ['9.9', 'NumPy 9.9 does not exist', 'Released: … 2.4.6, 2.5.5. Did you mean 2.5?'],
  ['>=7', 'no release of NumPy matches ">=7"', 'Released: 1.3.0 to 2.5.5'],
])('NumPy %s is a usage error', (spec, message, remedy) => {
  expect(run({ specs: [spec, '1.26'], pythons: ['3.12.1'] })).toEqual({
    kind: 'problems',
    problems: [{ kind: 'problem', message, remedy }],
  });
});

test('an index without any NumPy is told as such', () => {
  expect(
    run({ specs: ['2.0.2'], pythons: ['3.12.1'], index: { ...numpy, files: [] } }),
  ).toMatchObject({
    problems: [
      {
        message: 'NumPy 2.0.2 cannot be had',
        remedy: expect.stringMatching(/^The index has no release of NumPy with files\. Set/),
      },
    ],
  });
});

test('prerelease falls back to the newest release, and says so', () => {
  const plan = planOf({ specs: ['prerelease'], pythons: ['3.12.1'] });
  expect(plan.planned).toEqual(['py3.12-np2.5.5']);
  expect(plan.notices).toEqual([
    'No pre-release of NumPy is newer than 2.5.5: the newest release that fits is used',
  ]);
});

test('eight Pythons by all of NumPy take milliseconds', () => {
  const wish = {
    specs: ['auto', 'oldest', 'latest', 'edges'],
    pythons: ['3.8.18', '3.9.18', '3.10.13', '3.11.7', '3.12.1', '3.13.0', '3.14.0', '3.15.0'],
    requires: ['numpy>=1.17'],
  };
  planOf(wish);
  const start = process.cpuUsage();
  planOf(wish);
  // Of the processor: what else runs on the machine does not count.
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(500);
});
