import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'smol-toml';
import type { AuditReport } from '../../src/report/audit-report.ts';
import { machineEnvironment } from '../support/act.ts';
import { bundled } from '../support/bundle.ts';
import { runAction, runCli } from '../support/cli.ts';
import { needThat } from '../support/need.ts';
import { type Provisioned, provision } from '../support/provisioned.ts';
import { testCache } from '../support/test-cache.ts';

const online = needThat(
  process.env['NUMPY_ABI_MATRIX_OFFLINE'] !== '1',
  'the package index: NUMPY_ABI_MATRIX_OFFLINE is set',
);

/** Wheels that auditwheel, delocate and delvewheel repaired: small ones, with bundled libraries. */
const WHEELS = [
  ['shapely==2.0.6', '3.12', 'manylinux_2_17_x86_64'],
  ['shapely==2.0.6', '3.12', 'macosx_11_0_arm64'],
  ['shapely==2.0.6', '3.12', 'win_amd64'],
  ['shapely==2.0.1', '3.11', 'win_amd64'],
] as const;

/** cibuildwheel's own code, told what its options would say. */
const RUN_AUDIT = `
import json, sys
from pathlib import Path
from types import SimpleNamespace
from cibuildwheel import errors
from cibuildwheel.audit import run_audit
folder, wheel, commands = sys.argv[1:]
options = SimpleNamespace(
    audit_command=json.loads(commands), audit_requires=[], package_dir=Path('.'),
    build_frontend=SimpleNamespace(name='build'),
    dependency_constraints=SimpleNamespace(get_for_python_version=lambda **_: None),
)
try:
    run_audit(tmp_dir=Path(folder), build_options=options, wheel=Path(wheel))
except errors.AuditCommandFailedError as error:
    sys.exit(f'cibuildwheel: {error}')
`;

let folder: string;
let tools: Provisioned;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-cibw-'));
  tools = await provision();
});
afterAll(async () => {
  await tools.processes.close();
  await tools.workspace.dispose();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** What the README says to write into pyproject.toml. */
async function recipe(): Promise<readonly string[]> {
  const readme = await readFile('README.md', 'utf8');
  const block = /^```toml\n(\[tool\.cibuildwheel\]\n[\s\S]*?)^```$/m.exec(readme)?.[1];
  if (block === undefined) throw new Error('the README shows no table for cibuildwheel');
  const { tool } = parse(block) as { tool: { cibuildwheel: { 'audit-command': string[] } } };
  return tool.cibuildwheel['audit-command'];
}

/** Folder of an environment with cibuildwheel and pip, where cibuildwheel looks for its own. */
function environment(): string {
  const python = tools.interpreters.find(
    ({ implementation, version }) => implementation === 'cpython' && /^3\.1[1-4]\./.test(version),
  );
  if (python === undefined) throw new Error('cibuildwheel needs Python 3.11');
  const place = join(folder, 'audit_venv');
  execFileSync(tools.uv.executable, ['venv', '-q', '-p', python.executable, place]);
  execFileSync(
    tools.uv.executable,
    ['pip', 'install', '-q', '-p', join(place, 'bin/python'), 'cibuildwheel==4.3.5', 'pip'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return place;
}

online('wheels as cibuildwheel leaves them', () => {
  it('are read by its audit command, one by one, and all at once afterwards', async () => {
    const python = join(environment(), 'bin/python');
    const house = join(folder, 'wheelhouse');
    for (const [release, minor, platform] of WHEELS) {
      const asked = ['--no-deps', '--only-binary', ':all:', '--platform', platform];
      const where = ['--python-version', minor, '-d', house, '-q', '--disable-pip-version-check'];
      execFileSync(python, ['-m', 'pip', 'download', release, ...asked, ...where]);
    }
    const cli = join(await bundled(), 'cli.mjs');
    const commands = (await recipe()).map((one) =>
      one.replace(/^npx --yes numpy-abi-matrix\b/, `"${process.execPath}" "${cli}"`),
    );
    expect(commands.filter((one) => one.includes(cli))).toHaveLength(1);
    const audited = (name: RegExp) => {
      const wheel = readdirSync(house).find((one) => name.test(one));
      const run = spawnSync(
        python,
        ['-c', RUN_AUDIT, folder, join(house, wheel ?? ''), JSON.stringify(commands)],
        {
          encoding: 'utf8',
          env: { ...machineEnvironment(), XDG_CACHE_HOME: testCache() },
          cwd: folder,
        },
      );
      return { status: run.status, said: run.stdout + run.stderr };
    };

    for (const name of [/^shapely-2\.0\.6.*manylinux/, /^shapely-2\.0\.6.*win_amd64/]) {
      const { status, said } = audited(name);
      expect([said, status]).toEqual([expect.stringMatching(/>=1\.20.*ok/), 0]);
    }
    const bad = audited(/^shapely-2\.0\.1/);
    expect(bad.status).toBe(1);
    expect(bad.said).toContain('shapely was built for NumPy 1.x and allows NumPy 2');
    expect(bad.said).toContain('cibuildwheel: Audit command failed');

    const all = await runCli(['audit', 'wheelhouse', '--json', '-', '--quiet'], { cwd: folder });
    const { wheels, findings }: { wheels: AuditReport['rows']; findings: AuditReport['findings'] } =
      JSON.parse(all.stdout);
    expect(all.code).toBe(1);
    const needs = wheels.map((one) => one.needs).sort();
    expect(needs).toEqual(['>=1.20', '>=1.20', '>=1.20', '>=1.23,<2 (1 unknown)']);
    expect(findings.map(({ kind }) => kind)).toEqual(['np2-not-capped']);

    const inputs = {
      mode: 'audit',
      wheels: 'wheelhouse/*.whl',
      'fail-on': 'never',
      'report-dir': join(folder, 'reports'),
    };
    const action = await runAction(inputs, { cwd: folder });
    expect(action.code).toBe(0);
    expect(action.stdout).toMatch(/^::error title=.*NumPy/m);
    const sarif = JSON.parse(await readFile(action.outputs['report-sarif'] ?? '', 'utf8'));
    expect(sarif.runs[0].results).toHaveLength(1);
    expect(action.summary).toContain('| shapely-2.0.6-cp312-cp312-win\\_amd64.whl | &gt;\\=1.20 |');
  }, 240_000);
});
