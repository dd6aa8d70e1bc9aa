import { breakCommands } from '../../escape/command.ts';
import { listSome, plural } from '../../escape/plural.ts';
import { splitLines, visible } from '../../escape/visible.ts';
import type { Finding, Location } from '../../model/finding.ts';
import { EXIT } from '../../model/user-error.ts';
import { provenAndDeclared } from '../declared.ts';
import { emptyAdvice } from '../empty-advice.ts';
import { notRun } from '../exclusions.ts';
import { describeCombinations } from '../ranges.ts';
import type { Report } from '../report.ts';
import { type Invocation, invocationOf, reproduceFinding } from '../reproduce.ts';
import { failsWord, scopeOfFinding } from '../scope-of-finding.ts';
import { type SetUpFailure, setUpFailures } from '../set-up-failures.ts';
import { headlineOf } from '../verdict.ts';
import type { Annotation } from './annotation.ts';
import { documentationLink, type RenderOptions } from './render-options.ts';

/** GitHub shows no more of one level in one step. */
export const MAX_PER_LEVEL = 10;
/** GitHub cuts a message there. */
export const MAX_MESSAGE = 4096;
const MAX_TITLE = 250;

/**
 * What to show on the pull request: one annotation per cause × place, worst first, at most ten per
 * level. Where there are more, the tenth names the others and points at the summary.
 */
export function annotationsOf(report: Report, options: RenderOptions = {}): readonly Annotation[] {
  const fallback = options.fallback ?? null;
  const all = [
    ...setUpFailures(report).map((failure) => setUpAnnotation(failure, report, fallback)),
    ...refusedAnnotation(report, fallback),
    ...findingAnnotations(report, options),
  ];
  const whole = [...unexplained(report, all, fallback), ...provenNotice(report, fallback)];
  return mostOfEachLevel([...all, ...whole]);
}

/** Those of the findings alone, in their order. */
export function findingAnnotations(report: Report, options: RenderOptions): readonly Annotation[] {
  const invocation = options.invocation ?? invocationOf(report);
  return report.findings.flatMap((finding) => {
    const level = LEVELS[finding.severity];
    return level ? [findingAnnotation(finding, level, report, { ...options, invocation })] : [];
  });
}

/** Errors first, at most ten of each level: where there are more, the tenth names the others. */
export function mostOfEachLevel(annotations: readonly Annotation[]): readonly Annotation[] {
  return (['error', 'warning', 'notice'] as const).flatMap((level) =>
    withinBudget(annotations.filter((one) => one.level === level)),
  );
}

const LEVELS = { error: 'error', warning: 'warning', note: 'notice', none: null } as const;

function withinBudget(annotations: readonly Annotation[]): readonly Annotation[] {
  if (annotations.length <= MAX_PER_LEVEL) return annotations;
  const shown = annotations.slice(0, MAX_PER_LEVEL - 1);
  const left = annotations.slice(MAX_PER_LEVEL - 1);
  const lines = left.map((one) => {
    const place = one.file ? ` (${one.file}:${one.line ?? 1})` : '';
    return `- ${one.title}${place}`;
  });
  const level = left[0]?.level ?? 'error';
  const message = composeMessage(
    ['GitHub shows ten annotations of a level. The job summary has these too:', ...lines],
    [],
  );
  return [
    ...shown,
    { level, title: `${plural(left.length, `more ${level}`)} in the summary`, message },
  ];
}

function findingAnnotation(
  finding: Finding,
  level: Annotation['level'],
  report: Report,
  options: RenderOptions & { readonly invocation: Invocation },
): Annotation {
  const scope = scopeOfFinding(finding, report);
  const title = finding.title + (scope.count === null ? '' : ` (${scope.count})`);
  const where = [
    ...(scope.fails === '' ? [] : [`${failsWord(finding)}: ${scope.fails}.`]),
    ...(scope.works === '' ? [] : [`Works: ${scope.works}.`]),
  ].join(' ');
  const modules =
    finding.modules.length > 1
      ? [`Modules (${finding.modules.length}): ${listSome(finding.modules, 12)}.`]
      : [];
  const command = reproduceFinding(finding, report, options.invocation);
  const more = [
    ...(command === null ? [] : [`Reproduce: ${command}`]),
    ...(finding.documentation === ''
      ? []
      : [`More: ${documentationLink(finding.documentation, options)}`]),
  ];
  const fix = finding.fix === '' ? [] : [`Fix: ${finding.fix}`];
  return {
    level,
    title: cutAtWord(clean(title.replaceAll('`', ''), ''), MAX_TITLE),
    message: composeMessage(
      [finding.explanation, ...(where === '' ? [] : [where]), ...modules],
      [...fix, ...more],
    ),
    ...placeOf(finding.location ?? options.fallback ?? null),
  };
}

