import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { THIS_MACHINE, THIS_PLATFORM } from '../../../src/host/this-platform.ts';
import type { Ending, Processes, RunResult } from '../../../src/model/ports.ts';
import { findUv } from '../../../src/provision/uv/find-uv.ts';
import { UV_VERSION } from '../../../src/provision/uv/uv-release.ts';

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'find-uv-'));
});
afterEach(() => rm(cache, { recursive: true, force: true }));

const folderOf = () => join(cache, `uv-${UV_VERSION}-${THIS_MACHINE}`);
const program = (folder: string) => join(folder, 'bin', `uv${THIS_PLATFORM.programSuffix}`);

async function putUv(folder: string): Promise<void> {
  await mkdir(join(folder, 'bin'), { recursive: true });
  await writeFile(program(folder), '');
}

const OK: Ending = { kind: 'exited', code: 0 };
const result = (ending: Ending, stdout = ''): RunResult => ({
  ending,
  stdout,
  stderr: '',
  truncated: false,
  seconds: 0,
});

/** uv answers as told as long as it is there, and pip installs it. */
function fakes(answer: RunResult) {
  const installed: string[] = [];
  const processes: Processes = {
    signal: new AbortController().signal,
    async run(command, args) {
      if (command === program(folderOf())) {
        if (existsSync(command)) {
          return installed.length > 0 || args[0] !== '--version'
            ? result(OK, `uv ${UV_VERSION}\n`)
            : answer;
        }
        return result({ kind: 'not-started', code: 'ENOENT', message: `spawn ${command} ENOENT` });
      }
      const target = args[args.indexOf('--target') + 1];
      if (args.includes('install') && target) {
        installed.push(target);
        await putUv(target);
      }
      return result(OK, 'pip 24.0');
    },
  };
  const progress = { info: () => undefined, detail: () => undefined };
  const options = { processes, env: { PATH: '' }, cache, folder: cache, progress };
  return { installed, find: () => findUv({ ...options, pythons: ['/usr/bin/python3'] }) };
}

test.each<[string, RunResult, number]>([
  ['answers', result(OK, `uv ${UV_VERSION}\n`), 0],
  ['takes its time on a busy machine', result({ kind: 'timed-out', seconds: 30 }), 0],
  ['is another release', result(OK, 'uv 0.0.1\n'), 1],
  ['does not start', result({ kind: 'not-started', code: 'ENOEXEC', message: '' }), 1],
])('a uv in the cache that %s', async (_, answer, installations) => {
  await putUv(folderOf());
  const { installed, find } = fakes(answer);
  expect((await find()).version).toBe(UV_VERSION);
  expect(installed).toHaveLength(installations);
  expect(await readdir(cache)).toEqual([`uv-${UV_VERSION}-${THIS_MACHINE}`]);
});

test('a uv that other runs use stays where the user interrupts', async () => {
  await putUv(folderOf());
  const { find } = fakes(result({ kind: 'interrupted' }));
  await expect(find()).rejects.toThrow('Interrupted');
  expect(existsSync(program(folderOf()))).toBe(true);
});

test('a uv that is taken away in the middle of a run is put there again, once for all', async () => {
  await putUv(folderOf());
  const { installed, find } = fakes(result(OK, `uv ${UV_VERSION}\n`));
  const uv = await find();
  await rm(folderOf(), { recursive: true });
  const runs = await Promise.all(
    ['a', 'b', 'c'].map((name) => uv.run(['venv', name], { cwd: cache, timeoutSeconds: 9 })),
  );
  expect(runs.map(({ ending }) => ending)).toEqual([OK, OK, OK]);
  expect(installed).toHaveLength(1);
});
