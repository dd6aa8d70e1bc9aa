import { SMOKE } from '../../../src/model/result.ts';
import { cellText } from '../../../src/report/render/cell.ts';
import { gridLegend } from '../../../src/report/render/terminal-grid.ts';
import { tallyOf } from '../../../src/report/tally.ts';
import { allGreen, finding, withVerdicts } from '../../support/reports.ts';

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
    const warned = withVerdicts({ ...green, findings: [warning] });
    const same = warned.combinations.find(({ id }) => id === first?.id);
    expect(cellText(same, tallyOf(warned))).toMatch(/^\? \d+$/);
    expect(gridLegend(warned)).toContain('? imports, with a warning that takes the proof away');
  });

  it('does not mark a combination for what the metadata says', () => {
    const said = { ...warning, kind: 'range-too-narrow', category: 'metadata' as const };
    const judged = withVerdicts({ ...green, findings: [said] });
    const same = judged.combinations.find(({ id }) => id === first?.id);
    expect(cellText(same, tallyOf(judged))).toMatch(/^✓/);
  });

  it('counts a module once, however many files have its name', () => {
    const own = green.results.filter((one) => one.combination === first?.id);
    const raised = own.map((one) => ({ ...one, outcome: { kind: 'raised' as const } }));
    const twice = { ...green, results: [...raised, ...raised] };
    const cell = tallyOf(twice).cells.get(first?.id ?? '');
    const names = new Set(own.map((one) => one.module).filter((name) => name !== SMOKE));
    expect([cell?.modules, cell?.bad]).toEqual([names.size, names.size]);
  });
});
