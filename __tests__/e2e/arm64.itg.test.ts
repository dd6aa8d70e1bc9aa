import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { runCli } from '../support/cli.ts';
import { findProgram, needThat } from '../support/need.ts';

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
});
