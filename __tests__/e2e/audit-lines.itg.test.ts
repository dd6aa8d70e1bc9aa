import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { AuditLine } from '../../src/model/audit.ts';
import { machineEnvironment } from '../support/act.ts';
import { bundled } from '../support/bundle.ts';
import { runCli } from '../support/cli.ts';
import { makeWheel } from '../support/made-wheel.ts';
import { testCache } from '../support/test-cache.ts';

/** A small index in a folder: no test of this file needs a network. */
const MANY = Array.from({ length: 30 }, (_, at) => `many${String(at).padStart(2, '0')}`);
let base: string;
let folder: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-list-'));
  const at = async (name: string): Promise<string> => {
    const place = join(base, 'index', name);
    await mkdir(place, { recursive: true });
    return place;
  };
  const elf = Buffer.alloc(64);
  elf.write('\x7fELF\x02\x01\x01', 'latin1');
  elf.writeUInt16LE(62, 18);
  const texts = 'numpy.core._multiarray_umath\0module compiled against API version 0x%x';
  const old = Buffer.concat([elf, Buffer.from(texts), Buffer.alloc(400_000, 'x')]);
  const numpy = await at('numpy');
  makeWheel(numpy, { stem: 'numpy-2.0.2-cp312-cp312-manylinux_2_17_x86_64', files: {} });
  const made = makeWheel(await at('many00'), {
    stem: 'many00-1.0-cp312-cp312-manylinux_2_17_x86_64',
    files: { 'libold.so': old },
    requires: ['numpy'],
  });
  for (const name of MANY.slice(1))
    await cp(made, join(await at(name), `${name}-1.0-cp312-cp312-manylinux_2_17_x86_64.whl`));
  makeWheel(await at('pure'), { stem: 'pure-1.0-py3-none-any', files: { 'pure.py': '' } });
});
afterAll(() => rm(base, { recursive: true, force: true, maxRetries: 3 }));
beforeEach(async () => {
  folder = await mkdtemp(join(base, 'run-'));
});

const words = (...more: string[]): readonly string[] => [
  'audit',
  '--all-platforms',
  '--index-url',
  pathToFileURL(join(base, 'index')).href,
  '--requirements',
  '-',
  ...more,
];
const run = (names: readonly string[], ...more: string[]) =>
  runCli(words(...more), { cwd: folder, input: `${names.join('\n')}\n` });

async function linesOf(file: string): Promise<readonly AuditLine[]> {
  const text = await readFile(join(folder, file), 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
const named = (lines: readonly AuditLine[]) => lines.map((one) => one.requirement).sort();

it('tells of each package of a list on a line of its own', async () => {
  const names = ['many00', 'pure # no binaries', 'nowhere-to-be-found', 'many01>=1'];
  const { code, stdout, stderr } = await run(names, '--json-lines', 'out.jsonl');
  const lines = await linesOf('out.jsonl');
  const told = lines.map(({ requirement, state, version, findings }) => [
    requirement,
    state,
    version,
    findings.map(({ kind }) => kind).join(),
  ]);
  expect(told.sort()).toEqual([
    ['many00', 'audited', '1.0', 'np2-not-capped'],
    ['many01>=1', 'audited', '1.0', 'np2-not-capped'],
    ['nowhere-to-be-found', 'unknown', null, ''],
    ['pure', 'nothing', '1.0', ''],
  ]);
  expect(code).toBe(1);
  expect(stdout).toContain('2 packages audited, 1 without wheels that hold binaries, 1 not on');
  expect(stderr).toContain('many00 1.0: 1 wheel; NumPy by their bytes: <2; 1 error');
});

it('is red for a package that is not on the index, though nothing was found', async () => {
  const { code } = await run(['pure', 'nowhere-to-be-found'], '--json-lines', 'out.jsonl');
  expect(code).toBe(3);
});

it('writes the lines alone to standard output', async () => {
  const { stdout } = await run(['many00', 'many01'], '--json-lines', '-');
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).state)).toEqual(['audited', 'audited']);
});

it('deals the list out: each package is in one part', async () => {
  const parts = ['1/2', '2/2'];
  for (const [at, part] of parts.entries())
    await run(MANY.slice(0, 7), '--shard', part, '--json-lines', `part-${at}.jsonl`);
  const all = await Promise.all(parts.map((_, at) => linesOf(`part-${at}.jsonl`)));
  expect(all.map((one) => one.length)).toEqual([4, 3]);
  expect(named(all.flat())).toEqual(MANY.slice(0, 7));
});

it('goes on after a kill: nothing twice, nothing torn, nothing lost', async () => {
  const file = join(folder, 'out.jsonl');
  const child = spawn(
    process.execPath,
    [join(await bundled(), 'cli.mjs'), ...words('--json-lines', file)],
    { cwd: folder, env: { ...machineEnvironment(), XDG_CACHE_HOME: testCache() } },
  );
  child.stdin.end(MANY.join('\n'));
  let isRunning = true;
  const ended = new Promise((resolve) =>
    child.on('close', (_, signal) => {
      isRunning = false;
      resolve(signal);
    }),
  );
  const size = () =>
    stat(file).then(
      (found) => found.size,
      () => 0,
    );
  while (isRunning && (await size()) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  // As a kill between two pages of one write leaves it.
  const before = await readFile(file, 'utf8');
  const whole = before.slice(0, before.lastIndexOf('\n') + 1);
  const there = whole.split('\n').length - 1;
  expect(there).toBeGreaterThan(0);
  expect(there).toBeLessThan(MANY.length);
  await writeFile(file, `${whole}{"schema":1,"requirem`);
  const { code, stdout, stderr } = await run(MANY, '--json-lines', 'out.jsonl');
  expect(stderr).toMatch(new RegExp(`${there} of 30 packages are in .* already, read since 20`));
  expect(stderr).toContain('its last line was cut off and is dropped');
  expect(await readFile(file, 'utf8')).toMatch(new RegExp(`^${escaped(whole.slice(0, 200))}`));
  expect(named(await linesOf('out.jsonl'))).toEqual(MANY);
  expect(stdout).toContain(`30 packages audited, ${there} of all these by an earlier run`);
  expect(code).toBe(1);
});

it.each<[string, (line: AuditLine) => unknown, RegExp]>([
  ['another version', (line) => ({ ...line, made: { ...line.made, version: '0.0.0' } }), /0\.0\.0/],
  [
    'other platforms',
    (line) => ({ ...line, made: { ...line.made, platforms: 'linux-x86_64' } }),
    /is about the wheels for linux-x86_64, and this run reads those for all platforms/,
  ],
  [
    'another index',
    (line) => ({ ...line, made: { ...line.made, places: 'x' } }),
    /comes from another package index/,
  ],
  ['something else', () => ({ name: 'x' }), /is no result of an audit/],
])('refuses a file with results of %s, and leaves it as it is', async (_, change, expected) => {
  known ??= await firstLine();
  const text = `${JSON.stringify(change(known))}\n{"torn`;
  await writeFile(join(folder, 'out.jsonl'), text);
  const { code, stderr } = await run(['many00', 'many01'], '--json-lines', 'out.jsonl');
  expect(code).toBe(2);
  expect(stderr).toMatch(expected);
  expect(await readFile(join(folder, 'out.jsonl'), 'utf8')).toBe(text);
});

let known: AuditLine | undefined;

async function firstLine(): Promise<AuditLine> {
  await run(['many00'], '--json-lines', 'first.jsonl');
  const [line] = await linesOf('first.jsonl');
  if (line === undefined) throw new Error('no line');
  return line;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
