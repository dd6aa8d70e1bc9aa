import { beforeAll, expect, it } from '@jest/globals';
import { type ActRun, machineEnvironment, runAct, USES } from '../support/act.ts';
import { findProgram, need } from '../support/need.ts';

const workflow = `
on: pull_request
jobs:
  audit:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - name: audit
        id: audit
        uses: ${USES}
        with:
          mode: audit
          fail-on: never
          wheels: |
            locks/uv.lock
            locks/requirements.txt
      - name: outputs
        shell: bash
        env:
          ALL: \${{ toJSON(steps.audit.outputs) }}
        run: printf '%s\\n' "$ALL"
`;

need('act', 'go install github.com/nektos/act@latest')('an audit of locks', () => {
  let run: ActRun;
  beforeAll(async () => {
    run = await runAct({
      act: findProgram('act') ?? 'act',
      action: process.cwd(),
      folders: { locks: '__tests__/packaging/locks/samples' },
      workflow,
      env: machineEnvironment(),
    });
  });

  it('has an annotation at the line of each locked package that breaks', () => {
    const places = run.annotations.map(({ level, properties: { file, line } }) => [
      level,
      file,
      line,
    ]);
    expect(places).toEqual([
      ['error', 'locks/uv.lock', '23'],
      ['error', 'locks/requirements.txt', '3'],
    ]);
  });

  it('has a summary that is red, whatever is let pass', () => {
    expect(run.summary).toMatch(/^### ❌ 6 wheels read, 12 binaries; 2 errors/);
    expect(run.summary).toContain('Where: `locks/uv.lock:23`');
  });

  it('has outputs, and passes', () => {
    expect(run.log).toMatch(/"outcome": "findings"/);
    expect(run.log).toMatch(/"report-json": "\S+audit\.json"/);
    expect([run.jobResult, run.exitCode]).toEqual(['success', 0]);
  });
});
