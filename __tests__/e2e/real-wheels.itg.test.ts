import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/report/report.ts';
import { runCli } from '../support/cli.ts';
import { needThat } from '../support/need.ts';

/** Wheels as their users get them, from the package index in force. */
const online = needThat(
  process.env['NUMPY_ABI_MATRIX_OFFLINE'] !== '1',
  'the package index: NUMPY_ABI_MATRIX_OFFLINE is set',
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-real-'));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

async function check(...args: string[]): Promise<{ code: number | null; report: Report }> {
  const python = args.includes('--python') ? [] : ['--python', '3.11'];
  const run = await runCli(['check', ...args, ...python, '--json', '-', '--quiet'], {
    cwd: folder,
  });
  if (!run.report) throw new Error(`no report:\n${run.stdout}\n${run.stderr}`);
  return { code: run.code, report: run.report };
}

function packages(...names: string[]): string[] {
  return names.flatMap((name) => ['--package', name]);
}

function about(report: Report, distribution: string): readonly Finding[] {
  return report.findings.filter(({ culprit }) => culprit.distribution === distribution);
}

online('pandas 2.0.3, built for NumPy 1.x', () => {
  it('is one finding on NumPy 2 and none on 1.26', async () => {
    const numpys = ['--numpy', '1.26.4', '--numpy', '2.2.6', '--metadata', 'ignore'];
    const { code, report } = await check(...packages('pandas==2.0.3'), ...numpys);
    expect(code).toBe(1);
    expect(report.combinations.map(({ id, status }) => [id, status])).toEqual([
      ['py3.11-np1.26.4', 'passed'],
      ['py3.11-np2.2.6', 'failed'],
    ]);
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]).toMatchObject({
      kind: 'np1-on-np2',
      severity: 'error',
      fault: 'dependency',
      culprit: { distribution: 'pandas', version: '2.0.3' },
      combinations: ['py3.11-np2.2.6'],
    });
    expect(report.findings[0]?.modules).toHaveLength(43);
    // The first release that its own users can go to, as its wheels' bytes say.
    expect(report.findings[0]?.fix).toContain('pandas>=2.2.2');
  });
});

online('pandas 2.2.3 beside an old numexpr and bottleneck', () => {
  const subject = packages('pandas==2.2.3', 'numexpr==2.8.4', 'bottleneck==1.3.7');
  const options = ['--module', 'pandas.*', '--numpy', '2.2.6', '--metadata', 'ignore'];
  const seen = ({ results }: Report) =>
    results.map(({ module, outcome, severity }) => [module, outcome.kind, severity]);
  let shared: { code: number | null; report: Report };

  it('imports, and two warnings name what the import hides', async () => {
    shared = await check(...subject, ...options);
    expect(shared.code).toBe(0);
    const found = shared.report.findings.map(({ kind, severity, inner, culprit }) => [
      kind,
      severity,
      inner,
      culprit.module,
    ]);
    expect(found).toEqual([
      ['swallowed', 'warning', 'np1-on-np2', 'bottleneck.move'],
      ['swallowed', 'warning', 'np1-on-np2', 'numexpr.interpreter'],
    ]);
    expect(about(shared.report, 'numexpr')[0]?.fix).toContain('numexpr>=2.10.0');
    expect(about(shared.report, 'bottleneck')[0]?.fix).toContain('bottleneck>=1.4.0');
    expect(shared.report.combinations[0]?.processes).toBeLessThan(8);
  });

  it('says the same of each module in a process of its own', async () => {
    // Some of the 44: each takes seconds.
    const few = ['--module', 'pandas._libs.window.*', '--module', 'pandas._libs.j*'];
    const { code, report } = await check(
      ...subject,
      ...few,
      ...options.slice(2),
      ...['--isolation', 'module'],
    );
    expect(code).toBe(0);
    const names = seen(report).map(([name]) => name);
    expect(names.length).toBeGreaterThan(3);
    expect(seen(report)).toEqual(seen(shared.report).filter(([name]) => names.includes(name)));
    expect(report.findings.map(({ title }) => title)).toEqual(
      shared.report.findings.map(({ title }) => title),
    );
    expect(report.combinations[0]?.processes).toBeGreaterThanOrEqual(names.length);
  });
});

