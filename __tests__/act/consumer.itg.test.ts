import { beforeAll, expect, it } from '@jest/globals';
import { type ActRun, machineEnvironment, runAct, USES } from '../support/act.ts';
import { findProgram, need } from '../support/need.ts';

/** A Python of this machine that NumPy 1.26 has wheels for; else whatever can be had. */
const python =
  ['3.11', '3.12', '3.10', '3.9'].find((minor) => findProgram(`python${minor}`) !== undefined) ??
  'auto';

const workflow = (project: string, numpys: readonly string[]) => `
on: pull_request
jobs:
  numpy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - name: check
        id: check
        continue-on-error: true
        uses: ${USES}
        with:
          project: ${project}
          smoke: ${project}/smoke.py
          python-version: '${python}'
          numpy-version: |
${numpys.map((one) => `            ${one}`).join('\n')}
      - name: outputs
        shell: bash
        env:
          ALL: \${{ toJSON(steps.check.outputs) }}
          OUTCOME: \${{ steps.check.outcome }}
        run: |
          printf 'step-outcome=%s\\n' "$OUTCOME"
          printf '%s\\n' "$ALL"
      - name: verdict
        shell: bash
        env:
          OUTCOME: \${{ steps.check.outcome }}
        run: test "$OUTCOME" = success
`;

const run = (project: string, numpys: readonly string[]) =>
  runAct({
    act: findProgram('act') ?? 'act',
    action: process.cwd(),
    folders: { examples: 'examples' },
    workflow: workflow(project, numpys),
    env: machineEnvironment(),
  });

need('act', 'go install github.com/nektos/act@latest')('a consumer of the action', () => {
  let red: ActRun;
  beforeAll(async () => {
    red = await run('examples/my-extension', ['1.26', '2.0']);
  });

  it('sees the cause on the line to change', () => {
    expect(red.annotations.filter((one) => one.level === 'error')).toContainEqual(
      expect.objectContaining({
        message: expect.stringContaining('numpy>=2'),
        properties: expect.objectContaining({
          file: 'examples/my-extension/pyproject.toml',
          line: '2',
        }),
      }),
    );
  });

  it('has one annotation for each cause: the build, and the range that promises too much', () => {
    const errors = red.annotations.filter((one) => one.level === 'error');
    expect(errors.map(({ properties }) => [properties['file'], properties['line']])).toEqual([
      ['examples/my-extension/pyproject.toml', '2'],
      ['examples/my-extension/pyproject.toml', '10'],
    ]);
  });

  it('sees the grid in the summary', () => {
    expect(red.summary).toMatch(/\| NumPy[^|]*\|.*1\.26.*2\.0/);
  });

  it('has outputs, a failed step and a failed job', () => {
    expect(red.log).toContain('step-outcome=failure');
    expect(red.log).toMatch(/"outcome": "\w/);
    expect(red.log).toMatch(/"failed": "[1-9]/);
    expect(red.log).toMatch(/"passed": "[1-9]/);
    expect(red.log).toMatch(/"report-json": "\//);
    expect(red.jobResult).toBe('failure');
  });

  it('passes with the healthy example', async () => {
    const green = await run('examples/healthy', ['1.26', '2.0']);
    expect(green.annotations.filter((one) => one.level === 'error')).toEqual([]);
    expect([green.jobResult, green.exitCode]).toEqual(['success', 0]);
  });
});
