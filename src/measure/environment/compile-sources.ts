import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildEnvironment, type Env } from '../../host/child-environment.ts';
import type { Processes } from '../../model/ports.ts';
import type { Interpreter } from '../../packaging/interpreter.ts';
import program from './compile-sources.py';

const TIMEOUT_SECONDS = 300;

/**
 * Compiles sources of an environment in a process that imports nothing from it, so that nothing but
 * the sources decides what the bytecode holds.
 *
 * @param sources relative to `root`
 * @param folder of this run, to work in
 * @returns the files written, relative to `root`; none when it failed: imports compile for themselves
 */
export async function compileSources(
  sources: readonly string[],
  root: string,
  folder: string,
  interpreter: Interpreter,
  world: { readonly processes: Processes; readonly env: Env },
): Promise<readonly string[]> {
  if (sources.length === 0) return [];
  const script = join(folder, 'compile-sources.py');
  await writeFile(script, program);
  const lines = sources.map((path) => Buffer.from(`${root}/${path}`, 'utf8').toString('hex'));
  const { ending, stdout } = await world.processes.run(
    interpreter.executable,
    ['-I', '-S', '-B', script],
    {
      cwd: folder,
      env: buildEnvironment(world.env),
      timeoutSeconds: TIMEOUT_SECONDS,
      input: `${lines.join('\n')}\n`,
      outputCapBytes: 64 * 1024 * 1024,
    },
  );
  if (ending.kind !== 'exited') return [];
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => relative(root, Buffer.from(line, 'hex').toString('utf8')));
}
