import { cellText } from '../../../src/report/render/cell.ts';
import { gridLegend } from '../../../src/report/render/terminal-grid.ts';
import { tallyOf } from '../../../src/report/tally.ts';
import { allGreen, finding } from '../../support/reports.ts';

const green = allGreen();
const first = green.combinations.find(({ status }) => status === 'passed');
const warning = finding({
  kind: 'swallowed',
  category: 'numpy-abi',
  severity: 'warning',
  combinations: [first?.id ?? ''],
});

describe('cellText()', () => {
  it('is plain green only without a warning', () => {
    expect(cellText(first, tallyOf(green))).toMatch(/^✓ \d+$/);
    const warned = { ...green, findings: [warning] };
    expect(cellText(first, tallyOf(warned))).toMatch(/^⚠ \d+$/);
    expect(gridLegend(warned)).toContain('⚠ proven, with a warning');
  });

  it('does not mark a combination for what the metadata says', () => {
    const said = { ...warning, kind: 'range-too-narrow', category: 'metadata' as const };
    expect(cellText(first, tallyOf({ ...green, findings: [said] }))).toMatch(/^✓/);
  });
});
