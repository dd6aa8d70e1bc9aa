import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActionRun, runAction } from '../support/cli.ts';
import { obeyedCommands } from '../support/command-oracle.ts';
import { needLinuxPythons } from '../support/need-pythons.ts';
import { HOSTILE_KINDS, hostileName, hostilePackage } from '../support/projects/hostile.ts';
import { writeProject } from '../support/projects/project-template.ts';
import { runningMarked } from '../support/running-processes.ts';

/** What a runner holds, and no code of the project may see; every value is a canary. */
const SECRETS = {
  GITHUB_TOKEN: 'canary-github',
  GH_TOKEN: 'canary-gh',
  ACTIONS_RUNTIME_TOKEN: 'canary-runtime',
  ACTIONS_RUNTIME_URL: 'http://127.0.0.1:9/canary-url',
  ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/canary-results',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'canary-oidc',
  INPUT_CREDENTIALS: 'canary-input',
  TWINE_PASSWORD: 'canary-twine',
  NPM_TOKEN: 'canary-npm',
  AWS_SECRET_ACCESS_KEY: 'canary-aws',
  UV_INDEX_PRIVATE_PASSWORD: 'canary-uv',
  PYTHONSTARTUP: 'canary-startup',
};
/** The runner's command files: whoever can write them controls the later steps. */
const COMMAND_FILES = ['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'];

const UNIX =
  '#include <signal.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n#include <unistd.h>';
const VANDAL = `import builtins, json, os
def no(*a, **k): raise RuntimeError('no')
builtins.open = os.write = os.open = os.close = os.getpid = json.dumps = builtins.print = no`;

const TOUCHES = `import glob, os, sample
with open(glob.glob(os.path.dirname(sample.__file__) + "/_fine*")[0], "ab") as f: f.write(b"!")`;

const c = (text: string): string => JSON.stringify(text);

