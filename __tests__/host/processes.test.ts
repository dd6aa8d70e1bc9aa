import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProcesses } from '../../src/host/processes.ts';
import type { RunOptions, RunResult } from '../../src/model/ports.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'processes-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function sh(script: string, options: Partial<RunOptions> = {}): Promise<RunResult> {
  return createProcesses().run('/bin/sh', ['-c', script], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', HERE: folder },
    timeoutSeconds: 20,
    ...options,
  });
}

/** Whether the process that wrote its pid to the file is gone. */
async function gone(file: string): Promise<boolean> {
  const pid = Number(await readFile(join(folder, file), 'utf8'));
  try {
    const state = await readFile(`/proc/${pid}/stat`, 'utf8');
    return / Z /.test(state);
  } catch {
    return true;
  }
}

const posix = process.platform === 'win32' ? describe.skip : describe;

posix('createProcesses() tells how a child ended', () => {
  it.each([
    ['an exit code', 'exit 3', { kind: 'exited', code: 3 }],
    ['a signal', 'kill -SEGV $$', { kind: 'signalled', signal: 'SIGSEGV' }],
    ['a child that kills its group', 'kill -KILL 0', { kind: 'signalled', signal: 'SIGKILL' }],
  ])('%s', async (_name, script, ending) => {
    expect((await sh(script)).ending).toEqual(ending);
  });

  it('a program that is not there is a value', async () => {
    const result = await createProcesses().run(join(folder, 'nothing'), [], {
      cwd: folder,
      env: {},
      timeoutSeconds: 5,
    });
    expect(result.ending).toMatchObject({ kind: 'not-started', code: 'ENOENT' });
  });

  it('an argument that no program can be given is a value', async () => {
    const result = await createProcesses().run('/bin/sh', ['a\0b'], {
      cwd: folder,
      env: {},
      timeoutSeconds: 5,
    });
    expect(result.ending.kind).toBe('not-started');
  });
});

posix('createProcesses() leaves nobody behind', () => {
  const setsid = 'import os,time\nif os.fork() == 0:\n os.setsid()\n';
  it.each([
    [
      'a fork that holds the pipes',
      "(echo $$ >/dev/null; sh -c 'echo $$ > fork; exec sleep 60') & sleep 0.3",
      'fork',
    ],
    [
      'a daemon in its own session',
      `python3 -c "${setsid} open('daemon','w').write(str(os.getpid())); time.sleep(60)\nelse: time.sleep(0.3)"`,
      'daemon',
    ],
  ])('%s', async (_name, script, file) => {
    const result = await sh(script);
    expect(result.ending).toEqual({ kind: 'exited', code: 0 });
    expect(result.seconds).toBeLessThan(10);
    expect(await gone(file)).toBe(true);
  });

  it('a child that ignores SIGTERM is killed at the time-out', async () => {
    const processes = createProcesses({ termSeconds: 0.2 });
    const result = await processes.run(
      '/bin/sh',
      ['-c', "trap '' TERM; echo $$ > stubborn; while :; do sleep 0.1; done"],
      { cwd: folder, env: { PATH: process.env['PATH'] ?? '' }, timeoutSeconds: 0.5 },
    );
    expect(result.ending).toEqual({ kind: 'timed-out', seconds: 0.5 });
    expect(await gone('stubborn')).toBe(true);
  });

  it.each([
    ['says where it is', "trap 'echo here >&2; exit 5' ABRT", 'here'],
    ['does not listen', "trap '' ABRT", ''],
  ])('a child that %s at the dump signal has timed out all the same', async (_, trap, said) => {
    const result = await createProcesses().run(
      '/bin/sh',
      ['-c', `${trap}; while :; do sleep 0.1; done`],
      {
        cwd: folder,
        env: { PATH: process.env['PATH'] ?? '' },
        timeoutSeconds: 0.5,
        dumpSignal: 'SIGABRT',
      },
    );
    expect(result.ending).toEqual({ kind: 'timed-out', seconds: 0.5 });
    expect(result.stderr.trim()).toBe(said);
  });

  it('an interrupt ends what runs, and nothing starts afterwards', async () => {
    const interrupt = new AbortController();
    const processes = createProcesses({ signal: interrupt.signal });
    const options = { cwd: folder, env: { PATH: process.env['PATH'] ?? '' }, timeoutSeconds: 20 };
    const long = processes.run('/bin/sh', ['-c', 'sleep 60'], options);
    setTimeout(() => interrupt.abort(), 200);
    expect((await long).ending).toEqual({ kind: 'interrupted' });
    expect((await processes.run('/bin/sh', ['-c', ':'], options)).ending.kind).toBe('interrupted');
  });

  it('ends one child alone where its own signal aborts', async () => {
    const processes = createProcesses();
    const own = new AbortController();
    const options = { cwd: folder, env: { PATH: process.env['PATH'] ?? '' }, timeoutSeconds: 20 };
    const long = processes.run('/bin/sh', ['-c', 'echo $$ > alone; sleep 60'], {
      ...options,
      until: own.signal,
    });
    const other = processes.run('/bin/sh', ['-c', 'sleep 1'], options);
    setTimeout(() => own.abort(), 200);
    expect((await long).ending).toEqual({ kind: 'interrupted' });
    expect(await gone('alone')).toBe(true);
    const late = await processes.run('/bin/sh', ['-c', ':'], { ...options, until: own.signal });
    expect(late.ending.kind).toBe('interrupted');
    expect((await other).ending).toEqual({ kind: 'exited', code: 0 });
  });

  it('close() kills what runs', async () => {
    const processes = createProcesses();
    const options = { cwd: folder, env: { PATH: process.env['PATH'] ?? '' }, timeoutSeconds: 20 };
    const long = processes.run('/bin/sh', ['-c', 'echo $$ > closing; sleep 60'], options);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await processes.close();
    expect((await long).ending.kind).toBe('interrupted');
    expect(await gone('closing')).toBe(true);
  });
});

posix('createProcesses() bounds and decodes output', () => {
  it('keeps the first and last halves of a flood', async () => {
    const script = 'echo first; head -c 5000000 /dev/zero | tr "\\0" x; echo; echo last';
    const result = await sh(script, { outputCapBytes: 1000 });
    expect(result.truncated).toBe(true);
    expect(result.stdout.startsWith('first\n')).toBe(true);
    expect(result.stdout.endsWith('x\nlast\n')).toBe(true);
    expect(result.stdout.length).toBeLessThan(1100);
  });

  it('keeps everything below the cap', async () => {
    const result = await sh('head -c 900 /dev/zero | tr "\\0" y', { outputCapBytes: 1000 });
    expect(result.truncated).toBe(false);
    expect(result.stdout).toBe('y'.repeat(900));
  });

  it('survives invalid UTF-8 and an input nobody reads', async () => {
    const result = await sh("exec 0<&-; printf 'a\\377b'", { input: 'x'.repeat(1_000_000) });
    expect(result.stdout).toBe('a\uFFFDb');
  });

  it('gives the child the environment it was given, and the marker', async () => {
    const result = await sh('env', { env: { PATH: process.env['PATH'] ?? '', ONLY: '1' } });
    const names = result.stdout.split('\n').map((line) => line.split('=')[0]);
    expect(names).toContain('ONLY');
    expect(names).toContain('NUMPY_ABI_MATRIX_CHILD');
    expect(names).not.toContain('HOME');
  });
});
