import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from '@jest/globals';
import { runCli } from '../support/cli.ts';
import { HANGS_INCLUDES, hangsWithFamily } from '../support/hangs-with-family.ts';
import { compileModule, makeWheel, pythonInclude } from '../support/made-wheel.ts';
import { findProgram, needThat } from '../support/need.ts';
import { expectNothingLeft } from '../support/nothing-left.ts';
import { cModule } from '../support/projects/c-extension.ts';

const HEALTHY = fileURLToPath(new URL('../../examples/healthy', import.meta.url));

/** The CPython for aarch64 of `.ci/arm64.sh`, in the folder that ARM64_PYTHONS names. */
function findArm64(): string | undefined {
  const root = join(process.env['ARM64_PYTHONS'] || '/nowhere', 'Python');
  const releases = existsSync(root) ? readdirSync(root) : [];
  return releases
    .map((release) => join(root, release, 'arm64', 'bin', 'python3.13'))
    .find((file) => existsSync(file));
}

const present = findArm64() !== undefined && findProgram('aarch64-linux-gnu-gcc') !== undefined;
const arm64 = needThat(present, 'an aarch64 Python: ARM64_PYTHONS=DIR after .ci/arm64.sh DIR');

arm64('CPython 3.13 for aarch64 on another machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'numpy-abi-matrix-arm64-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('builds, chooses wheels and imports for aarch64', async () => {
    const args = ['check', HEALTHY, '--python', findArm64() ?? '', '--numpy', '2.3'];
    const { code, stderr, report } = await runCli([...args, '--json', '-']);
    expect(stderr).toMatch(/built healthy-\S+-cp313-cp313-linux_aarch64\.whl/);
    expect(report?.combinations.map(({ status, reason }) => [status, reason])).toEqual([
      ['passed', null],
    ]);
    const machines = report?.modules.flatMap(({ binary }) => binary?.machines ?? []);
    expect(new Set(machines)).toEqual(new Set(['aarch64']));
    expect(code).toBe(0);
  });

  const wheel = (name: string, machine: string, init = '') => {
    const compiler = `${machine}-linux-gnu-gcc`;
    const native = machine === 'aarch64' ? compiler : 'cc';
    const code = cModule({ name: `_${name}`, init, before: HANGS_INCLUDES });
    const module = compileModule(code, [pythonInclude(findArm64() ?? '')], native);
    return makeWheel(folder, {
      stem: `${name}-1.0-cp313-cp313-linux_${machine}`,
      requires: ['numpy'],
      files: {
        [`${name}/__init__.py`]: '',
        [`${name}/_${name}.cpython-313-${machine}-linux-gnu.so`]: module,
      },
    });
  };
  const CRASH = '*(volatile int *)(size_t)(8 * Py_IsInitialized()) = 1;';

  it('takes the wheels for aarch64 alone, and tells a crash of one', async () => {
    const wheels = [
      wheel('crash', 'aarch64', CRASH),
      wheel('good', 'aarch64'),
      wheel('good', 'x86_64'),
    ];
    const args = ['check', '--python', findArm64() ?? '', '--numpy', '2.3.5', '--json', '-'];
    const { code, report } = await runCli([...args, ...wheels.flatMap((one) => ['--wheel', one])]);
    expect(code).toBe(1);
    expect(report?.results.map(({ module, diagnosis }) => [module, diagnosis]).sort()).toEqual([
      ['crash._crash', 'crash'],
      ['good._good', null],
    ]);
    expect(report?.findings[0]?.title).toBe('`crash` crashes (SIGSEGV) while it is imported');
    const machines = report?.modules.flatMap(({ binary }) => binary?.machines ?? []);
    expect(new Set(machines)).toEqual(new Set(['aarch64']));
  });

  it('leaves nothing behind after a crash, a time-out and Ctrl-C', async () => {
    const marker = join(folder, 'hanging');
    const wheels = [
      wheel('crash', 'aarch64', CRASH),
      wheel('hangs', 'aarch64', hangsWithFamily(marker)),
    ];
    const args = ['check', '--fresh', ...wheels.flatMap((one) => ['--wheel', one])];
    const combination = ['--python', findArm64() ?? '', '--numpy', '2.3.5'];
    await expectNothingLeft([...args, ...combination], marker, 15, [
      ['crash', ['crash._crash']],
      ['timeout', ['hangs._hangs']],
    ]);
  });
});
