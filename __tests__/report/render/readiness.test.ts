import { expect, it } from '@jest/globals';
import type { AuditLine, AuditRow } from '../../../src/model/audit.ts';
import { readinessPage } from '../../../src/report/render/readiness.ts';

function row(python: string, platform: string, more: Partial<AuditRow> = {}): AuditRow {
  return {
    wheel: `pkg-1.0-${python}-${platform}.whl`,
    distribution: 'pkg',
    version: '1.0',
    pythons: [python],
    platforms: [platform],
    judged: 'everywhere',
    needs: '>=1.23',
    declared: '>=1.23|x',
    through: 'import_array',
    unknown: 0,
    kinds: [],
    ...more,
  };
}

function line(requirement: string, more: Partial<AuditLine> = {}): AuditLine {
  return {
    schema: 1,
    requirement,
    state: 'audited',
    name: requirement,
    version: '1.0',
    reason: null,
    binaries: 2,
    wheels: [],
    findings: [],
    unread: [],
    read: '2026-11-27T10:00:00.000Z',
    made: { version: '1', platforms: 'all', places: 'x' },
    ...more,
  };
}

it('puts wheels that are alike into one row, and names what was not read', () => {
  const wheels = [
    row('3.11', 'linux-x86_64'),
    row('3.12', 'windows-amd64'),
    row('3.14', 'macos-arm64'),
    row('3.14t', 'musllinux-x86_64'),
    row('pypy3.11', 'linux-x86_64'),
    row('3.13', 'linux-x86_64', { needs: '<2', kinds: ['np2-not-capped'] }),
    row('', '', { judged: 'nowhere', pythons: [], platforms: [] }),
  ];
  const none = { state: 'nothing', reason: 'pure 1.0 is Python code alone' } as const;
  const page = readinessPage(
    [line('pkg', { wheels }), line('pure', none)],
    ['late'],
    'npm run x',
  ).text;
  expect(page.split('\n').filter((one) => /^\| pkg\b/.test(one) || /^\| {2}\|/.test(one))).toEqual([
    '| pkg | 1.0 | 5 | 3.11–3.12, 3.14, 3.14 free-threaded, PyPy 3.11 | Linux, musl Linux, macOS, Windows | `>=1.23` | <code>&gt;\\=1.23&#124;x</code> |  |',
    '|  |  | 1 | 3.13 | Linux | `<2` | <code>&gt;\\=1.23&#124;x</code> | np2-not-capped |',
    '|  |  | 1 |  | others |  |  | not judged |',
  ]);
  expect(page).toContain('Written by `npm run x` on 2026-11-27 from');
  expect(page).toContain('\n- pure 1.0 is Python code alone\n- late: not yet\n');
});
