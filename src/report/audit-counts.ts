import { plural } from '../escape/plural.ts';
import type { AuditLine } from '../model/audit.ts';
import type { FailOn } from '../model/config.ts';
import type { Severity } from '../model/severity.ts';
import { EXIT, type ExitCode } from '../model/user-error.ts';

/** What an audit comes to, in numbers. */
export interface AuditCounts {
  readonly wheels: number;
  /** Of the wheels, those that could not be read. */
  readonly bad: number;
  readonly binaries: number;
  /** Binaries that tell nothing of the NumPy they need. */
  readonly unknown: number;
  /** Wheels for no Python and platform that is known. */
  readonly nowhere: number;
  /** Reasons why something that was asked for was not read. */
  readonly unread: number;
  readonly error: number;
  readonly warning: number;
  readonly note: number;
}

export const NO_COUNTS: AuditCounts = {
  wheels: 0,
  bad: 0,
  binaries: 0,
  unknown: 0,
  nowhere: 0,
  unread: 0,
  error: 0,
  warning: 0,
  note: 0,
};

/** @example countsOf({ wheels: [], findings: [], unread: [], binaries: 0 }).error // 0 */
export function countsOf(
  found: Pick<AuditLine, 'wheels' | 'findings' | 'binaries'> & {
    readonly unread: readonly unknown[];
  },
): AuditCounts {
  const { wheels, findings, unread, binaries } = found;
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length;
  const bad = wheels.filter(({ kinds }) => kinds.includes('bad-wheel')).length;
  return {
    wheels: wheels.length,
    bad,
    binaries,
    unknown: wheels.reduce((sum, row) => sum + row.unknown, 0),
    nowhere: wheels.filter(({ judged }) => judged === 'nowhere').length - bad,
    unread: unread.length,
    error: count('error'),
    warning: count('warning'),
    note: count('note'),
  };
}

/** Counts of two parts of an audit together. */
export function addCounts(a: AuditCounts, b: AuditCounts): AuditCounts {
  return {
    wheels: a.wheels + b.wheels,
    bad: a.bad + b.bad,
    binaries: a.binaries + b.binaries,
    unknown: a.unknown + b.unknown,
    nowhere: a.nowhere + b.nowhere,
    unread: a.unread + b.unread,
    error: a.error + b.error,
    warning: a.warning + b.warning,
    note: a.note + b.note,
  };
}

/** Always with its scope: read, not run. */
export function auditVerdict(counts: AuditCounts): string {
  const { error, warning, note, unknown, nowhere, unread } = counts;
  const said = [
    wheelsRead(counts),
    ...(error > 0 ? [plural(error, 'error')] : []),
    ...(warning > 0 ? [plural(warning, 'warning')] : []),
    ...(note > 0 ? [plural(note, 'note')] : []),
    ...(counts.wheels > 0 && error + warning + note === 0 ? ['nothing found'] : []),
    ...(unknown === 1 ? ['1 tells nothing of the NumPy it needs'] : []),
    ...(unknown > 1 ? [`${unknown} tell nothing of the NumPy they need`] : []),
    ...(nowhere > 0 ? [`${plural(nowhere, 'wheel')} for platforms that are not judged`] : []),
    ...(unread > 0 ? ['not everything was read'] : []),
    'nothing was run',
  ];
  return said.join('; ');
}

function wheelsRead({ wheels, bad, binaries }: AuditCounts): string {
  if (wheels === 0) return 'no wheel was read';
  const all = bad > 0 ? `${wheels - bad} of ${plural(wheels, 'wheel')}` : plural(wheels, 'wheel');
  return `${all} read, ${plural(binaries, 'binary', 'binaries')}`;
}

/** Something that was not read is no pass. */
export function auditExitCode(counts: AuditCounts, failOn: FailOn): ExitCode {
  const { error, warning } = counts;
  if (failOn !== 'never' && (error > 0 || (failOn === 'warning' && warning > 0)))
    return EXIT.findings;
  if (counts.unread > 0) return EXIT.setUp;
  return counts.wheels > counts.bad + counts.nowhere ? EXIT.proven : EXIT.nothingTested;
}
