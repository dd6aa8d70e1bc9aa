import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { runCli } from '../support/cli.ts';
import { needLinuxPythons } from '../support/need-pythons.ts';

const HEALTHY = fileURLToPath(new URL('../../examples/healthy', import.meta.url));

needLinuxPythons('3.14', '3.15')('the newest CPythons, in a runner’s tool cache', () => {
  it('builds, imports and calls under both', async () => {
    const args = ['check', HEALTHY, '--python', '3.14', '--python', '3.15', '--numpy', 'latest'];
    const smoke = ['--smoke', `${HEALTHY}/smoke.py`];
    const { code, stderr, report } = await runCli([...args, ...smoke, '--json', '-']);
    expect(stderr).not.toContain('error');
    expect(report?.combinations.map(({ id, status }) => [id.split('-')[0], status])).toEqual([
      ['py3.14', 'passed'],
      ['py3.15', 'passed'],
    ]);
    expect(code).toBe(0);
  });
});
