import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { runCli } from '../support/cli.ts';
import { lastingReport } from '../support/lasting-report.ts';
import { needThat } from '../support/need.ts';
import { findPython } from '../support/need-pythons.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-equal-'));
  // Not in a checkout: what is ignored there would be looked at, too.
  await cp('examples', join(folder, 'examples'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

async function check(...words: readonly string[]): Promise<Report> {
  const numpys = ['--python', '3.11', '--numpy', '1.26.4', '--numpy', '2.0.2'];
  const args = ['check', ...words, ...numpys, '--json', '-'];
  const { report, stdout, stderr } = await runCli(args, { cwd: folder, reuse: true });
  if (!report) throw new Error(`no report:\n${stdout}\n${stderr}`);
  return report;
}

const packages = (...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => ['--package', name]);

needThat(
  process.env['NUMPY_ABI_MATRIX_OFFLINE'] !== '1' && findPython('3.11') !== undefined,
  'the package index (NUMPY_ABI_MATRIX_OFFLINE is set), Python 3.11',
)('a run that takes over what an earlier one measured reports the same:', () => {
  it.each<[string, readonly string[]]>([
    [
      'a project that works, with smoke code that is compared',
      ['examples/healthy', '--smoke', 'examples/healthy/smoke.py', '--compare'],
    ],
    [
      'a project that fails under NumPy 2, in all its modules one by one',
      ['examples/my-extension', '--isolation', 'module', '--fail-on', 'warning'],
    ],
    [
      'packages of which some fail under NumPy 2, with what they depend on',
      [
        ...packages('bottleneck==1.3.7', 'contourpy==1.2.1', 'shapely==2.0.1'),
        '--dependencies',
        'all',
      ],
    ],
  ])('%s', async (_, words) => {
    const fresh = await check(...words, '--fresh');
    expect(fresh.combinations.map(({ reused }) => reused)).toEqual([undefined, undefined]);
    const again = await check(...words);
    expect(again.combinations.map(({ reused }) => typeof reused)).toEqual(['string', 'string']);
    expect(lastingReport(again)).toEqual(lastingReport(fresh));
    // And so does one that measures everything once more.
    expect(lastingReport(await check(...words, '--fresh'))).toEqual(lastingReport(fresh));
  });
});
