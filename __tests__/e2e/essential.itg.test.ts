import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runAction, runCli } from '../support/cli.ts';
import { findProgram, needThat } from '../support/need.ts';
import { cExtension, cModule } from '../support/projects/c-extension.ts';
import { writeProject } from '../support/projects/project-template.ts';

/** The machine's own Python, whatever release it is: nothing here needs a second one. */
const python = [findProgram('python3'), findProgram('python')].find((file) => {
  const code = 'import sys; sys.exit(sys.version_info < (3, 9))';
  try {
    execFileSync(file ?? '', ['-c', code], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});
const compiler = ['cc', 'gcc', 'clang', 'cl'].some((name) => findProgram(name) !== undefined);
const HEALTHY = fileURLToPath(new URL('../../examples/healthy', import.meta.url));

const what = 'Python 3.9 or newer and a C compiler: apt-get install python3 python3-venv gcc';
needThat(python !== undefined && compiler, what)('one Python and one compiler', () => {
  const ONE = ['--python', python ?? 'python3', '--numpy', 'latest'];

  it('builds, installs, imports and calls an extension: green', async () => {
    const smoke = `${HEALTHY}/smoke.py`;
    const run = await runCli(['check', HEALTHY, ...ONE, '--smoke', smoke, '--json', '-']);
    expect(run.report?.combinations.map(({ status }) => status)).toEqual(['passed']);
    expect(run.report?.modules.map(({ name }) => name)).toHaveLength(1);
    expect(run.code).toBe(0);
  });

  it('names the module that takes the process down: red', async () => {
    const core = cModule({ name: '_core', init: '*(volatile int *)0 = 1;' });
    const template = { ...cExtension(), 'src/core.c': core, 'sample/__init__.py': '' };
    const { folder, remove } = await writeProject(template);
    try {
      const run = await runCli(['check', folder, ...ONE, '--json', '-'], { cwd: folder });
      expect(run.report?.findings[0]?.culprit.module).toMatch(/_core$/);
      expect(run.code).toBe(1);
    } finally {
      await remove();
    }
  });

  it('says in the workflow that a Python that was named is not there', async () => {
    const env = { UV_PYTHON_DOWNLOADS: 'never' };
    const inputs = { packages: 'numpy', 'python-version': 'pypy3.9', 'numpy-version': 'latest' };
    const run = await runAction(inputs, { env });
    expect(run.stdout).toMatch(/^::error .*pypy3\.9/m);
    expect([run.code, run.outputs['outcome']]).toEqual([3, 'set-up']);
  });

  it('explains a traceback', async () => {
    const input = `Traceback (most recent call last):
  File "x.py", line 1, in <module>
    import pkg._core
RuntimeError: module compiled against ABI version 0x1000009 but this version of numpy is 0x2000000
`;
    // Findings and the verdict are all that it prints: being quiet leaves out nothing of them.
    for (const quiet of [[], ['--quiet']]) {
      const run = await runCli(['explain', ...quiet], { input });
      expect(run.stdout).toMatch(/NumPy 1\.x/);
      expect(run.code).toBe(0);
    }
  });
});
