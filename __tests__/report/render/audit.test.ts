import { expect, it } from '@jest/globals';
import { judgeAudit } from '../../../src/audit/judge-audit.ts';
import type { AuditedWheel } from '../../../src/model/audit.ts';
import type { Era } from '../../../src/model/compiled-module.ts';
import { auditReport } from '../../../src/report/audit-report.ts';
import { auditMarkdown, auditTerminal } from '../../../src/report/render/audit.ts';

function shown(era: Era): string {
  const wheel: AuditedWheel = {
    kind: 'wheel',
    wheel: 'pkg-1.0-cp312-cp312-win_amd64.whl',
    distribution: 'pkg',
    version: '1.0',
    tags: ['cp312-cp312-win_amd64'],
    requirements: [],
    requiresPython: '',
    extras: [],
    beside: { kind: 'metadata' },
    binaries: [
      {
        name: 'a',
        file: 'a.pyd',
        isLibrary: false,
        format: 'pe',
        machines: ['x86_64'],
        capi: { era, target: null, also: [] },
        slices: [],
        generators: [],
        through: [],
        needed: [],
      },
    ],
  };
  const report = auditReport(
    { ...judgeAudit([wheel], null), notices: [], unread: [] },
    '1',
    'error',
  );
  return `${auditTerminal(report, { width: 120, colours: false }).text}${auditMarkdown(report).text}`;
}

it.each(['unknown', 'cython-sizes'] as const)('never shows %s as fine', (era) => {
  expect(shown(era)).toContain('1 unknown');
  expect(shown(era)).not.toMatch(/\bok\b|✓/);
});

it('shows what is known as fine', () => {
  expect(shown('2.x')).toMatch(/\bok\b[\s\S]*✓/);
});
