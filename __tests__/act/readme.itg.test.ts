import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '../../src/repository.ts';
import { machineEnvironment, runAct, USES } from '../support/act.ts';
import { findProgram, need } from '../support/need.ts';

/** The first workflow that the README shows. */
async function readmeWorkflow(): Promise<string> {
  const readme = await readFile('README.md', 'utf8');
  const block = /## In a workflow\n+```yaml\n([\s\S]*?)```/.exec(readme)?.[1];
  if (!block) throw new Error('the README shows no workflow');
  return block;
}

need('act', 'go install github.com/nektos/act@latest')('the workflow of the README', () => {
  let project: string;

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'readme-'));
    await cp('examples/healthy', project, { recursive: true });
    // The lines of the README stay as they are; the project itself asks for a small matrix.
    const file = join(project, 'pyproject.toml');
    const settings = '[tool.numpy-abi-matrix]\npython-version = "3.11"\nnumpy-version = "latest"\n';
    await writeFile(file, `${await readFile(file, 'utf8')}\n${settings}`);
  });

  afterAll(() => rm(project, { recursive: true, force: true }));

  it('runs as it stands there', async () => {
    const workflow = (await readmeWorkflow()).replace(`${REPOSITORY}@v1`, USES);
    expect(workflow).toContain(USES);
    const run = await runAct({
      act: findProgram('act') ?? 'act',
      action: process.cwd(),
      folders: { '': project },
      workflow,
      env: machineEnvironment(),
    });
    expect([run.jobResult, run.exitCode]).toEqual(['success', 0]);
    expect(run.summary).toContain('1 module imports on 1 combination');
  });
});
