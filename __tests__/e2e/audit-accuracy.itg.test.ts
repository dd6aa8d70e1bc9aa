import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { AuditReport } from '../../src/report/audit-report.ts';
import { runCli } from '../support/cli.ts';
import { needThat } from '../support/need.ts';

/** Releases of few and small wheels; the others of the table were compared when it was made. */
const SMALL = [
  'numexpr 2.8.4',
  'numexpr 2.10.2',
  'bottleneck 1.3.7',
  'bottleneck 1.4.2',
  'contourpy 1.1.0',
  'tsdownsample 0.1.3',
];
const TAGS: Readonly<Record<string, RegExp>> = {
  Linux: /manylinux.*x86_64/,
  macOS: /macosx_\d+_\d+_arm64/,
  Windows: /win_amd64/,
};

interface Row {
  readonly release: string;
  readonly platform: string;
  readonly reading: string;
  readonly finding: string;
  readonly tag: string;
}

/** The table worked out by hand, a row for each platform. */
function known(): readonly Row[] {
  const text = readFileSync(join(import.meta.dirname, '../../docs/audit-accuracy.md'), 'utf8');
  return text.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim().replaceAll('`', ''));
    const [, name, version, python = '', platforms = ''] = cells;
    if (cells.length !== 13 || !/^(?:3\.\d+|abi3)$/.test(python)) return [];
    const [reading = '', , , finding = ''] = cells.slice(8);
    return platforms.split(', ').map((platform) => ({
      release: `${name} ${version}`,
      platform,
      reading,
      finding: finding === '–' ? '' : finding,
      tag: `-cp${python.replace('.', '')}-`,
    }));
  });
}

const online = needThat(
  process.env['NUMPY_ABI_MATRIX_OFFLINE'] !== '1',
  'the package index: NUMPY_ABI_MATRIX_OFFLINE is set',
);

it('the table has both eras of a dozen packages on three platforms', () => {
  const rows = known();
  expect(new Set(rows.map(({ release }) => release.split(' ')[0])).size).toBeGreaterThan(11);
  expect(new Set(rows.map(({ platform }) => platform))).toEqual(new Set(Object.keys(TAGS)));
  expect(rows.filter(({ release }) => SMALL.includes(release))).toHaveLength(17);
});

online('known wheels of the package index', () => {
  it('are read as they were by hand, on every platform alike', async () => {
    const packages = SMALL.flatMap((one) => ['--package', one.replace(' ', '==')]);
    const run = await runCli(['audit', ...packages, '--all-platforms', '--json', '-', '--quiet']);
    const { wheels }: { readonly wheels: AuditReport['rows'] } = JSON.parse(run.stdout);
    const rows = known().filter(({ release }) => SMALL.includes(release));
    const read = rows.map((row) => {
      const found = wheels.find(
        ({ distribution, version, wheel }) =>
          `${distribution} ${version}` === row.release &&
          wheel.includes(row.tag) &&
          TAGS[row.platform]?.test(wheel),
      );
      const reading = found?.needs.replace(/ \(.*\)$/, '');
      return { ...row, reading, finding: found?.kinds.join(', ') };
    });
    expect(read).toEqual(rows);
  }, 60_000);
});
