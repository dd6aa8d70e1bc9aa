import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fallbackPlace } from '../../src/entry/report-options.ts';
import type { SubjectConfig } from '../../src/settings/config.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'places-'));
  await mkdir(join(root, '.git'));
  for (const name of ['one', 'two']) {
    await mkdir(join(root, name));
    await writeFile(join(root, name, 'pyproject.toml'), `[project]\nname = "${name}"\n`);
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

it.each([
  ['one', null, 'one/pyproject.toml'],
  ['.', 'two', 'two/pyproject.toml'],
  ['one', 'gone', 'one/pyproject.toml'],
])('project %s, measured in %s: points at %s', async (project, measured, file) => {
  const subject = { spec: { kind: 'project', path: join(root, project) } } as SubjectConfig;
  expect((await fallbackPlace(subject, root, measured))?.file).toBe(file);
});
