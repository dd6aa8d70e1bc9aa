import { buildEnvironment } from '../../host/child-environment.ts';
import type { World } from '../../host/world.ts';
import { endedWell } from '../../model/ended-well.ts';
import type { Interpreter } from '../../packaging/interpreter.ts';
import worker from './worker.py';

/** What launcher.py runs: the worker's text, or what a Python has made of it. */
export type WorkerCode = string | Uint8Array;

/** Gives probes the worker's code, which each interpreter compiles once in a run. */
export interface WorkerCodes {
  for(interpreter: Interpreter): Promise<WorkerCode>;
}

/** Looks like importlib's own in tracebacks (launcher.py). */
const COMPILE = `import sys, marshal
code = compile(sys.stdin.buffer.read(), "<frozen importlib._bootstrap_external>", "exec", dont_inherit=True)
print(marshal.dumps(code).hex())`;
const TIMEOUT_SECONDS = 60;
const OUTPUT_CAP_BYTES = 4 * 1024 * 1024;

/**
 * Compiling the worker takes a hundredth of a second, which hundreds of probes would spend each. The
 * code stays in this process: where a probe could write, the next one would run what it wrote.
 *
 * @param world `folder` holds nothing that Python could import
 */
export function createWorkerCodes(world: Pick<World, 'processes' | 'env' | 'folder'>): WorkerCodes {
  const known = new Map<string, Promise<WorkerCode>>();
  const compile = async ({ executable }: Interpreter): Promise<WorkerCode> => {
    const { ending, stdout } = await world.processes.run(
      executable,
      ['-I', '-S', '-B', '-c', COMPILE],
      {
        cwd: world.folder,
        env: buildEnvironment(world.env),
        timeoutSeconds: TIMEOUT_SECONDS,
        input: worker,
        outputCapBytes: OUTPUT_CAP_BYTES,
      },
    );
    const code = Buffer.from(stdout.trim(), 'hex');
    return endedWell(ending) && code.length > 0 ? code : worker;
  };
  return {
    for: (interpreter) => {
      const code = known.get(interpreter.executable) ?? compile(interpreter);
      known.set(interpreter.executable, code);
      return code;
    },
  };
}

/** As it stands in its file. */
export const WORKER_TEXT: WorkerCode = worker;
