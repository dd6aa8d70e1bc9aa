import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createProcesses } from '../../../src/host/processes.ts';
import type { Processes } from '../../../src/model/ports.ts';
import { pipConfig } from '../../../src/provision/index/pip-config.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pip-config-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A pip that looks for one file, and says what is in it. */
function fakePip(places = ["For variant 'user', will try loading '$FILE'"]) {
  let asked = 0;
  const processes: Processes = {
    signal: new AbortController().signal,
    async run(_command, args) {
      asked += 1;
      expect(args).toEqual(['-m', 'pip', 'config', 'list', '-v']);
      const own = await readFile(join(folder, 'pip.conf'), 'utf8').catch(() => '');
      const lines = [...places.map((one) => one.replace('$FILE', join(folder, 'pip.conf'))), own];
      const ending = { kind: 'exited', code: 0 } as const;
      return { ending, stdout: `${lines.join('\n')}\n`, stderr: '', truncated: false, seconds: 0 };
    },
  };
  return { processes, asked: () => asked };
}
/** What is written within a tick of the clock before the question could be written after it. */
const ask = async (processes: Processes, env: Record<string, string> = {}) => {
  await setTimeout(20);
  return askAtOnce(processes, env);
};
const askAtOnce = (processes: Processes, env: Record<string, string> = {}) =>
  pipConfig('/python', { processes, env, cache: join(folder, 'cache'), folder });

test('pip is asked once, until a file that it looks for comes to be, or changes', async () => {
  const { processes, asked } = fakePip();
  expect([await ask(processes), await ask(processes), asked()]).toEqual(['', '', 1]);
  await writeFile(join(folder, 'pip.conf'), "global.index-url='https://a.example'");
  expect(await ask(processes)).toBe("global.index-url='https://a.example'");
  await ask(processes);
  expect(asked()).toBe(2);
  await writeFile(join(folder, 'pip.conf'), "global.index-url='https://b.example'");
  expect(await ask(processes)).toBe("global.index-url='https://b.example'");
  expect(asked()).toBe(3);
});

test.each([
  ['PIP_CONFIG_FILE', '/other/pip.conf', 2],
  ['HOME', '/other', 2],
  ['XDG_CONFIG_DIRS', '/other', 2],
  ['TERM', 'vt100', 1],
])('another %s asks again where pip would look elsewhere', async (name, value, times) => {
  const { processes, asked } = fakePip();
  await ask(processes);
  await ask(processes, { [name]: value });
  expect(asked()).toBe(times);
});

test('neither a password nor the answer of a pip that does not say where it looks is kept', async () => {
  await writeFile(join(folder, 'pip.conf'), "global.index-url='https://u:secret@a.example'");
  const told = fakePip();
  expect(await ask(told.processes)).toContain('secret');
  await ask(told.processes);
  const silent = fakePip([]);
  await ask(silent.processes);
  await ask(silent.processes);
  expect([told.asked(), silent.asked()]).toEqual([2, 2]);
  expect(await readdir(folder)).toEqual(['pip.conf']);
});

test('what the environment says is left to it', async () => {
  await writeFile(join(folder, 'pip.conf'), ":env:.index-url='https://e.example'");
  expect(await ask(fakePip().processes)).toBe('');
});

test('a half-written answer is asked for again', async () => {
  const { processes, asked } = fakePip();
  await ask(processes);
  const [kept = ''] = await readdir(join(folder, 'cache', 'pip'));
  await writeFile(join(folder, 'cache', 'pip', kept), '{"lines":["global.no-index=');
  expect([await ask(processes), asked()]).toEqual(['', 2]);
});

test('a real pip says where it looks', async () => {
  const python = process.platform === 'win32' ? 'python' : 'python3';
  const { PATH = '' } = process.env;
  const cache = join(folder, 'cache');
  const env = { PATH, PIP_CONFIG_FILE: join(folder, 'pip.conf') };
  await writeFile(join(folder, 'pip.conf'), '[global]\nindex-url = https://a.example\n');
  const world = { processes: createProcesses(), env, cache, folder };
  await setTimeout(20);
  expect(await pipConfig(python, world)).toContain("global.index-url='https://a.example'");
  expect(await readdir(join(cache, 'pip'))).toHaveLength(1);
});

test.each(['[global\n', Buffer.from([0xff, 0xfe, 0x00])])(
  'a file that a real pip cannot read stops the run: %j',
  async (text) => {
    const python = process.platform === 'win32' ? 'python' : 'python3';
    const { PATH = '' } = process.env;
    const file = join(folder, 'pip.conf');
    await writeFile(file, text);
    const env = { PATH, PIP_CONFIG_FILE: file };
    const world = { processes: createProcesses(), env, cache: join(folder, 'cache'), folder };
    await expect(pipConfig(python, world)).rejects.toMatchObject({
      message: expect.stringMatching(/^pip cannot read its settings: .*pip\.conf/),
      exitCode: 2,
    });
  },
);

test('what changes while pip reads is asked for again', async () => {
  const { processes, asked } = fakePip();
  const slow: Processes = {
    ...processes,
    async run(...given) {
      const result = await processes.run(...given);
      await writeFile(join(folder, 'pip.conf'), "global.index-url='https://late.example'");
      return result;
    },
  };
  expect(await ask(slow)).toBe('');
  expect(await ask(processes)).toBe("global.index-url='https://late.example'");
  expect(asked()).toBe(2);
});
