import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { measuredSubject } from '../../../src/commands/documents/measured-subject.ts';
import type { World } from '../../../src/host/world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'subject-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const failing = { run: async () => ({ ending: { kind: 'exited', code: 128 }, stdout: '' }) };
const placeOf = async (project: string, cwd: string) => {
  const subject = { kind: 'project', name: 'p', version: null, facts: [], limits: [] } as const;
  const world = { cwd, env: {}, processes: failing } as unknown as World;
  return (await measuredSubject({ ...subject, folder: project }, world)).folder;
};

it.each([
  ['of a git repository, from its top level', 'repository', 'work/p', 'work', 'work/p'],
  ['of none, from where the user stands, as merge will', 'none', 'work/p', 'work', 'p'],
  ['that is where the user stands', 'none', 'work/p', 'work/p', ''],
  ['beside where the user stands by nothing of this machine', 'none', 'p', 'work', ''],
])('names the folder of a project %s', async (_, kind, project, cwd, expected) => {
  if (kind === 'repository') await mkdir(join(folder, '.git'));
  await mkdir(join(folder, project), { recursive: true });
  expect(await placeOf(join(folder, project), join(folder, cwd))).toBe(expected);
});
