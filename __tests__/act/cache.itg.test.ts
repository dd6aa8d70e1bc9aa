import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type ActRun, machineEnvironment, runAct, USES } from '../support/act.ts';
import { makeWheel, plainModule, pythonInclude } from '../support/made-wheel.ts';
import { findProgram, needThat } from '../support/need.ts';
import { findPython } from '../support/need-pythons.ts';

const PYTHON = findPython('3.11');
const FILE = 'held/_core.cpython-311-x86_64-linux-gnu.so';

/** Halves what the service keeps, as a broken transfer leaves it. */
const DAMAGE = `
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
let count = 0;
for (const entry of readdirSync(process.env.CACHE_SERVER, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || /\\.(db|bolt)$/.test(entry.name)) continue;
  const file = join(entry.parentPath, entry.name);
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, bytes.length / 2));
  count += 1;
}
console.log(\`damaged \${count}\`);
`;

const SAY = `
import { readFileSync } from 'node:fs';
console.log(process.argv[2], JSON.parse(readFileSync(process.argv[3], 'utf8')).verdict);
`;

const step = (id: string): string => `
      - id: ${id}
        uses: ${USES}
        with:
          wheels: wheels/*.whl
          python-version: '3.11'
          numpy-version: none
      - run: node wheels/say.mjs ${id} '\${{ steps.${id}.outputs.report-json }}'
        shell: bash`;

const WORKFLOW = `
on: pull_request
jobs:
  numpy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7${step('first')}${step('second')}
      - run: node wheels/damage.mjs
        shell: bash${step('third')}
`;

needThat(
  findProgram('act') !== undefined && PYTHON !== undefined && process.platform === 'linux',
  'act: go install github.com/nektos/act@latest, Python 3.11, Linux',
)('the workflow’s cache, v1, on a server that is not ours', () => {
  let root = '';
  let run: ActRun;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'numpy-abi-matrix-cache-'));
    const wheels = join(root, 'wheels');
    mkdirSync(wheels);
    const module = plainModule('_core', [pythonInclude(PYTHON ?? 'python3')]);
    makeWheel(wheels, {
      stem: 'held-1.0-cp311-cp311-linux_x86_64',
      files: { 'held/__init__.py': `# ${root}\n`, [FILE]: module },
    });
    writeFileSync(join(wheels, 'damage.mjs'), DAMAGE);
    writeFileSync(join(wheels, 'say.mjs'), SAY);
    run = await runAct({
      act: findProgram('act') ?? 'act',
      action: process.cwd(),
      folders: { wheels },
      workflow: WORKFLOW,
      isOfOwnRepository: true,
      env: machineEnvironment(),
    });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('is written by one step and read by the next, which measures nothing', () => {
    expect(run.log).toContain("left in the workflow's cache");
    expect(run.log).toContain("taken over from the workflow's cache");
    expect(run.log).toMatch(/^first .*1 module imports on 1 combination(?!.*proven by a run of)/m);
    expect(run.log).toMatch(/^second .*; all proven by a run of/m);
  });

  it('costs only time where the service hands out half of it', () => {
    expect(run.log).toMatch(/^damaged [1-9]/m);
    expect(run.log).toMatch(/^third .*1 module imports on 1 combination/m);
    expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(run.jobResult).toBe('success');
  });
});
