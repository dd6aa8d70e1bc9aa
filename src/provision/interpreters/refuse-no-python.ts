import { access, constants, readlink, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { headline, stripAnsi } from '../../escape/plain-text.ts';
import { probeEnvironment } from '../../host/child-environment.ts';
import { THIS_PLATFORM } from '../../host/this-platform.ts';
import { together } from '../../host/together.ts';
import type { Processes } from '../../model/ports.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { OLDEST_MINOR } from '../../packaging/python-name.ts';

/** Why a path that the user gave is no interpreter, and what to give instead. */
interface Refusal {
  readonly reason: string;
  /** Absent: give a Python instead. */
  readonly remedy?: string;
  /** It is a Python all the same, of another kind or too old. */
  readonly isPython?: true;
}

const GIVE = `Give the path of a Python 3.${OLDEST_MINOR} or newer, or a version such as 3.12`;
const TIMEOUT_SECONDS = 20;
/** Runs with every Python, also 2.7. */
const ASK = 'import sys; sys.stdout.write("Python %d.%d.%d" % tuple(sys.version_info[:3]))';

/**
 * Refuses paths that are no interpreters before anything is run with them: what is run meets them
 * later, and blames something else.
 *
 * @throws {UserError} exit 2, with one of them: what it is, and what to give
 */
export async function refuseNoPython(
  paths: readonly string[],
  world: {
    readonly processes: Processes;
    readonly env: Parameters<typeof probeEnvironment>[0];
    readonly folder: string;
  },
): Promise<void> {
  await together(
    paths.map(async (path) => {
      const found = await whyNot(path, world);
      if (found !== null) throw noPython(path, found);
    }),
  );
}

/** The error for a path that is no interpreter. */
export function noPython(path: string, { reason, remedy = GIVE, isPython }: Refusal): UserError {
  const message = `${JSON.stringify(path)} is no Python interpreter${isPython ? ' that can be tested' : ''}: ${reason}`;
  return new UserError(message, { exitCode: EXIT.usage, remedy });
}

function because(reason: string, remedy = GIVE): Refusal {
  return { reason, remedy };
}

async function whyNot(
  path: string,
  world: Parameters<typeof refuseNoPython>[1],
): Promise<Refusal | null> {
  const stats = await stat(path).catch(() => undefined);
  if (stats === undefined) return missing(path);
  if (stats.isDirectory()) {
    for (const place of THIS_PLATFORM.pythons) {
      const inside = join(path, place);
      const isThere = (await stat(inside).catch(() => undefined))?.isFile();
      if (isThere) return because('it is a folder', `Give the interpreter in it: ${inside}`);
    }
    return because('it is a folder, and none that holds a Python');
  }
  if (!stats.isFile()) return because('it is no regular file');
  const mayRun = await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!mayRun) {
    const maybe = /python|pypy/i.test(basename(path)) ? `, or let it be run: chmod +x ${path}` : '';
    return because('this user may not run it', `${GIVE}${maybe}`);
  }
  return answer(path, world);
}

async function missing(path: string): Promise<Refusal> {
  const target = await readlink(path).catch(() => undefined);
  const environment = dirname(dirname(path));
  const isEnvironment = await stat(join(environment, 'pyvenv.cfg')).catch(() => undefined);
  if (isEnvironment && target !== undefined) {
    return {
      reason: `the Python that its virtual environment was made with is gone (${target})`,
      remedy: `Make the environment anew (python3 -m venv --clear ${environment}), or give another Python`,
    };
  }
  return because(
    target === undefined
      ? 'there is no such file'
      : `it is a link to ${target}, where there is no file`,
  );
}

/** What it says when it is asked for its version. */
async function answer(
  path: string,
  { processes, env, folder }: Parameters<typeof refuseNoPython>[1],
): Promise<Refusal | null> {
  const { ending, stdout, stderr } = await processes.run(path, ['-S', '-B', '-c', ASK], {
    cwd: folder,
    env: probeEnvironment(env, { home: folder, tmp: folder }),
    timeoutSeconds: TIMEOUT_SECONDS,
  });
  switch (ending.kind) {
    case 'not-started':
      return because(`the system cannot start it (${ending.code})`);
    case 'timed-out':
      return because(`it does not tell its version within ${TIMEOUT_SECONDS} seconds`);
    case 'signalled':
      return because(
        `it crashes when it starts (${ending.signal})`,
        `Mend that Python, or ${give()}`,
      );
    case 'interrupted':
      return null;
    case 'exited':
      break;
    default:
      return ending satisfies never;
  }
  const version = /^Python (\d+)\.(\d+)\.\d+$/.exec(stdout.trim());
  if (version === null) {
    const said = headline(lastLine(stderr) || lastLine(stdout), 120);
    const code = ending.code === 0 ? '' : ` and ends with exit code ${ending.code}`;
    return because(
      said === ''
        ? `asked for its version it says nothing${code}`
        : `asked for its version it says "${said}"${code}`,
    );
  }
  const [, major, minor] = version;
  return Number(major) === 3 && Number(minor) >= OLDEST_MINOR
    ? null
    : {
        reason: `it is ${version[0]}, and CPython 3.${OLDEST_MINOR} and newer can be tested`,
        isPython: true,
      };
}

function give(): string {
  return `${GIVE.charAt(0).toLowerCase()}${GIVE.slice(1)}`;
}

function lastLine(text: string): string {
  return stripAnsi(text).trim().split('\n').at(-1)?.trim() ?? '';
}
