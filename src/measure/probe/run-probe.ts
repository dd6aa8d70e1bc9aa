import { lstat, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { removeOrLeave } from '../../host/remove-tree.ts';
import { together } from '../../host/together.ts';
import type { NativeFrame } from '../../model/observation.ts';
import type { Ending, Processes } from '../../model/ports.ts';
import launcher from './launcher.py';
import { encodeSpec, type ProbeTask } from './probe-spec.ts';
import { type ProbeRecord, parseRecords } from './protocol.ts';
import { branchSecret, newSecret } from './record-tokens.ts';
import { WORKER_TEXT, type WorkerCode } from './worker-code.ts';

/** Everything that one probe process left behind. */
export interface ProbeRun {
  readonly task: ProbeTask;
  readonly records: readonly ProbeRecord[];
  /** What processes that it forked off saw, by name; what both have in common comes first in it. */
  readonly branches?: ReadonlyMap<string, ProbeRun>;
  readonly ending: Ending;
  readonly stdout: string;
  readonly stderr: string;
  readonly truncated: boolean;
  readonly seconds: number;
}

/** Only the steps that went well: a later one that raised has an outcome of its own. */
export function stepsTaken({ records }: ProbeRun): readonly string[] {
  return records.flatMap((record) => (record.kind === 'stepped' ? [record.step] : []));
}

/** Whether Python came as far as the worker, and its records are there. */
export function hasStarted({ records }: ProbeRun): boolean {
  return records.some((record) => record.kind === 'start');
}

/** How the probes of one environment are started. */
export interface ProbeSettings {
  readonly processes: Processes;
  /** The venv's interpreter, absolute. */
  readonly python: string;
  readonly pythonVersion: string;
  readonly implementation: string;
  /** A folder of this combination's own; a folder per process is made and removed in it. */
  readonly folder: string;
  readonly timeoutSeconds: number;
  /** What this Python has made of the worker; absent: it makes it anew in each process. */
  readonly worker?: WorkerCode;
  /** Told of every process that has ended. */
  readonly onRun?: (run: ProbeRun) => void;
  /** Looks up the native stack of a crashing task, where a debugger is to be had. */
  readonly crashStack?: (task: ProbeTask) => Promise<readonly NativeFrame[]>;
  /** Runs the interpreter under another program (a debugger). */
  readonly wrap?: (
    command: string,
    args: readonly string[],
  ) => readonly [string, readonly string[]];
  /** The probe's whole environment, given its own HOME and TMPDIR. */
  readonly environment: (own: { home: string; tmp: string }) => Readonly<Record<string, string>>;
}

/** What the smoke code prints may be compared, so more of it is kept. */
const SMOKE_OUTPUT_CAP_BYTES = 1024 * 1024;

/** Records beyond this are not read: a module that floods the record file fails for want of an end. */
const RECORDS_CAP_BYTES = 256 * 1024 * 1024;

/**
 * Runs one probe in a fresh interpreter, in an empty working directory, with a HOME and TMPDIR of
 * its own. A failing module is a value; only a broken file system throws.
 */
export async function runProbe(task: ProbeTask, settings: ProbeSettings): Promise<ProbeRun> {
  const folder = await mkdtemp(join(settings.folder, 'probe-'));
  try {
    const own = { home: join(folder, 'home'), tmp: join(folder, 'tmp') };
    const cwd = join(folder, 'cwd');
    const records = join(folder, 'records');
    const secret = newSecret();
    await together([mkdir(own.home), mkdir(own.tmp), mkdir(cwd), mkdir(join(folder, 'code'))]);
    const parent = settings.wrap ? null : process.pid;
    const smokeFile = join(folder, 'code', 'smoke.py');
    await together([
      writeFile(join(folder, 'spec'), encodeSpec(task, records, secret, parent, smokeFile)),
      ...(task.kind === 'smoke' ? [writeFile(smokeFile, task.code)] : []),
      writeFile(join(folder, 'code', 'worker.py'), settings.worker ?? WORKER_TEXT),
      writeFile(join(folder, 'code', 'launcher.py'), launcher),
    ]);
    const args = [
      ...interpreterFlags(settings),
      join(folder, 'code', 'launcher.py'),
      join(folder, 'code', 'worker.py'),
      join(folder, 'spec'),
    ];
    const [command, wrapped] = settings.wrap?.(settings.python, args) ?? [settings.python, args];
    const result = await settings.processes.run(command, wrapped, {
      cwd,
      env: settings.environment(own),
      timeoutSeconds: settings.timeoutSeconds,
      dumpSignal: 'SIGABRT',
      ...(task.kind === 'smoke' && { outputCapBytes: SMOKE_OUTPUT_CAP_BYTES }),
    });
    const run = await withBranches(records, secret, {
      task,
      records: parseRecords(await readRecords(records), secret),
      ending: result.ending,
      stdout: result.stdout,
      stderr: result.stderr,
      truncated: result.truncated,
      seconds: result.seconds,
    });
    settings.onRun?.(run);
    return run;
  } finally {
    await removeOrLeave(folder);
  }
}

/** What a process has in common with one that it forks off afterwards. */
const SHARED: ReadonlySet<ProbeRecord['kind']> = new Set([
  'start',
  'step',
  'stepped',
  'absent',
  'load',
  'old-api',
]);

async function withBranches(file: string, secret: string, run: ProbeRun): Promise<ProbeRun> {
  const branches = new Map<string, ProbeRun>();
  for (const [at, record] of run.records.entries()) {
    if (record.kind !== 'branch') continue;
    const own = `${file}.${record.name}`;
    const shared = run.records.slice(0, at).filter(({ kind }) => SHARED.has(kind));
    const ownSecret = branchSecret(secret, Number(record.name));
    const records = [...shared, ...parseRecords(await readRecords(own), ownSecret)];
    branches.set(record.name, await withBranches(own, ownSecret, { ...run, records }));
  }
  return { ...run, branches };
}

/**
 * `-s`: no user site. `-P` (3.11): the launcher's folder stays off `sys.path`; before it the
 * launcher removes it. Not `-I`, which would ignore `PYTHONHASHSEED`.
 */
function interpreterFlags(settings: ProbeSettings): readonly string[] {
  const [major = 0, minor = 0] = settings.pythonVersion.split('.').map(Number);
  const safePath = settings.implementation === 'cpython' && (major > 3 || minor >= 11);
  return ['-s', ...(safePath ? ['-P'] : []), '-X', 'faulthandler'];
}

/** The probe may have put anything in its place: a folder, a pipe, a link. Then nothing is proven. */
async function readRecords(path: string): Promise<string> {
  try {
    const found = await lstat(path);
    if (!found.isFile() || found.size > RECORDS_CAP_BYTES) return '';
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'EACCES', 'EPERM'].includes(code)) return '';
    throw error;
  }
}
