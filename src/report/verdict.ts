import { formatMoment } from '../escape/moment.ts';
import { listSome, plural } from '../escape/plural.ts';
import { isProvenVerdict } from '../model/combination-verdict.ts';
import { axesOf } from './axes.ts';
import { causesOf } from './causes.ts';
import { provenNumpy } from './declared.ts';
import { byPlatform, hasPlatforms } from './platforms.ts';
import { describeRun } from './ranges.ts';
import type { CombinationReport, Report } from './report.ts';
import { type Measured, type Tally, tallyOf } from './tally.ts';

/**
 * The verdict, always with its scope: what was proven, what failed, what was not looked at.
 *
 * @returns one sentence of plain text without a final period
 */
export function verdictOf(report: Measured): string {
  const tally = tallyOf(report);
  const parts = [
    ...mainClause(report, tally),
    ...knownClause(tally),
    ...warningClause(report),
    ...doubtClause(report, tally),
    ...callClause(tally),
    ...reusedClause(report, tally),
    ...unfinishedClause(report, tally),
    ...refusedClause(report),
    ...missingPythons(report.combinations, tally),
    ...exclusionClause(tally),
    ...(report.notTested.length > 0
      ? [`${plural(report.notTested.length, 'file')} listed but not tested here`]
      : []),
  ];
  return parts.join('; ');
}

/** `✗ 12 of 20 combinations fail`: the shortest form, for headings. */
export function headlineOf(report: Measured & Pick<Report, 'supported'>): string {
  const tally = tallyOf(report);
  const [main = ''] = mainClause(report, tally);
  const proven = provenNumpy(report);
  const causes = causesOf(report.findings).filter(
    ({ finding }) => finding.severity === 'error',
  ).length;
  const parts = [
    `${verdictMark(report, tally)} ${main}`,
    ...(causes > 0 && tally.status.failed > 0 ? [plural(causes, 'cause')] : []),
    ...doubtClause(report, tally),
    ...unfinishedClause(report, tally),
    ...(proven === null ? [] : [`${proven} proven`]),
  ];
  return parts.join(' · ');
}

/** `✓` only when every combination that can exist was run and proven. */
function verdictMark(report: Measured, tally: Tally): '✓' | '✗' | '!' {
  if (tally.status.failed > 0) return '✗';
  if (report.findings.some((finding) => finding.severity === 'error')) return '✗';
  const unfinished = tally.status.error + tally.status.skipped + tally.status.planned;
  if (
    unfinished > 0 ||
    (report.refused?.length ?? 0) > 0 ||
    tally.tested === 0 ||
    tally.modules.length === 0 ||
    report.combinations.some(({ verdict }) => verdict === 'doubtful')
  )
    return '!';
  return '✓';
}

function mainClause(report: Measured, tally: Tally): readonly string[] {
  const { tested, modules, status } = tally;
  const errors = report.findings.filter((finding) => finding.severity === 'error').length;
  if (tested === 0) return [`nothing was tested: ${whyNothing(report, tally)}`];
  if (modules.length === 0) {
    const none = report.notTested.some(({ kind }) => kind === 'left-out')
      ? `every compiled module of ${report.subject.name} is left out by \`modules\``
      : `${report.subject.name} has no compiled module`;
    return [`nothing to test: ${none}` + ` (looked at ${plural(tested, 'combination')})`];
  }
  if (status.failed === 0) {
    const sound = tested - tally.known.length;
    const proven =
      sound === 0
        ? 'no combination is proven'
        : `${plural(modules.length, 'module')} import${modules.length === 1 ? 's' : ''} on ${plural(sound, 'combination')}`;
    return errors === 0 ? [proven] : [`${plural(errors, 'error')} although ${proven}`];
  }
  const count = tally.badModules.length;
  const what =
    count > 0
      ? `${count} of ${plural(modules.length, 'module')} not proven there`
      : tally.smoke.failed > 0
        ? 'every module imports, the smoke code fails'
        : 'no module fails by itself';
  const proven = report.combinations.filter(({ verdict }) => isProvenVerdict(verdict)).length;
  return [
    `${status.failed} of ${plural(tested, 'combination')} fail${tested === 1 ? 's' : ''}`,
    what,
    proven > 0 ? `${plural(proven, 'combination')} proven` : 'no combination is proven',
  ];
}

function whyNothing({ combinations }: Measured, { status }: Tally): string {
  if (combinations.length === 0) return 'no combination was planned';
  const parts = [
    ...(status.excluded > 0 ? [`${status.excluded} excluded`] : []),
    ...(status.error > 0 ? [`${status.error} could not be set up`] : []),
    ...(status.skipped > 0 ? [`${status.skipped} skipped`] : []),
    ...(status.planned > 0 ? [`${status.planned} never started`] : []),
  ];
  if (combinations.length === status.excluded) {
    return combinations.length === 1
      ? 'the only combination is excluded'
      : `all ${combinations.length} combinations are excluded`;
  }
  return `of ${plural(combinations.length, 'combination')}, ${parts.join(', ')}`;
}

function knownClause({ known }: Tally): readonly string[] {
  if (known.length === 0) return [];
  const verb = known.length === 1 ? 'fails' : 'fail';
  return [`${plural(known.length, 'combination')} ${verb} as known-failures foretell`];
}

function warningClause(report: Measured): readonly string[] {
  const warnings = report.findings.filter((finding) => finding.severity === 'warning').length;
  return warnings > 0 ? [plural(warnings, 'warning')] : [];
}

