import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import { documentationBase } from '../../src/entry/documentation-base.ts';
import { filesIn, makeReportFolder, writeReports } from '../../src/entry/write-reports.ts';
import { UserError } from '../../src/model/user-error.ts';
import { FORMAT_NAMES } from '../../src/report/render/formats.ts';
import { REPOSITORY } from '../../src/repository.ts';
import { REPORTS } from '../../src/settings/options/reports.ts';
import { OUTPUTS } from '../../src/settings/render-action.ts';
import { VERSION } from '../../src/version.ts';
import { myExtension, withEvidence } from '../support/reports.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reports-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const report = withEvidence(myExtension());

test('every form of the report has a flag and an output', () => {
  expect(['json', ...Object.keys(REPORTS)].sort()).toEqual([...FORMAT_NAMES].sort());
  expect(Object.keys(OUTPUTS)).toEqual(
    expect.arrayContaining(FORMAT_NAMES.map((name) => `report-${name}`)),
  );
});

describe('writeReports()', () => {
  it('writes every format into a folder that it makes, without secrets', async () => {
    const made = join(folder, 'a', 'b');
    await makeReportFolder(made);
    const clean = (text: string) => text.replaceAll('numpy-abi-matrix', '***');
    await writeReports(report, filesIn(made), {}, clean);
    const names = await readdir(made);
    expect(names.sort()).toEqual([
      'badge.json',
      'code-quality.json',
      'junit.xml',
      'report.html',
      'report.json',
      'report.md',
      'report.sarif',
    ]);
    for (const name of names) {
      expect(await readFile(join(made, name), 'utf8')).not.toContain('numpy-abi-matrix');
    }
  });

  it('names every file that cannot be written, and writes the others', async () => {
    const files = { ...filesIn(folder), html: join(folder, 'no', 'such.html') };
    const failed = writeReports(report, files, {}, (text) => text);
    await expect(failed).rejects.toThrow(UserError);
    await expect(failed).rejects.toThrow(/^Cannot write ".*such\.html": /);
    expect(await readdir(folder)).toContain('report.sarif');
  });
});

describe('documentationBase()', () => {
  const release = `https://github.com/${REPOSITORY}/blob/v${VERSION}/`;
  it.each([
    [{}, release],
    [
      { GITHUB_ACTION_REPOSITORY: 'o/n', GITHUB_ACTION_REF: 'v1' },
      'https://github.com/o/n/blob/v1/',
    ],
    [
      {
        GITHUB_SERVER_URL: 'https://git.example.org',
        GITHUB_ACTION_REPOSITORY: 'o/n',
        GITHUB_ACTION_REF: 'refs/heads/x',
      },
      'https://git.example.org/o/n/blob/refs/heads/x/',
    ],
    // A local action (`uses: ./`) has no repository of its own.
    [{ GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '' }, release],
    [{ GITHUB_ACTION_REPOSITORY: 'o/n"><script>', GITHUB_ACTION_REF: 'v1' }, release],
  ])('%o', (env, expected) => expect(documentationBase(env)).toBe(expected));
});
