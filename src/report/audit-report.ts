import type { Audit, AuditedBinary } from '../model/audit.ts';
import type { FailOn } from '../model/config.ts';
import { orderFindings } from '../model/order-findings.ts';
import { auditExitCode, auditVerdict, countsOf } from './audit-counts.ts';
import type { ModuleReport, Report } from './report.ts';

/** What was audited, as a report without combinations: nothing was run. */
export interface AuditReport extends Report {
  readonly rows: Audit['rows'];
  readonly unread: Audit['unread'];
  readonly modules: readonly AuditedModuleReport[];
}

/** A binary, with what only an audit looks at. */
export interface AuditedModuleReport
  extends ModuleReport,
    Pick<AuditedBinary, 'through'>,
    Partial<Pick<AuditedBinary, 'slices'>> {}

/**
 * The audit as a report: what shows findings elsewhere shows these, too.
 *
 * @param version the tool's
 */
export function auditReport(audit: Audit, version: string, failOn: FailOn): AuditReport {
  const { rows, findings, unread } = audit;
  const binaries = audit.wheels.reduce((sum, wheel) => sum + wheel.binaries.length, 0);
  const counts = countsOf({ wheels: rows, findings, unread, binaries });
  const names = [...new Set(audit.wheels.map((wheel) => wheel.distribution))];
  const versions = [...new Set(audit.wheels.map((wheel) => wheel.version))];
  return {
    schema: 1,
    tool: { name: 'numpy-abi-matrix', version },
    subject: {
      kind: 'wheels',
      name: names.join(', '),
      version: names.length === 1 && versions.length === 1 ? (versions[0] ?? null) : null,
      declaredNumpy: null,
      declaredPython: null,
    },
    combinations: [],
    modules: audit.wheels.flatMap((wheel) =>
      wheel.binaries.map(
        (binary): AuditedModuleReport => ({
          name: binary.name,
          distribution: wheel.distribution,
          version: wheel.version,
          file: binary.file,
          wheel: wheel.wheel,
          pythons: [],
          capi: binary.capi,
          binary: {
            format: binary.format,
            machines: binary.machines,
            generators: binary.generators,
            needed: binary.needed,
          },
          through: binary.through,
          ...(binary.slices.length > 0 ? { slices: binary.slices } : {}),
        }),
      ),
    ),
    results: [],
    findings: orderFindings(audit.findings),
    supported: { numpy: null, python: null, perPython: {}, tested: [], untested: [] },
    notices: [...audit.notices, ...audit.unread.map(({ text }) => text)],
    notTested: [],
    verdict: auditVerdict(counts),
    exitCode: auditExitCode(counts, failOn),
    seconds: {},
    rows: audit.rows,
    unread: audit.unread,
  };
}
