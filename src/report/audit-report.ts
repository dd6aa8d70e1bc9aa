import { plural } from '../escape/plural.ts';
import { orderFindings } from '../judge/order-findings.ts';
import type { Audit, AuditedBinary } from '../model/audit.ts';
import type { Severity } from '../model/severity.ts';
import { EXIT, type ExitCode } from '../model/user-error.ts';
import type { ModuleReport, Report } from './report.ts';

/** What was audited, as a report without combinations: nothing was run. */
export interface AuditReport extends Report {
  readonly rows: Audit['rows'];
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
export function auditReport(
  audit: Audit,
  version: string,
  failOn: 'error' | 'warning' | 'never',
): AuditReport {
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
    notices: audit.notices,
    notTested: [],
    verdict: verdictOf(audit),
    exitCode: exitCodeOf(audit, failOn),
    seconds: {},
    rows: audit.rows,
  };
}

/** Always with its scope: read, not run. */
function verdictOf({ rows, wheels, findings }: Audit): string {
  const binaries = wheels.reduce((sum, wheel) => sum + wheel.binaries.length, 0);
  const unknown = rows.reduce((sum, row) => sum + row.unknown, 0);
  const count = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length;
  const said = [
    `${plural(rows.length, 'wheel')} read, ${plural(binaries, 'binary', 'binaries')}`,
    ...(count('error') > 0 ? [plural(count('error'), 'error')] : []),
    ...(count('warning') > 0 ? [plural(count('warning'), 'warning')] : []),
    ...(count('note') > 0 ? [plural(count('note'), 'note')] : []),
    ...(findings.length === 0 ? ['nothing found'] : []),
    ...(unknown > 0 ? [`${unknown} tell nothing of the NumPy they need`] : []),
    'nothing was run',
  ];
  return said.join('; ');
}

function exitCodeOf({ rows, findings }: Audit, failOn: 'error' | 'warning' | 'never'): ExitCode {
  const fails = findings.some(
    ({ severity }) =>
      failOn !== 'never' &&
      (severity === 'error' || (severity === 'warning' && failOn === 'warning')),
  );
  if (fails) return EXIT.findings;
  return rows.some(({ kinds }) => !kinds.includes('bad-wheel')) ? EXIT.proven : EXIT.nothingTested;
}
