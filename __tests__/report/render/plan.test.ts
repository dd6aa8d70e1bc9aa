import type { Plan } from '../../../src/model/combination.ts';
import { type PlanContext, planJson, planLines } from '../../../src/report/render/plan.ts';
import { planAnnotations } from '../../../src/report/render/plan-annotations.ts';
import { planSummary } from '../../../src/report/render/plan-summary.ts';
import { cpython } from '../../plan/support/interpreters.ts';

const cell = (python: string, numpy: string) => ({
  id: `py${python}-np${numpy}`,
  python,
  numpy,
  platform: 'linux-x86_64',
});

const plan: Plan = {
  planned: [
    { ...cell('3.9', '1.26.4'), interpreter: cpython('3.9.18') },
    { ...cell('3.12', '1.26.4'), interpreter: cpython('3.12.1') },
    { ...cell('3.12', '2.5.5'), interpreter: cpython('3.12.1') },
  ],
  excluded: [
    {
      ...cell('3.9', '2.5.5'),
      reason: 'NumPy 2.5.5 requires Python >=3.12',
      cause: 'NumPy 2.5.5 requires Python >=3.12',
    },
    {
      ...cell('3.10', '1.26.4'),
      reason: 'Python 3.10 is not available here',
      cause: 'Python 3.10 is not available here',
    },
    {
      ...cell('3.10', '2.5.5'),
      reason: 'Python 3.10 is not available here',
      cause: 'Python 3.10 is not available here',
    },
  ],
  missing: [],
  notices: ['One thing to know'],
};

const context: PlanContext = {
  subject: 'pkg',
  version: '1.0',
  declaredNumpy: '>=1.26',
  declaredPython: '>=3.9',
  pythons: ['auto'],
  numpys: ['1.26', 'latest'],
  provenance: {
    'python-version': { kind: 'default' },
    'numpy-version': { kind: 'pyproject', file: 'pyproject.toml', line: 12 },
    exclude: { kind: 'pyproject', file: 'pyproject.toml', line: 14 },
    extras: { kind: 'flag', name: '--extra' },
    budget: { kind: 'default' },
  },
};

test('the table says what runs, what decided it, and why the rest does not', () => {
  expect(planLines(plan, context).join('\n')).toBe(`pkg 1.0  ·  3 to run, 3 excluded

NumPy   1.26.4  2.5.5
py3.9   run     –
py3.12  run     run
not shown, as nothing can run there: Python 3.10

python  auto  (default)
numpy   1.26, latest  (pyproject.toml:12)
set     exclude (pyproject.toml:14), extras (--extra)
declared  numpy>=1.26 · Python >=3.9
  3.9 is 3.9.18: /opt/python/3.9.18/bin/python (pyenv)
  3.12 is 3.12.1: /opt/python/3.12.1/bin/python (pyenv)

not planned:
  NumPy 2.5.5 requires Python >=3.12  [py3.9-np2.5.5]
  Python 3.10 is not available here  [py3.10-np1.26.4, py3.10-np2.5.5]
note: One thing to know`);
});

test('a plan without anything to run shows why everywhere', () => {
  const text = planLines({ ...plan, planned: [] }, context).join('\n');
  expect(text).toMatch(/^py3\.9 [^\n]*\npy3\.10 +– +–$/m);
  expect(text).not.toContain('not shown');
});

test('what was named and cannot be had is said apart from what cannot exist', () => {
  const failure = { setUp: 'no-interpreter', message: 'Python 3.14 is not here', lines: [] };
  const missing = [{ ...cell('3.14', '2.5.5'), failure }];
  const text = planLines({ ...plan, missing }, context).join('\n');
  expect(text).toContain('3 to run, 3 excluded, 1 cannot be had');
  expect(text).toMatch(/^py3\.14 {10}!$/m);
  expect(text).toContain('run fails of it):\n  Python 3.14 is not here  [py3.14-np2.5.5]');
  expect(JSON.parse(planJson({ ...plan, missing }, context)).combinations[6]).toMatchObject({
    status: 'error',
    setUp: 'no-interpreter',
  });
});

test('cells with one cause are told once, by their place in the grid', () => {
  const cause = 'that NumPy has no wheel for that Python';
  const excluded = ['3.9', '3.10', '3.12'].flatMap((python) =>
    ['1.20.3', '1.21.6'].map((numpy) => ({
      ...cell(python, numpy),
      reason: `NumPy ${numpy} has no wheel for CPython ${python}`,
      cause,
    })),
  );
  const lines = planLines({ ...plan, excluded }, context);
  expect(lines.filter((line) => line.includes('no wheel'))).toEqual([
    `  ${cause}  [Python 3.9, 3.10, 3.12 × NumPy 1.20, 1.21]`,
  ]);
});

test('JSON has the combinations of the report', () => {
  const document = JSON.parse(planJson(plan, context));
  expect(document.schema).toBe(1);
  expect(document.combinations).toHaveLength(6);
  expect(document.combinations[0]).toEqual({
    ...cell('3.9', '1.26.4'),
    python: '3.9.18',
    label: '3.9',
    status: 'planned',
    reason: null,
    interpreter: '/opt/python/3.9.18/bin/python',
    source: 'pyenv',
  });
  expect(document.combinations[3]).toMatchObject({
    status: 'excluded',
    reason: 'NumPy 2.5.5 requires Python >=3.12',
  });
  expect(document.provenance.numpy).toEqual({
    values: ['1.26', 'latest'],
    from: 'pyproject.toml:12',
  });
});

test('the job summary shows the grid without dead rows, and each reason once', () => {
  expect(planSummary(plan, context).text).toBe(`### Plan for pkg 1.0: 3 to run, 3 excluded

| NumPy → | 1.26.4 | 2.5.5 |
| :--- | :--- | :--- |
| **3.9** | ▶️ | <span title="NumPy 2.5.5 requires Python &gt;=3.12">–</span> |
| **3.12** | ▶️ | ▶️ |

<sub>▶️ would run · – excluded · 🚧 named, and cannot be had · 2 more excluded, in rows and columns where nothing runs</sub>

**Declared:** \`numpy>=1.26, Python >=3.9\`

<details><summary>Not planned, and why (2)</summary>

- Python 3.9 × NumPy 2.5: NumPy 2.5.5 requires Python &gt;\\=3.12
- Python 3.10 × NumPy 1.26, 2.5: Python 3.10 is not available here

</details>

> One thing to know
`);
});

test('a red plan says why on the pull request, a green one says nothing', () => {
  const place = { file: 'pyproject.toml', line: 1 };
  expect(planAnnotations(plan, place)).toEqual([]);
  const [none] = planAnnotations({ ...plan, planned: [] }, place);
  expect(none).toMatchObject({ level: 'error', title: 'No combination would run', ...place });
  expect(none?.message).toContain('Python 3.10 is not available here');
  const failure = { setUp: 'no-interpreter', message: 'Python 3.7 cannot be had', lines: [] };
  const [named] = planAnnotations(
    { ...plan, missing: [{ ...cell('3.7', '1.21.6'), failure }] },
    null,
  );
  expect(named?.title).toBe('1 combination asked for by name cannot be had');
  expect(named?.message).toBe('Python 3.7 cannot be had\nNot to be had: py3.7-np1.21.6.');
});
