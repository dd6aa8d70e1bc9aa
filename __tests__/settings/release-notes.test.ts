import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const notes = (tag: string) =>
  spawnSync(process.execPath, ['scripts/release-notes.mjs', tag], { encoding: 'utf8' });

it('a tag that is not the version of package.json is refused', () => {
  const { status, stderr } = notes('v99.0.0');
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/package\.json says .*, the tag says 99\.0\.0/),
  ]);
});

it('a version of the changelog has its notes, another one is refused', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const has = readFileSync('CHANGELOG.md', 'utf8').includes(`## ${version}`);
  expect(notes(`v${version}`).status).toBe(has ? 0 : 1);
});
