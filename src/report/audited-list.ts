import { plural } from '../escape/plural.ts';
import type { AuditLine } from '../model/audit.ts';
import type { FailOn } from '../model/config.ts';
import { EXIT, type ExitCode } from '../model/user-error.ts';
import { type AuditCounts, auditExitCode, auditVerdict } from './audit-counts.ts';

/** What the audit of a list came to. */
export interface AuditedList {
  readonly counts: AuditCounts;
  readonly states: Readonly<Record<AuditLine['state'], number>>;
  /** Packages that an earlier run had read. */
  readonly earlier: number;
  /** Packages that could not be read now: another run with the same file tries them again. */
  readonly failed: readonly string[];
}

/** `58 packages audited, 1 without binaries; 2100 wheels read, …`. */
export function listVerdict({ counts, states, earlier, failed }: AuditedList): string {
  const packages = [
    `${plural(states.audited, 'package')} audited`,
    ...(states.nothing > 0 ? [`${states.nothing} without wheels that hold binaries`] : []),
    ...(states.unknown > 0 ? [`${states.unknown} not on the package index`] : []),
    ...(failed.length > 0 ? [`${failed.length} not read: start it again for them`] : []),
    ...(earlier > 0 ? [`${earlier} of all these by an earlier run`] : []),
  ];
  return `${packages.join(', ')}; ${auditVerdict(counts)}`;
}

/** What is not on the index, or could not be read, is no pass. */
export function listExitCode({ counts, states, failed }: AuditedList, failOn: FailOn): ExitCode {
  const code = auditExitCode(counts, failOn);
  const isWhole = failed.length === 0 && states.unknown === 0;
  return isWhole || code === EXIT.findings ? code : EXIT.setUp;
}
