import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, sep } from 'node:path';
import type { Env } from '../../host/child-environment.ts';
import { onPath } from '../../host/on-path.ts';
import { THIS_PLATFORM } from '../../host/this-platform.ts';
import { together } from '../../host/together.ts';
import type { Uv } from '../../model/ports.ts';
import type { Interpreter, InterpreterSource } from '../../packaging/interpreter.ts';
import {
  type Inspected,
  type InspectOptions,
  inspectInterpreter,
  type Rejected,
} from './inspect.ts';
import { noPython } from './refuse-no-python.ts';

export interface Available {
  /** In the order of search: explicit, tool cache, pyenv, PATH, uv. */
  readonly interpreters: readonly Interpreter[];
  /** Found but of no use (older than 3.8, broken). */
  readonly rejected: readonly Rejected[];
}

interface Candidate {
  readonly executable: string;
  readonly source: InterpreterSource;
}

/**
 * Every interpreter of this machine, each once.
 *
 * @param explicit paths that the user gave
 * @throws {UserError} exit 2 when one of those is no usable Python
 */
export async function availableInterpreters(
  options: InspectOptions & { readonly uv: Uv; readonly explicit?: readonly string[] },
): Promise<Available> {
  const { env } = options;
  const explicit = options.explicit ?? [];
  const found = await together([
    toolCache(env),
    pyenv(env),
    searchPath(env),
    uvPythons(options.uv, options.folder),
  ]);
  const candidates: readonly Candidate[] = [
    ...explicit.map((executable) => ({ executable, source: 'explicit' as const })),
    ...found.flat(),
  ];
  const unique = candidates.filter(
    (one, at) => candidates.findIndex((other) => other.executable === one.executable) === at,
  );
  const inspected: Inspected[] = [];
  // A few at a time: a machine may hold dozens, and each start reads much from the disk.
  for (let at = 0; at < unique.length; at += 4) {
    const some = unique.slice(at, at + 4);
    inspected.push(
      ...(await together(
        some.map(({ executable, source }) => inspectInterpreter(executable, source, options)),
      )),
    );
  }
  const seen = new Set<string>();
  const interpreters: Interpreter[] = [];
  const rejected: Rejected[] = [];
  for (const one of inspected) {
    if (one.kind === 'rejected') {
      if (explicit.includes(one.executable)) throw noPython(one.executable, one);
      rejected.push({ executable: one.executable, reason: one.reason });
    } else if (one.interpreter.source === 'explicit' || !seen.has(one.real)) {
      seen.add(one.real);
      interpreters.push(one.interpreter);
    }
  }
  return { interpreters, rejected };
}

/** A first interpreter to run our own small tools with, before any was inspected. */
export async function anyPython(
  env: Env,
  explicit: readonly string[] = [],
): Promise<string | undefined> {
  const found = await together([toolCache(env), pyenv(env), searchPath(env)]);
  return explicit[0] ?? found.flat()[0]?.executable;
}

/** `<root>/Python/3.11.7/x64/bin/python` with the marker `x64.complete` beside the folder. */
async function toolCache(env: Env): Promise<readonly Candidate[]> {
  const root = env['AGENT_TOOLSDIRECTORY'] || env['RUNNER_TOOL_CACHE'];
  if (!root) return [];
  const found: Candidate[] = [];
  for (const kind of ['Python', 'PyPy']) {
    for (const version of newestFirst(await names(join(root, kind)))) {
      const entries = await names(join(root, kind, version));
      const complete = entries.flatMap((name) => /^(.+)\.complete$/.exec(name)?.[1] ?? []);
      for (const arch of complete) {
        const executable = await pythonIn(join(root, kind, version, arch));
        if (executable) found.push({ executable, source: 'tool-cache' });
      }
    }
  }
  return found;
}

async function pyenv(env: Env): Promise<readonly Candidate[]> {
  const root = env['PYENV_ROOT'] || env['PYENV'] || join(env['HOME'] || homedir(), '.pyenv');
  const folder = join(root, 'versions');
  const found: Candidate[] = [];
  for (const version of newestFirst(await names(folder))) {
    // Environments of pyenv-virtualenv hold other people's packages.
    if (await stat(join(folder, version, 'pyvenv.cfg')).catch(() => undefined)) continue;
    const executable = await pythonIn(join(folder, version));
    if (executable) found.push({ executable, source: 'pyenv' });
  }
  return found;
}

async function pythonIn(folder: string): Promise<string | undefined> {
  for (const place of THIS_PLATFORM.pythons) {
    const file = join(folder, place);
    if ((await stat(file).catch(() => undefined))?.isFile()) return file;
  }
  return undefined;
}

async function searchPath(env: Env): Promise<readonly Candidate[]> {
  const minors = Array.from({ length: 14 }, (_, index) => `3.${21 - index}`);
  const programs = [
    'python3',
    'python',
    ...minors.flatMap((minor) => [`python${minor}`, `python${minor}t`, `pypy${minor}`]),
    'pypy3',
  ];
  const lists = await together(programs.map((program) => onPath(program, env)));
  const found: Candidate[] = [];
  for (const executable of lists.flat()) {
    // pyenv's shims are scripts that choose by the working directory; the Store's stub opens a shop.
    if (executable.includes(`${sep}shims${sep}`) || /WindowsApps/i.test(executable)) continue;
    if (await stat(join(executable, '..', '..', 'pyvenv.cfg')).catch(() => undefined)) continue;
    found.push({ executable, source: 'path' });
  }
  return found;
}

/** Not `uv python list`: that starts every interpreter it sees, and takes a second. */
async function uvPythons(uv: Uv, cwd: string): Promise<readonly Candidate[]> {
  const result = await uv.run(['python', 'dir', '--no-config'], { cwd, timeoutSeconds: 60 });
  const folder = result.stdout.trim();
  if (folder === '') return [];
  const found: Candidate[] = [];
  for (const version of newestFirst(await names(folder))) {
    // `cpython-3.12-linux-…` is a link to the newest patch release beside it.
    if (version.startsWith('.') || /^[a-z]+-\d+\.\d+-/.test(version)) continue;
    const executable = await pythonIn(join(folder, version));
    if (executable) found.push({ executable, source: 'uv' });
  }
  return found;
}

function names(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

function newestFirst(versions: readonly string[]): readonly string[] {
  return [...versions].sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}