/** Nothing where there is no place: without one the runner pins an annotation elsewhere. */
export function placeOf(location: Location | null): Pick<Annotation, 'file' | 'line' | 'endLine'> {
  if (!location) return {};
  const { file, line, endLine } = location;
  return endLine === undefined ? { file, line } : { file, line, endLine };
}

function setUpAnnotation(
  failure: SetUpFailure,
  report: Report,
  fallback: Location | null,
): Annotation {
  const ids = failure.combinations.map((one) => one.id);
  const where = describeCombinations(ids, report.combinations);
  return {
    level: 'error',
    title: cutAtWord(
      clean(`${plural(ids.length, 'combination')} could not be set up: ${failure.kind}`, ''),
      MAX_TITLE,
    ),
    message: composeMessage([failure.reason], [`Not tested: ${where}.`]),
    ...placeOf(failure.location ?? fallback),
  };
}

/** What is missing of a run over several machines is said by name, whatever else was found. */
function refusedAnnotation(
  { refused = [] }: Report,
  fallback: Location | null,
): readonly Annotation[] {
  if (refused.length === 0) return [];
  const names = refused.map(({ what }) => what);
  return [
    {
      level: 'error',
      title: cutAtWord(clean(`Not all was measured: ${listSome(names, 3)}`, ''), MAX_TITLE),
      message: composeMessage(
        refused.map(({ what, reason }) => `${what}: ${reason}.`),
        [
          refused.every(({ lost }) => lost)
            ? 'What is there is reported. `Re-run failed jobs` measures what is missing; where its job ran out of time, cut the plan into more `shards`, or give it more `job-minutes`.'
            : 'What is there is reported. Run again what is missing, then merge.',
        ],
      ),
      ...placeOf(fallback),
    },
  ];
}

/** The step is red, and nothing above says why: a reader must not have to search the log. */
function unexplained(
  report: Report,
  said: readonly Annotation[],
  fallback: Location | null,
): readonly Annotation[] {
  if (report.exitCode === 0 || said.some((one) => one.level === 'error')) return [];
  const advice = emptyAdvice(report, 'action');
  const what =
    (report.exitCode === EXIT.nothingTested && advice !== null
      ? `${advice}.`
      : ADVICE[report.exitCode]) ?? 'The job summary and the log of this step say more.';
  const reasons = notRun(report)
    .slice(0, 8)
    .map(({ where, reason }) => `Not tested: ${where}: ${reason}`);
  return [
    {
      level: 'error',
      title: cutAtWord(clean(headlineOf(report).replace(/^[✓✗!] /, ''), ''), MAX_TITLE),
      message: composeMessage([`${report.verdict}.`, ...reasons], [what]),
      ...placeOf(fallback),
    },
  ];
}

/** By exit code: what to do where no finding says it. */
const ADVICE: Readonly<Record<number, string>> = {
  1: 'Warnings fail this run: see fail-on.',
  3: 'Not everything that was planned was tested: run it again, or plan less (python-version, numpy-version, budget).',
  4: 'Nothing was left to run: ask for other versions (python-version, numpy-version), or change what excludes them.',
};

/** What was proven, for the list of checks. */
function provenNotice(report: Report, fallback: Location | null): readonly Annotation[] {
  const { proven, declared } = provenAndDeclared(report);
  if (proven === 'nothing') return [];
  return [
    {
      level: 'notice',
      title: cutAtWord(clean(`Proven: ${proven}`, ''), MAX_TITLE),
      message: composeMessage([`${report.verdict}.`, `Declared: ${declared}.`], []),
      ...placeOf(fallback),
    },
  ];
}

/** Puts the message together so that the end (fix, command, link) is never what is cut off. */
export function composeMessage(body: readonly string[], end: readonly string[]): string {
  const tail = cutAtWord(clean(end.join('\n'), '\n'), MAX_MESSAGE);
  const room = MAX_MESSAGE - tail.length - 1;
  const head = room > 1 ? cutAtWord(clean(body.join('\n'), '\n'), room) : '';
  return [head, tail].filter((part) => part !== '').join('\n');
}

/** Controls shown, line ends unified, nothing that the runner's second grammar would obey. */
function clean(text: string, keep: string): string {
  const lines = keep === '\n' ? splitLines(text).join('\n') : splitLines(text).join(' ');
  return breakCommands(visible(lines.replaceAll('\t', ' '), keep)).trim();
}

/**
 * @returns the text, cut at the end of a word, with an ellipsis, to at most `most` UTF-16 units
 * @example cutAtWord('one two three', 9) // 'one two…'
 */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const word = /\s/.test(text[most - 1] ?? '') ? cut : cut.replace(/\s+\S*$/, '');
  const kept = (word.length > most / 2 ? word : cut).replace(/[\ud800-\udbff]$/, '');
  return `${kept.trimEnd()}…`;
}
