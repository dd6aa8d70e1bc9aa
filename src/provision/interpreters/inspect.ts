import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Env, probeEnvironment } from '../../host/child-environment.ts';
import { keepText } from '../../host/keep-text.ts';
import { resolved } from '../../host/on-path.ts';
import type { Processes } from '../../model/ports.ts';
import type { Interpreter, InterpreterSource } from '../../packaging/interpreter.ts';
import script from './inspect.py';

export interface InspectOptions {
  readonly processes: Processes;
  readonly env: Env;
  readonly cache: string;
  readonly folder: string;
  /** The folder with `packaging` (src/provision/python-tools.ts). */
  readonly tools: string;
}

/** A candidate that is no use, with the reason as a phrase. */
export interface Rejected {
  readonly executable: string;
  readonly reason: string;
}

interface Answer extends Omit<Interpreter, 'source'> {
  readonly real: string;
}

export type Inspected =
  | { readonly kind: 'interpreter'; readonly interpreter: Interpreter; readonly real: string }
  | ({ readonly kind: 'rejected' } & Rejected);

/** Marks an answer that is final although it rejects. */
const TOO_OLD = 'too old: ';

/** Asks an interpreter once; the answer is kept by path, size and time of change. */
export async function inspectInterpreter(
  executable: string,
  source: InterpreterSource,
  options: InspectOptions,
): Promise<Inspected> {
  const reject = (reason: string): Inspected => ({ kind: 'rejected', executable, reason });
  const stats = await stat(executable).catch(() => undefined);
  if (!stats?.isFile()) return reject('no such file');
  // The link's own path too: a venv's python is a link to another interpreter's file.
  const identity = [executable, await resolved(executable), stats.size, stats.mtimeMs];
  const key = createHash('sha256')
    .update(JSON.stringify([...identity, options.tools, script]))
    .digest('hex');
  const file = join(options.cache, 'interpreters', `${key}.json`);
  const text = await readFile(file, 'utf8').catch(() => '');
  const kept = parse(text) ?? (text.startsWith(TOO_OLD) ? text : undefined);
  const answer = kept ?? (await ask(executable, options));
  // A broken interpreter is asked again: what it lacks may lie outside its own file.
  if (kept === undefined && (typeof answer !== 'string' || answer.startsWith(TOO_OLD))) {
    await keepText(file, typeof answer === 'string' ? answer : JSON.stringify(answer));
  }
  if (typeof answer === 'string') return reject(answer.replace(TOO_OLD, ''));
  const { real, ...interpreter } = answer;
  return {
    kind: 'interpreter',
    interpreter: { ...interpreter, executable, source },
    real: `${real}|${interpreter.freeThreaded}|${interpreter.implementation}`,
  };
}

async function ask(executable: string, options: InspectOptions): Promise<Answer | string> {
  const own = { home: options.folder, tmp: options.folder };
  const result = await options.processes.run(
    executable,
    ['-s', '-S', '-B', '-c', script, options.tools],
    {
      cwd: options.folder,
      env: probeEnvironment(options.env, own),
      timeoutSeconds: 60,
      outputCapBytes: 4 * 1024 * 1024,
    },
  );
  const line = result.stdout.trim().split('\n').at(-1) ?? '';
  const answer = parse(line);
  if (answer !== undefined) return answer;
  const old = /"version": "([\d.]+)", "tooOld"/.exec(line)?.[1];
  if (old !== undefined) return `${TOO_OLD}Python ${old} is older than 3.8`;
  const { ending } = result;
  if (ending.kind === 'not-started') return `does not start (${ending.code})`;
  const last = result.stderr.trim().split('\n').at(-1) ?? '';
  // Python 2 stops at the first import that it does not have.
  if (/No module named machinery/.test(last)) return `${TOO_OLD}Python 2 is older than 3.8`;
  return `does not run (${last || ending.kind})`;
}

function parse(text: string): Answer | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('tags' in value)) return undefined;
  const answer = value as Answer;
  return { ...answer, platform: platformName(answer.platform) };
}

/**
 * @param text `sysconfig.get_platform()`
 * @example platformName('macosx-11.0-arm64') // 'macos-arm64'
 */
export function platformName(text: string): string {
  const mac = /^macosx-[\d.]+-(.+)$/.exec(text)?.[1];
  if (mac !== undefined) return `macos-${mac}`;
  if (text === 'win32') return 'windows-x86';
  return text.replace(/^win-/, 'windows-');
}
