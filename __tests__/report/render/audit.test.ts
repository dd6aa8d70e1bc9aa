import { describe, expect, it } from '@jest/globals';
import { judgeAudit } from '../../../src/audit/judge-audit.ts';
import {
  type AuditedWheel,
  NO_CAPI,
  type NotRead,
  type UnreadableWheel,
} from '../../../src/model/audit.ts';
import type { Era } from '../../../src/model/compiled-module.ts';
import { auditReport } from '../../../src/report/audit-report.ts';
import { auditJson, auditMarkdown, auditTerminal } from '../../../src/report/render/audit.ts';
import { auditAnnotations } from '../../../src/report/render/audit-annotations.ts';

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
    hasModuleNames: true,
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

describe('where no wheel was read', () => {
  const said = (told: {
    readonly notices?: readonly string[];
    readonly unread?: readonly NotRead[];
  }) => auditReport({ ...judgeAudit([], null), notices: [], unread: [], ...told }, '1', 'error');
  const options = { fallback: { file: 'pyproject.toml', line: 1 } } as const;

  it('says so and why, without a table', () => {
    const report = said({ notices: ['uv.lock names no NumPy'] });
    const terminal = auditTerminal(report, { width: 120, colours: false }).text;
    expect(terminal).toBe(
      'note: uv.lock names no NumPy\nverdict: no wheel was read; nothing was run\n',
    );
    expect(auditMarkdown(report).text).toBe(
      '### ⚠️ no wheel was read; nothing was run\n\n- uv.lock names no NumPy',
    );
    expect(auditAnnotations(report, options)).toEqual([
      {
        level: 'error',
        title: 'Nothing was audited',
        message: expect.stringContaining('uv.lock names no NumPy'),
        file: 'pyproject.toml',
        line: 1,
      },
    ]);
  });

  it('is red by what was to be read', () => {
    const text = 'a==1 (uv.lock:3) is not on the package index in force';
    const report = said({ unread: [{ text, place: null }] });
    expect(report.exitCode).toBe(3);
    const [first, ...others] = auditAnnotations(report);
    expect(first).toMatchObject({ level: 'error', title: 'Not everything was read' });
    expect(first?.message).toContain('a==1 (uv.lock:3)');
    expect(others).toEqual([]);
    expect(JSON.parse(auditJson(report))).toMatchObject({ unread: [text], notices: [text] });
  });

  it('is red at each line that asks for what was not read', () => {
    const at = (line: number) => ({ text: `line ${line}`, place: { file: 'uv.lock', line } });
    const lost = { text: 'The index does not answer', place: null };
    const shown = auditAnnotations(said({ unread: [at(3), lost, at(9)] }), options);
    expect(shown.map(({ file, line, message }) => [file, line, message.split('\n')[0]])).toEqual([
      ['uv.lock', 3, 'line 3.'],
      ['uv.lock', 9, 'line 9.'],
      ['pyproject.toml', 1, 'The index does not answer.'],
    ]);
  });
});

it('counts the wheels of a long table that do without NumPy’s C-API', () => {
  const report = auditReport({ ...judgeAudit([], null), notices: [], unread: [] }, '1', 'error');
  const row = (wheel: string, needs: string) => ({
    ...{ wheel, needs, distribution: 'pkg', version: '1', pythons: [], platforms: [] },
    ...{ judged: 'everywhere', declared: '', through: '', unknown: 0, kinds: [] },
  });
  const plain = Array.from({ length: 30 }, (_, at) => row(`plain-${at}.whl`, NO_CAPI));
  const tables = (rows: readonly ReturnType<typeof row>[]) => {
    const filled = { ...report, rows } as typeof report;
    const { text } = auditTerminal(filled, { width: 120, colours: false });
    return [text, auditMarkdown(filled).text];
  };
  for (const text of tables([...plain, row('other.whl', '>=1.23')])) {
    expect(text).toContain('other.whl');
    expect(text).not.toContain('plain-');
    expect(text).toContain('… and 30 wheels without NumPy’s C-API');
  }
  for (const text of tables(plain.slice(0, 3))) expect(text).toContain('plain-2.whl');
});

it('shows an error that is let pass as one, and where it is', () => {
  const wheel: UnreadableWheel = { kind: 'unreadable', wheel: 'x.whl', reason: 'it is no zip' };
  const judged = judgeAudit([wheel], null);
  const findings = judged.findings.map((one) => ({
    ...one,
    location: { file: 'uv.lock', line: 3 },
  }));
  const report = auditReport({ ...judged, findings, notices: [], unread: [] }, '1', 'never');
  const { text } = auditMarkdown(report);
  expect(text).toContain('### ❌ 0 of 1 wheel read');
  expect(text).toContain('Where: `uv.lock:3`');
});
