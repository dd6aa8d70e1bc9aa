import { safeJson } from '../../escape/json.ts';
import { plural } from '../../escape/plural.ts';
import type { AuditLine } from '../../model/audit.ts';
import { type AuditCounts, countsOf } from '../audit-counts.ts';

/** A package's result, on one line that ends with a line feed. */
export function auditLineJson(line: AuditLine): string {
  return `${safeJson(line, 0)}\n`;
}

/** The same for people: `pandas 2.2.3: 42 wheels; NumPy by their bytes: >=1.20; 1 error`. */
export function auditLineText(line: AuditLine): string {
  const { name, version, state, reason, wheels, unread } = line;
  if (state !== 'audited') return `${reason}: nothing to read`;
  const counts = countsOf(line);
  const judged = wheels.filter((one) => one.judged === 'everywhere');
  const needs = [...new Set(judged.map((one) => one.needs.replace(/ \(.*\)$/, '')))];
  const said = [
    plural(wheels.length, 'wheel'),
    ...(needs.length > 0 ? [`NumPy by their bytes: ${needsText(needs)}`] : []),
    foundText(counts),
    ...unread,
  ];
  return `${name} ${version}: ${said.join('; ')}`;
}

/** Specifiers have commas of their own. */
function needsText(needs: readonly string[]): string {
  return [...needs.slice(0, 3), ...(needs.length > 3 ? ['…'] : [])].join(' or ');
}

/** `2 errors, 1 note`. */
function foundText({ error, warning, note }: AuditCounts): string {
  const all = [
    ...(error > 0 ? [plural(error, 'error')] : []),
    ...(warning > 0 ? [plural(warning, 'warning')] : []),
    ...(note > 0 ? [plural(note, 'note')] : []),
  ];
  return all.join(', ') || 'nothing found';
}
