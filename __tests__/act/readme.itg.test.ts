import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { REPOSITORY } from '../../src/repository.ts';
import { machineEnvironment, runAct, USES } from '../support/act.ts';
import { findProgram, need } from '../support/need.ts';

/** The first workflow that the README shows with these words in it, as a consumer has it. */
async function readmeWorkflow(words: string): Promise<string> {
  const readme = await readFile('README.md', 'utf8');
  const blocks = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  const block = blocks.find((one) => one.includes('\njobs:') && one.includes(words));
  if (!block) throw new Error(`the README shows no workflow with ${words}`);
  const workflow = block.replaceAll(`${REPOSITORY}@v1`, USES);
  expect(workflow).toContain(USES);
  return workflow;
}

const artifacts = (which: string) => resolve('__tests__/support/artifacts', which);

need('act', 'go install github.com/nektos/act@latest')('the workflows of the README', () => {
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

  const run = (workflow: string) =>
    runAct({
      act: findProgram('act') ?? 'act',
      action: process.cwd(),
      folders: { '': project },
      workflow,
      env: machineEnvironment(),
      others: {
        'actions/upload-artifact@v7': artifacts('upload'),
        'actions/download-artifact@v8': artifacts('download'),
      },
    });

  it('has one that runs as it stands there', async () => {
    const { jobResult, exitCode, summary } = await run(await readmeWorkflow('pull_request'));
    expect([jobResult, exitCode]).toEqual(['success', 0]);
    expect(summary).toContain('1 module imports on 1 combination');
  });

  it('has a matrix whose report names the parts, where none of them left anything', async () => {
    const workflow = await readmeWorkflow('mode: merge');
    const lost = workflow.replace(/path: \S+ steps\.measure\.\S+ \}\}/, 'path: none');
    expect(lost).not.toBe(workflow);
    const { annotations, exitCode } = await run(lost);
    expect(annotations.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(
        /^No measurements of the plan are there: part 1\/4 \(linux-x86_64, Python 3\.11\)\n/,
      ),
    );
    expect(exitCode).toBe(1);
  });
});