/** What imports, and may fail all the same: no part of what is proven. */
function doubtClause({ combinations }: Measured, { tested }: Tally): readonly string[] {
  const doubtful = combinations.filter(({ verdict }) => verdict === 'doubtful').length;
  if (doubtful === 0) return [];
  return doubtful === tested
    ? ['no combination is proven, for a warning']
    : [`${plural(doubtful, 'combination')} in doubt for a warning`];
}

/** An import calls nothing: say what was called, and what only a call would show. */
function callClause({ smoke, lazy, tested, modules }: Tally): readonly string[] {
  if (tested === 0 || modules.length === 0) return [];
  const called = smoke.passed + smoke.failed;
  const use = lazy.length === 1 ? 'uses' : 'use';
  if (called === 0) {
    if (lazy.length === 0) return ['imported only, no function was called (no smoke code)'];
    return [
      `${lazy.length} ${use} NumPy lazily and ${lazy.length === 1 ? 'was' : 'were'} not called`,
    ];
  }
  const ran = smokeText(smoke, called === tested);
  if (lazy.length === 0) return [ran];
  return [
    ran,
    `${lazy.length} ${use} NumPy lazily, proven only as far as the smoke code calls them`,
  ];
}

/** What was not imported now, since an earlier run had shown it and nothing has changed. */
function reusedClause({ combinations }: Measured, { tested }: Tally): readonly string[] {
  const times = combinations.flatMap(({ reused }) => reused ?? []).sort();
  const [oldest] = times;
  if (oldest === undefined) return [];
  const how = combinations.every(
    ({ reused, status, verdict }) => !reused || (status === 'passed' && verdict !== 'known'),
  )
    ? 'proven'
    : 'measured';
  const which = times.length === tested ? 'all' : `${times.length} of them`;
  const since = times.at(-1) === oldest ? 'by a run of' : 'by runs since';
  return [`${which} ${how} ${since} ${formatMoment(oldest)}, nothing has changed`];
}

function unfinishedClause(report: Measured, { tested, status }: Tally): readonly string[] {
  if (tested === 0) return [];
  const kinds = new Set(
    report.combinations.flatMap((one) =>
      one.status === 'error' && one.setUp !== null ? [one.setUp] : [],
    ),
  );
  const why = kinds.size > 0 ? ` (${listSome([...kinds], 2)})` : '';
  return [
    ...(status.error > 0 ? [`${status.error} could not be set up${why}`] : []),
    ...(status.skipped > 0 ? [`${status.skipped} skipped`] : []),
    ...(status.planned > 0 ? [`${status.planned} never started`] : []),
  ];
}

/** Measurements that could not be taken in: what they say is not known. */
function refusedClause({ refused = [] }: Measured): readonly string[] {
  const lost = refused.filter((one) => one.lost).map(({ what }) => what);
  const files = refused.length - lost.length;
  return [
    ...(lost.length > 0 ? [`${listSome(lost, 3)} left no measurements`] : []),
    ...(files > 0 ? [`${plural(files, 'file')} of measurements could not be taken in`] : []),
  ];
}

/** A Python that the project allows and none of whose combinations could be planned. */
function missingPythons(all: readonly CombinationReport[], tally: Tally): readonly string[] {
  if (!hasPlatforms(all)) return missingOn(all, tally, '');
  return byPlatform(all).flatMap(([platform, own]) => missingOn(own, tally, ` on ${platform}`));
}

function missingOn(
  combinations: readonly CombinationReport[],
  { tested }: Tally,
  where: string,
): readonly string[] {
  const byCause = new Map<string, { readonly label: string; readonly reason: string }[]>();
  for (const label of fullyExcluded(combinations)) {
    const own = combinations.filter((one) => one.label === label);
    const reasons = new Set(own.map((one) => one.reason ?? ''));
    const cause = reasons.size === 1 ? (own[0]?.cause ?? own[0]?.reason ?? '') : '';
    byCause.set(cause, [...(byCause.get(cause) ?? []), { label, reason: own[0]?.reason ?? '' }]);
  }
  const axis = axesOf(combinations).pythons;
  // Where nothing was tested at all, only a reason adds to that.
  if (tested === 0) byCause.delete('');
  return [...byCause].map(([cause, members]) => {
    const labels = members.map(({ label }) => label);
    const verb = labels.length === 1 ? 'was' : 'were';
    const said = `Python ${describeRun(labels, axis)} ${verb} not tested${where}`;
    const reason = cause !== '' && labels.length === 1 ? (members[0]?.reason ?? '') : cause;
    return reason === '' ? said : `${said} (${reason.replace(/\.$/, '')})`;
  });
}

function fullyExcluded(combinations: readonly CombinationReport[]): readonly string[] {
  const runnable = new Set(
    combinations.filter((one) => one.status !== 'excluded').map((one) => one.label),
  );
  return axesOf(combinations).pythons.filter((label) => !runnable.has(label));
}

/** All of them, as every other place counts them. */
function exclusionClause({ tested, status }: Tally): readonly string[] {
  return tested > 0 && status.excluded > 0 ? [`${status.excluded} excluded`] : [];
}

/** Combinations are counted anew where not all are those that were counted before. */
function smokeText({ passed, failed }: Tally['smoke'], everywhere: boolean): string {
  if (failed === 0) return `the smoke code ran on ${everywhere ? 'all' : passed} of them`;
  if (passed === 0) return `the smoke code failed on ${plural(failed, 'combination')}`;
  return `the smoke code ran on ${plural(passed, 'combination')} and failed on ${failed}`;
}
