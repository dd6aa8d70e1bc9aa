import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { auditFinding } from '../../../src/audit/audit-finding.ts';
import { locateAudit, placeUnread } from '../../../src/commands/audit/locate-audit.ts';
import { createFiles } from '../../../src/host/files.ts';
import type { Beside } from '../../../src/model/audit.ts';

const folders: string[] = [];
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

function repository(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'locate-audit-'));
  folders.push(root);
  mkdirSync(join(root, '.git'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const OWN = `[build-system]
requires = ["setuptools", "numpy"]
[project]
name = "My_Pkg"
dependencies = [
  "pandas>=2",
  "numpy>=1.21",
]
`;
const SETUP = `setup(
  name='my-pkg',
  install_requires=['numpy>=1.21'],
)
`;
const POETRY = `[tool.poetry]
name = "my-pkg"
[tool.poetry.dependencies]
numpy = ">=1.21"
`;
const REQUIREMENTS = 'numpy==2.0.2\npandas==2.0.3\n';

function finding(kind: string, distribution: string, beside: Beside = { kind: 'metadata' }) {
  const said = { kind, severity: 'error', title: '', explanation: '', fix: '' } as const;
  const release = { wheel: 'x.whl', distribution, version: '1', beside };
  return auditFinding(release, ['x.whl'], [], undefined, said);
}
const locked = (where: string, line: number): Beside => ({
  ...{ kind: 'fixed', how: 'locked', where, line, requiresPython: '', markers: [], numpys: [] },
  exclusive: [],
});

type Files = Readonly<Record<string, string>>;

describe('locateAudit()', () => {
  it.each<[string, Files, string, ReturnType<typeof finding>, string | null]>([
    [
      'own: the run-time NumPy',
      { 'pyproject.toml': OWN },
      '',
      finding('floor-too-low', 'my-pkg'),
      'pyproject.toml:7',
    ],
    [
      'own: the NumPy of its build',
      { 'pyproject.toml': OWN },
      '',
      finding('mixed-build', 'my-pkg'),
      'pyproject.toml:2',
    ],
    [
      'own, below the top',
      { 'sub/pyproject.toml': OWN },
      'sub',
      finding('np2-not-capped', 'my-pkg'),
      'sub/pyproject.toml:7',
    ],
    [
      'own, in setup.py',
      { 'setup.py': SETUP },
      '',
      finding('np2-not-capped', 'my-pkg'),
      'setup.py:3',
    ],
    [
      'own, of Poetry',
      { 'pyproject.toml': POETRY },
      '',
      finding('np2-not-capped', 'my-pkg'),
      'pyproject.toml:4',
    ],
    [
      'a dependency',
      { 'pyproject.toml': OWN },
      '',
      finding('np2-not-capped', 'pandas'),
      'pyproject.toml:6',
    ],
    [
      'one of a requirements file',
      { 'requirements.txt': REQUIREMENTS },
      '',
      finding('np2-not-capped', 'pandas'),
      'requirements.txt:2',
    ],
    [
      'one that nobody asks for',
      { 'pyproject.toml': OWN, 'requirements.txt': REQUIREMENTS },
      '',
      finding('np2-not-capped', 'scipy'),
      null,
    ],
    ['no wheel', { 'pyproject.toml': OWN }, '', finding('bad-wheel', 'my-pkg'), null],
    ['a lock', {}, '', finding('np1-on-np2', 'pandas', locked('uv.lock', 12)), 'uv.lock:12'],
    [
      'a lock below the top',
      { 'sub/x': '' },
      'sub',
      finding('np1-on-np2', 'pandas', locked('uv.lock', 12)),
      'sub/uv.lock:12',
    ],
    ['a list', {}, '', finding('np2-not-capped', 'h5py'), 'names.txt:3'],
    ['nothing around', {}, '', finding('np2-not-capped', 'pandas'), null],
  ])('%s', async (_, files, below, one, place) => {
    const root = repository(files);
    const listed = new Map([['h5py', { file: 'names.txt', line: 3 }]]);
    const [found] = await locateAudit([one], join(root, below), createFiles(), listed);
    const location = found?.location;
    expect(location ? `${location.file}:${location.line}` : null).toBe(place);
  });
});

it('places what was not read at the line that asks for it, from the top of the repository', async () => {
  const root = repository({ 'sub/uv.lock': '' });
  const at = (file: string) => ({ text: 'not read', place: { file, line: 3 } });
  const none = { text: 'not read', place: null };
  const given = [at('uv.lock'), none, at('../../elsewhere.lock')];
  expect((await placeUnread(given, join(root, 'sub'))).map(({ place }) => place)).toEqual([
    { file: 'sub/uv.lock', line: 3 },
    null,
    null,
  ]);
});
