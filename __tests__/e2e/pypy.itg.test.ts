import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { runCli } from '../support/cli.ts';
import { findProgram, needThat } from '../support/need.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/my-extension', import.meta.url));

/** The minor version of the PyPy of `.ci/pypy.sh`, in the tool cache: `3.9`. */
function findPypy(): string | undefined {
  const root = join(process.env['RUNNER_TOOL_CACHE'] || '/opt/hostedtoolcache', 'PyPy');
  const [release] = existsSync(root) ? readdirSync(root) : [];
  return release?.split('.').slice(0, 2).join('.');
}

const minor = findPypy();
const present = minor !== undefined && findProgram('cc') !== undefined;

needThat(present, 'PyPy and cc: RUNNER_TOOL_CACHE=DIR after .ci/pypy.sh DIR')('PyPy', () => {
  it('builds for it, proves what imports and names what fails', async () => {
    const python = `pypy${minor}`;
    // Built with the older NumPy, as the project asks.
    const args = ['check', EXAMPLE, '--python', python, '--numpy', '1.26', '--numpy', '2.0'];
    const { code, stderr, report } = await runCli([...args, '--json', '-']);
    expect(stderr).toMatch(/built my_extension-1\.0-pp3\d+-pypy3\d+_pp\d+-linux_x86_64\.whl/);
    expect(report?.combinations.map(({ id, status }) => [id, status])).toEqual([
      [`${python}-np1.26.4`, 'passed'],
      [`${python}-np2.0.2`, 'failed'],
    ]);
    const found = report?.findings.find(({ kind }) => kind === 'np1-on-np2');
    expect(found?.modules).toEqual(['my_extension']);
    expect(found?.location?.file).toBe('examples/my-extension/pyproject.toml');
    expect(report?.verdict).toContain('1 combination proven');
    expect(code).toBe(1);
  });
});