needLinuxPythons('3.11')('hostile modules under the action', () => {
  let run: ActionRun;
  let folder = '';
  let remove: () => Promise<void>;
  let project = '';
  const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-canary-'));
    const dump = (name: string): string =>
      `import os; f = open(${JSON.stringify(join(folder, name))}, "w"); f.write(repr(dict(os.environ))); f.write(open("/proc/self/environ").read()); f.close()`;
    const kinds = HOSTILE_KINDS.filter(
      (kind) => kind !== 'rewrite-files' && kind !== 'dump-environment',
    );
    const template = hostilePackage(kinds, {
      // Compiled: what getenv() of the C library sees, and what Python sees.
      _dumps: {
        before: '#include <stdio.h>\nextern char **environ;',
        init: `FILE *file = fopen(${c(join(folder, 'compiled'))}, "w");
    for (char **one = environ; *one; one++) fprintf(file, "%s\\n", *one);
    fclose(file);
    if (PyRun_SimpleString(${c(dump('probe'))}) != 0) return NULL;`,
      },
      // Another program in the probe's place, which ends well.
      _becomes_true: { before: UNIX, init: 'execl("/bin/true", "true", (char *)0);' },
      // The parent ends well, an orphan goes on and reports success.
      _daemonises: { before: UNIX, init: 'if (fork() != 0) _exit(0);' },
      _kills_its_group: { before: UNIX, init: 'kill(0, SIGKILL);' },
      _exits_late: {
        before: `${UNIX}\nstatic void late(void) { _exit(7); }`,
        init: 'atexit(late);',
      },
      // 200 MB: more than anybody keeps.
      _floods: {
        before: UNIX,
        init: `static char text[65536];
    memset(text, 65, sizeof text);
    for (int i = 0; i < 3200; i++) fwrite(text, 1, sizeof text, stdout);
    fflush(stdout);`,
      },
      // Another module's file; its last bytes are read by nobody.
      _touches_fine: {
        init: `if (PyRun_SimpleString(${c(TOUCHES)}) != 0) return NULL;`,
      },
      // Whatever a probe needs at its end it had to take before.
      _vandal: {
        init: `if (PyRun_SimpleString(${c(VANDAL)}) != 0) return NULL;`,
      },
    });
    const made = await writeProject({
      ...template,
      // Whatever runs in the build may print: nothing secret, and nothing that the runner obeys.
      'setup.py': `${dump('build')}
import sys
print(dict(os.environ))
print("::error::from the build"); print("x ##[add-mask]build"); sys.stdout.flush()
${template['setup.py'] ?? ''}`,
    });
    ({ folder: project, remove } = made);
    run = await runAction(
      {
        project,
        'python-version': '3.11',
        'numpy-version': '2.0.2',
        timeout: '8',
        smoke: `${dump('smoke')}\nimport os\nprint("::warning::smoke")`,
      },
      { cwd: project, env: SECRETS },
    );
  }, 200_000);
  afterAll(async () => {
    await remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('ends, with exit code 1, and names every module with what it did', () => {
    expect({ code: run.code, signal: run.signal }).toEqual({ code: 1, signal: null });
    const seen = Object.fromEntries(
      (run.report?.results ?? []).map(({ module, outcome, diagnosis }) => [
        module,
        [outcome.kind, 'signal' in outcome ? outcome.signal : null, diagnosis],
      ]),
    );
    const name = (kind: (typeof HOSTILE_KINDS)[number]) => `sample.${hostileName(kind)}`;
    expect(seen).toEqual({
      [name('segfault')]: ['signalled', 'SIGSEGV', 'crash'],
      [name('abort')]: ['signalled', 'SIGABRT', 'crash'],
      // Believing exit code 0 makes these four green.
      [name('exit-0')]: ['exited', null, 'exit-in-init'],
      [name('_exit-0')]: ['exited', null, 'exit-in-init'],
      [name('own-handler')]: ['exited', null, 'exit-in-init'],
      [name('system-exit')]: ['exited', null, 'exit-in-init'],
      [name('hang')]: ['timed-out', null, 'timeout'],
      // Believing the child's records makes this one green.
      [name('fork-and-return')]: ['timed-out', null, 'timeout'],
      // Looking only at what the import said makes this one green.
      [name('crash-at-exit')]: ['signalled', 'SIGSEGV', 'crash-at-exit'],
      [name('silent-null')]: ['raised', null, 'py-init-broken'],
      // They import well; waiting for their pipes would hang, reading the pipes would see nothing.
      [name('fork-holds-pipes')]: ['imported', null, null],
      [name('setsid')]: ['imported', null, null],
      [name('close-descriptors')]: ['imported', null, null],
      [name('commands')]: ['imported', null, null],
      'sample._becomes_true': ['exited', null, 'exit-in-init'],
      'sample._daemonises': ['exited', null, 'exit-in-init'],
      'sample._exits_late': ['exited', null, 'exit-in-init'],
      'sample._kills_its_group': ['signalled', 'SIGKILL', 'crash'],
      'sample._floods': ['imported', null, null],
      'sample._vandal': ['imported', null, null],
      'sample._touches_fine': ['imported', null, null],
      'sample._dumps': ['imported', null, null],
      'sample._fine': ['imported', null, null],
      '<smoke>': ['imported', null, null],
    });
  });

  it('says of a file that another module wrote to that it was not tested as installed', () => {
    const touched = (run.report?.notTested ?? []).filter(({ reason }) => /wrote to/.test(reason));
    expect(touched.map(({ what }) => what)).toEqual([expect.stringMatching(/^sample\/_fine\./)]);
  });

  it('blames each bad module in a finding of its own kind', () => {
    const found = (run.report?.findings ?? []).flatMap(({ kind, modules, culprit }) =>
      modules.map((module) => `${kind} ${module} ${culprit?.distribution}`),
    );
    expect(found.sort()).toEqual(
      [
        'crash sample._abort sample',
        'crash sample._kills_its_group sample',
        'exit-in-init sample._becomes_true sample',
        'exit-in-init sample._daemonises sample',
        'exit-in-init sample._exits_late sample',
        'crash sample._segfault sample',
        'crash-at-exit sample._crash_at_exit sample',
        'exit-in-init sample._c_exit_0 sample',
        'exit-in-init sample._exit_0 sample',
        'exit-in-init sample._own_handler sample',
        'exit-in-init sample._system_exit sample',
        'py-init-broken sample._silent_null sample',
        'timeout sample._fork_and_return sample',
        'timeout sample._hang sample',
      ].sort(),
    );
  });

  it('shows no module, build or smoke code a token, an input or a command file', async () => {
    for (const name of ['compiled', 'probe', 'smoke', 'build']) {
      const text = await read(name);
      expect(text).toContain('PATH');
      expect(text).not.toContain('canary-');
      expect(text).not.toMatch(/INPUT_|ACTIONS_R|_TOKEN/);
      for (const file of COMMAND_FILES) expect(text).not.toContain(file);
    }
    expect(await read('probe')).not.toContain('GITHUB_');
  });

  it('lets no secret into the log, the summary, the outputs or the report', () => {
    // The log holds what the build printed of its environment.
    expect(run.stdout).toContain("'PATH'");
    const all = [run.stdout, run.stderr, run.summary, JSON.stringify([run.outputs, run.report])];
    // The name of the tests' own folder holds the word as well.
    for (const text of all) expect(text.replaceAll(folder, '')).not.toContain('canary-');
  });

  it('gives the runner no command but its own, whatever modules and builds print', () => {
    // As the runner does: nothing between stop-commands and its token is obeyed.
    const log = `${run.stdout}\n${run.stderr}`.replace(
      /^::stop-commands::(\S+)$[\s\S]*?^::\1::$/gm,
      '',
    );
    const obeyed = obeyedCommands(log);
    expect([...new Set(obeyed.map(({ command }) => command))].sort()).toEqual([
      'endgroup',
      'error',
      'group',
    ]);
    const titles = obeyed.filter(({ command }) => command === 'error');
    expect(titles.every(({ properties }) => properties['title']?.includes('sample'))).toBe(true);
    expect(titles.some(({ data }) => /made up|from the build/.test(data))).toBe(false);
    // Nor do they stand bare between the two, should a runner know no stop-commands.
    expect(`${run.stdout}\n${run.stderr}`).not.toMatch(/^\s*::error::from|##\[add-mask\]/m);
    expect(run.summary).not.toMatch(/made up/);
  });

  it('leaves no process behind, whatever forked or left its session', () => {
    expect(runningMarked('numpy-abi-matrix-runner-')).toEqual([]);
  });
});
