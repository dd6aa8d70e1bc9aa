import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProcesses } from '../../../src/host/processes.ts';
import { createWorkerCodes, WORKER_TEXT } from '../../../src/measure/probe/worker-code.ts';
import type { Processes } from '../../../src/model/ports.ts';
import type { Interpreter } from '../../../src/packaging/interpreter.ts';

const real = createProcesses();
const { PATH = '' } = process.env;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worker-code-'));
});
afterEach(() => rm(folder, { recursive: true }));

const python = (executable: string) => ({ executable }) as Interpreter;

test('each Python compiles the worker once, whoever asks', async () => {
  const started: string[] = [];
  const processes: Processes = {
    signal: real.signal,
    run: (command, args, options) => {
      started.push(command);
      return real.run(command, args, options);
    },
  };
  const codes = createWorkerCodes({ processes, env: { PATH }, folder });
  const [first, second] = await Promise.all([
    codes.for(python('python3')),
    codes.for(python('python3')),
  ]);
  expect(started).toEqual(['python3']);
  expect(second).toBe(first);
  const { stdout } = await real.run(
    'python3',
    [
      '-c',
      'import marshal, sys; print(marshal.loads(bytes.fromhex(sys.stdin.read())).co_filename)',
    ],
    { cwd: folder, env: { PATH }, timeoutSeconds: 60, input: Buffer.from(first).toString('hex') },
  );
  expect(stdout.trim()).toBe('<frozen importlib._bootstrap_external>');
});

test.each(['false', 'true', '/none'])(
  '%s, which compiles nothing, gets the text',
  async (other) => {
    const codes = createWorkerCodes({ processes: real, env: { PATH }, folder });
    expect(await codes.for(python(other))).toBe(WORKER_TEXT);
  },
);
