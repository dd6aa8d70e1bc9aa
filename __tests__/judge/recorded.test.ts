import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { expectGolden } from '../support/golden.ts';
import { RECORDED, recorded } from '../support/recorded.ts';
import { verdictText } from '../support/verdict-text.ts';
import { RECORDED_RUNS, type RecordedRun } from './recorded/runs.ts';

const FOLDER = new URL('recorded/', import.meta.url);
const EXAMPLES = new URL('../../examples/', import.meta.url);

/** The files of the project that was checked, as it lay there. */
function projectOf({ project, smoke }: RecordedRun): Readonly<Record<string, string>> {
  const own = typeof project === 'string' ? filesIn(new URL(`${project}/`, EXAMPLES)) : project;
  return { ...own, ...(smoke === undefined ? {} : { 'smoke.py': smoke }) };
}

function filesIn(folder: URL): Readonly<Record<string, string>> {
  const root = fileURLToPath(folder);
  const entries = readdirSync(root, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
}

// Read every line of a difference: each is a verdict on a real run.
describe('the verdict on a recorded run', () => {
  it('is recorded for all runs of the table, and for no other', () => {
    expect(RECORDED).toEqual(RECORDED_RUNS.map(({ name }) => name).sort());
  });

  it.each(RECORDED_RUNS.map((run) => [run.name, run] as const))('%s', async (name, run) => {
    const text = await verdictText(recorded(name), projectOf(run));
    expectGolden(new URL(`${name}.txt`, FOLDER), text);
  });
});
