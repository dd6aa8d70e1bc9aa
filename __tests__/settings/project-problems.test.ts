import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createFiles } from '../../src/host/files.ts';
import { projectProblems } from '../../src/settings/project-problems.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'problems-'));
  await mkdir(join(root, 'workspace'));
  await writeFile(join(root, 'file'), '');
});
afterAll(() => rm(root, { recursive: true, force: true }));

it.each([
  ['workspace', /workspace is empty\. .*actions\/checkout/],
  ['workspace/python', /no folder .*python: .*workspace is empty\. .*actions\/checkout/],
  ['nowhere', /no folder .*nowhere\. Check the path/],
  ['file', /file is no Python project/],
])('%s', async (name, told) => {
  const [problem] = await projectProblems(join(root, name), createFiles(), undefined);
  expect(`${problem?.message}. ${problem?.remedy}`).toMatch(told);
});

it('a project of links alone, as build tools lay it out, is not empty', async () => {
  await writeFile(join(root, 'original.py'), '');
  await mkdir(join(root, 'linked'));
  await symlink(join(root, 'original.py'), join(root, 'linked', 'setup.py'));
  expect(await projectProblems(join(root, 'linked'), createFiles(), undefined)).toEqual([]);
});