online('scikit-learn 1.3.0 with SciPy 1.11.4', () => {
  it('blames the file of SciPy, three frames down', async () => {
    await writeFile(join(folder, 'scipy.txt'), 'scipy==1.11.4\n');
    const { report } = await check(
      ...packages('scikit-learn==1.3.0'),
      ...['--constraint', 'scipy.txt', '--numpy', '2.2.6', '--metadata', 'ignore-all'],
    );
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]).toMatchObject({
      kind: 'np1-on-np2',
      fault: 'dependency',
      culprit: {
        distribution: 'scipy',
        version: '1.11.4',
        module: 'scipy.sparse._sparsetools',
        file: expect.stringMatching(/^scipy\/sparse\/_sparsetools\..*\.so$/),
      },
    });
    expect(report.findings[0]?.modules).toHaveLength(68);
    expect(report.findings[0]?.fix).toContain('scipy>=1.13.0');
  });
});

online('boost-histogram 1.3.2, which reads NumPy 1’s layout without a check', () => {
  const subject = packages('boost-histogram==1.3.2');
  const numpys = ['--numpy', '1.26.4', '--numpy', '2.2.6', '--metadata', 'ignore'];

  it('is a warning where it is only imported, and an error where its numbers differ', async () => {
    await writeFile(
      join(folder, 'edges.py'),
      'import boost_histogram as bh\nprint(bh.Histogram(bh.axis.Regular(3, 0, 1)).axes[0].edges)\n',
    );
    const { code, report } = await check(
      ...subject,
      ...numpys,
      ...['--smoke', 'edges.py', '--compare'],
    );
    expect(code).toBe(1);
    const found = report.findings.map(({ kind, severity, culprit, combinations }) => [
      kind,
      severity,
      culprit.module,
      combinations,
    ]);
    expect(found).toEqual([
      ['silent-corruption', 'error', 'boost_histogram._core', ['py3.11-np2.2.6']],
      ['latent-np1', 'warning', 'boost_histogram._core', ['py3.11-np2.2.6']],
    ]);
    const evidence = report.findings[0]?.evidence.join('\n') ?? '';
    expect(evidence).toMatch(/- line 1, NumPy 1\.26\.4: \[0\. +0\.33333333 0\.66666667 1\./);
    expect(evidence).toMatch(/\+ line 1, NumPy 2\.2\.6: \[1\. 1\. 1\. 1\.\]/);
    const smoke = report.results.filter(({ module }) => module === '<smoke>');
    expect(smoke.map(({ severity }) => severity)).toEqual(['none', 'error']);
  });
});

online('numba 0.56.4, which does not say that NumPy 1.24 is too new for it', () => {
  it('is told by the combination that works', async () => {
    const { report } = await check(
      ...packages('numba==0.56.4'),
      ...['--python', '3.10', '--numpy', '1.23', '--numpy', '1.24', '--metadata', 'ignore'],
    );
    const broken = report.findings.filter(({ kind }) => kind === 'py-init-broken');
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatchObject({ category: 'numpy-abi', culprit: { distribution: 'numba' } });
    expect(broken[0]?.combinations).toEqual(['py3.10-np1.24.4']);
    expect(broken[0]?.fix).toContain('`numpy<1.24`');
  });
});

online('four more wheels of 2023 on NumPy 2, in one environment', () => {
  it('has one finding for each', async () => {
    const { report } = await check(
      ...packages('onnxruntime==1.16.3', 'opencv-python==4.8.0.76'),
      ...packages('shapely==2.0.1', 'h5py==3.9.0'),
      ...['--numpy', '2.2.6', '--metadata', 'ignore-all'],
    );
    const found = report.findings.map(({ kind, severity, culprit }) =>
      [culprit.distribution, kind, severity].join(' '),
    );
    expect(found.toSorted()).toEqual([
      'h5py np1-on-np2 error',
      expect.stringMatching(/^onnxruntime (?:swallowed|latent-np1) warning$/),
      'opencv-python np1-on-np2 error',
      'shapely np1-on-np2 error',
    ]);
  });
});

describe('the group of real wheels', () => {
  it('is not left out in CI', () => {
    if (process.env['REQUIRE_ALL'] === '1') {
      expect(process.env['NUMPY_ABI_MATRIX_OFFLINE']).not.toBe('1');
    }
  });
});
