import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  onDrive,
  WINDOWS_PYTHON,
  type WindowsMachine,
  windows,
  windowsMachine,
  windowsWheel,
} from '../support/windows.ts';

/** Package → kind, what its title says, what its fix says. */
const FAILURES: readonly (readonly [string, string, RegExp, RegExp])[] = [
  ['aborts', 'exit-in-init', /ends the process with code 3/, /abort/],
  ['breaks', 'crash', /crashes \(BREAKPOINT\)/, /WinDbg/],
  ['crash', 'crash', /crashes \(ACCESS_VIOLATION\)/, /WinDbg/],
  ['cxx', 'crash', /crashes \(CPP_EXCEPTION\)/, /WinDbg/],
  ['divide', 'crash', /crashes \(INTEGER_DIVIDE_BY_ZERO\)/, /WinDbg/],
  ['leaves', 'exit-in-init', /ends the process with code 7/, /set an exception/],
  ['missing', 'ld-missing-library', /needs a DLL, which is not found/, /delvewheel/],
  ['oldabi', 'np1-on-np2', /built for NumPy 1\.x/, /numpy>=2\.0/],
  ['stack', 'crash', /crashes \(STACK_OVERFLOW\)/, /WinDbg/],
];

windows('Windows, under Wine', () => {
  let machine: WindowsMachine;
  let wheelhouse = '';
  beforeAll(async () => {
    machine = await windowsMachine();
    wheelhouse = join(machine.folder, 'wheel house');
    await mkdir(wheelhouse);
    for (const name of ['good', ...FAILURES.map(([one]) => one)]) {
      await cp(windowsWheel(name), join(wheelhouse, windowsWheel(name).split('/').at(-1) ?? ''));
    }
  });
  afterAll(() => machine.remove());

  async function expectNothingLeft(): Promise<void> {
    expect(machine.leftBehind()).toEqual([]);
    expect(await readdir(machine.temp)).toEqual([]);
    const kept = await readdir(join(machine.folder, 'cache'), { recursive: true });
    expect(kept.filter((name) => /staging|\.lock$/.test(name) && !/uv-cache/.test(name))).toEqual(
      [],
    );
  }

  it('tells of each wheel what fails, in which module, and what to do there', async () => {
    const reports = join(machine.folder, 'reports');
    const { code, stdout, report } = await machine.run([
      ...['check', '--wheel', `${onDrive(wheelhouse)}\\*.whl`, '--numpy', '2.4.6'],
      ...['--python', WINDOWS_PYTHON, '--report-dir', onDrive(reports)],
    ]);
    expect(code).toBe(1);
    expect(report?.findings.map(({ kind, modules }) => [modules, kind]).sort()).toEqual(
      FAILURES.map(([name, kind]) => [[`${name}._${name}`], kind]),
    );
    const proven = report?.results.filter(({ diagnosis }) => diagnosis === null);
    expect(proven?.map(({ module }) => module)).toEqual(['good._good']);
    for (const [name, , title, fix] of FAILURES) {
      const found = report?.findings.find(({ culprit }) => culprit.distribution === name);
      expect(found?.title).toMatch(title);
      expect(found?.fix).toMatch(fix);
      expect(`${found?.explanation} ${found?.fix}`).not.toMatch(/gdb|LD_LIBRARY|auditwheel|SIG/);
    }
    // A path that needs quotes, and the interpreter that was named, for a prompt of Windows.
    expect(stdout).toContain(`--wheel "${onDrive(wheelhouse)}\\*.whl"`);
    expect(stdout).toContain(`--python ${WINDOWS_PYTHON}`);
    expect((await readdir(reports)).length).toBeGreaterThan(3);
    await expectNothingLeft();
  });

  it('annotates and summarises in a workflow', async () => {
    const runner = join(machine.folder, 'runner');
    await mkdir(runner);
    const files = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH'];
    for (const name of files) await writeFile(join(runner, name), '');
    const wheels = ['good', 'oldabi'].map((name) => `${onDrive(wheelhouse)}\\${name}-*.whl`);
    const { code, stdout } = await machine.run([], {
      script: 'action.mjs',
      env: {
        ...Object.fromEntries(files.map((name) => [name, onDrive(join(runner, name))])),
        // Its reports stay in there, for the steps behind it.
        RUNNER_TEMP: onDrive(runner),
        ...{ CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: onDrive(machine.folder) },
        INPUT_WHEELS: wheels.join('\n'),
        'INPUT_PYTHON-VERSION': '3.12',
        'INPUT_NUMPY-VERSION': '1.26.4\n2.4.6',
      },
    });
    expect(code).toBe(1);
    const annotations = stdout.split(/\r?\n/).filter((line) => line.startsWith('::error'));
    expect(annotations).toHaveLength(2);
    expect(annotations[0]).toContain('built for NumPy 1.x');
    // The range of both together: `good` alone works with either NumPy.
    expect(annotations[1]).toContain('title=good%2C oldabi allows NumPy versions');
    expect(annotations[1]).toContain(`--wheel "${onDrive(wheelhouse)}\\good-*.whl"`);
    const summary = await readFile(join(runner, 'GITHUB_STEP_SUMMARY'), 'utf8');
    expect(summary).toContain('oldabi');
    expect(summary).toMatch(/2\.4/);
    const outputs = await readFile(join(runner, 'GITHUB_OUTPUT'), 'utf8');
    expect(outputs).toMatch(/report-json/);
  });

  it('ends a package that hangs, with all that it started', async () => {
    const { code, report } = await machine.run([
      ...['check', '--wheel', onDrive(windowsWheel('family')), '--python', '3.12'],
      ...['--numpy', '2.4.6', '--timeout', '8'],
    ]);
    expect(report?.findings.map(({ kind, modules }) => [kind, modules])).toEqual([
      ['timeout', ['family._family']],
    ]);
    expect(code).toBe(1);
    await expectNothingLeft();
  });

  it('stops at Ctrl-C, and cleans up', async () => {
    const { code, stderr } = await machine.run(
      [
        ...['check', '--wheel', onDrive(windowsWheel('family')), '--python', '3.12'],
        ...['--numpy', '2.4.6', '--timeout', '200'],
      ],
      { interruptAt: /py3\.12-np2\.4\.6 \((?!\d s\))/ },
    );
    expect(stderr).toMatch(/[Ii]nterrupted/);
    expect(code).toBe(130);
    await expectNothingLeft();
  });

  it('proves a package of the index, with Node 20', async () => {
    const { code, report } = await machine.run(
      ['check', '--package', 'contourpy', '--python', '3.14', '--numpy', 'latest'],
      { node: 20 },
    );
    expect(report?.combinations.map(({ status, reason }) => [status, reason])).toEqual([
      ['passed', null],
    ]);
    expect(report?.modules.map(({ file }) => file)).toEqual([
      expect.stringMatching(/_contourpy\.cp314-win_amd64\.pyd$/),
    ]);
    expect(code).toBe(0);
  });
});
