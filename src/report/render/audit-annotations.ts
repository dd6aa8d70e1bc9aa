import type { Location } from '../../model/finding.ts';
import { EXIT } from '../../model/user-error.ts';
import type { AuditReport } from '../audit-report.ts';
import type { Annotation } from './annotation.ts';
import { composeMessage, findingAnnotations, mostOfEachLevel, placeOf } from './annotations.ts';
import type { RenderOptions } from './render-options.ts';

/**
 * What to show of an audit on the pull request: its findings, what was not read, and why the step is red
 * where neither says it.
 */
export function auditAnnotations(
  report: AuditReport,
  options: RenderOptions = {},
): readonly Annotation[] {
  const found = findingAnnotations(report, options);
  const place = placeOf(options.fallback ?? null);
  const unread = unreadAnnotations(report, options.fallback ?? null);
  const isSaid = [...found, ...unread].some(({ level }) => level === 'error');
  const whole =
    isSaid || report.exitCode === EXIT.proven ? [] : [{ ...redAnnotation(report), ...place }];
  return mostOfEachLevel([...found, ...unread, ...whole]);
}

/** Never green, whatever was found besides: one for each line that asks for it, one for all the rest. */
function unreadAnnotations(
  { unread }: AuditReport,
  fallback: Location | null,
): readonly Annotation[] {
  const placed = unread.filter(({ place }) => place !== null);
  const rest = unread.filter(({ place }) => place === null);
  return [...placed.map((one) => [one]), ...(rest.length > 0 ? [rest] : [])].map((group) => ({
    level: 'error',
    title: 'Not everything was read',
    message: composeMessage(
      group.map(({ text }) => `${text}.`),
      ['What was not read is no pass: name what can be had, or an index that has it.'],
    ),
    ...placeOf(group[0]?.place ?? fallback),
  }));
}

function redAnnotation({ exitCode, verdict, notices }: AuditReport): Annotation {
  if (exitCode !== EXIT.nothingTested) {
    const message = composeMessage([`${verdict}.`], ['Warnings fail this run: see fail-on.']);
    return { level: 'error', title: 'The audit has warnings', message };
  }
  const message = composeMessage(
    [`${verdict}.`, ...notices.map((one) => `${one}.`)],
    ['Name wheels, packages or a lock file that have compiled modules and a NumPy.'],
  );
  return { level: 'error', title: 'Nothing was audited', message };
}
