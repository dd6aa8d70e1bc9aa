import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { type CliRun, runCli } from '../support/cli.ts';
import { findProgram, needThat } from '../support/need.ts';

const PYTHON = ['3.11', '3.12', '3.10', '3.9'].find((minor) => findProgram(`python${minor}`));

needThat(PYTHON !== undefined, 'Python 3.9 to 3.12')('the files and commands of a run', () => {
  let folder: string;
  let run: CliRun;
  let report: Report;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reports-'));
    run = await runCli([
      ...['check', 'examples/my-extension', '--python', PYTHON ?? '', '--numpy', '1.26'],
      ...['--numpy', '2.0', '--report-dir', join(folder, 'all'), '--badge', join(folder, 'b.json')],
      ...['--measurements', join(folder, 'measured.json')],
    ]);
    report = JSON.parse(await readFile(join(folder, 'all', 'report.json'), 'utf8'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are written all, and say the same', async () => {
    expect(run.code).toBe(1);
    expect(await readdir(join(folder, 'all'))).toHaveLength(7);
    expect(JSON.parse(await readFile(join(folder, 'b.json'), 'utf8'))).toMatchObject({
      message: '1.26',
      color: 'orange',
    });
    const sarif = JSON.parse(await readFile(join(folder, 'all', 'report.sarif'), 'utf8'));
    const kinds = sarif.runs[0].results.map((one: { ruleId: string }) => one.ruleId);
    expect(kinds).toEqual(['np1-on-np2', 'range-too-wide']);
  });

  it('hold what the probe saw of the failure, without a path of this run', () => {
    const bad = report.results.find((one) => one.severity === 'error');
    const evidence = report.evidence?.[bad?.evidence ?? -1];
    expect(evidence?.stderr).toMatch(/compiled using NumPy 1\.x|_ARRAY_API/);
    expect(JSON.stringify(report.evidence)).not.toMatch(/\/tmp\/|probe-\w{6}/);
    expect(report.timeline?.map((one) => one.stage)).toEqual(
      expect.arrayContaining(['build', 'install', 'probe']),
    );
  });

  it('each finding is reproduced by its command', async () => {
    const sarif = JSON.parse(await readFile(join(folder, 'all', 'report.sarif'), 'utf8'));
    const seen: string[] = [];
    for (const { ruleId, message } of sarif.runs[0].results) {
      const [command = ''] = commandsIn(message.text);
      const words = command.split(' ');
      const again = await runCli([...words, '--json', join(folder, 'again.json')]);
      const found = JSON.parse(await readFile(join(folder, 'again.json'), 'utf8')) as Report;
      expect(again.code).toBe(1);
      expect(found.findings.map((one) => one.kind)).toContain(ruleId);
      seen.push(found.combinations.map((one) => one.verdict).join(', '));
    }
    // A range is too wide only beside what works.
    expect(seen).toEqual(['failed', 'proven, failed']);
  });

  it('are the same where merge shows what was measured elsewhere', async () => {
    const merged = await runCli(['merge', join(folder, 'measured.json')]);
    expect(merged.code).toBe(1);
    expect(commandsIn(merged.stdout)).toEqual(commandsIn(run.stdout));
  });
});

/** What is told to reproduce, without the program. */
function commandsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/(?<= )check \S.* --numpy \S+$/gm) ?? []);
}
