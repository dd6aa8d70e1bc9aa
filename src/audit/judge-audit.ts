import type { Audit, AuditedWheel, AuditRow, UnreadableWheel } from '../model/audit.ts';
import type { Finding } from '../model/finding.ts';
import { groupBy } from '../model/group-by.ts';
import { compareSeverity } from '../model/severity.ts';
import type { IndexProject } from '../packaging/index-project.ts';
import { declaredNumpy } from '../plan/declared-numpy.ts';
import { auditFinding } from './audit-finding.ts';
import { judgeWheel } from './judge-wheel.ts';
import { lostModules } from './lost-modules.ts';
import { shortSpecifier } from './short-specifier.ts';
import { strangersOf } from './strangers.ts';
import { tellProblems } from './tell-problem.ts';
import { describeAccess, describeNeeds, wheelNeeds } from './wheel-needs.ts';
import { targetsOf } from './wheel-places.ts';
import { problemKey, type WheelProblem } from './wheel-problem.ts';
import type { WheelTarget } from './wheel-targets.ts';
import { disagreements } from './wheels-disagree.ts';

/**
 * Judges wheels by their bytes and metadata, each by itself and those of one release beside each
 * other. Equal problems of several wheels are one finding.
 *
 * @param numpy the index's page of NumPy; null when it could not be had
 */
export function judgeAudit(
  files: readonly (AuditedWheel | UnreadableWheel)[],
  numpy: IndexProject | null,
): Omit<Audit, 'notices' | 'unread'> {
  const wheels = files.filter((one) => one.kind === 'wheel');
  const seen = new Map(wheels.map((wheel) => [wheel, withoutStrangers(wheel)]));
  const own = new Map([...seen].map(([wheel, one]) => [wheel, judgeWheel(one, numpy)]));
  const lost = lostModules(wheels);
  const findings = [
    ...files.flatMap((one) => (one.kind === 'unreadable' ? [unreadable(one)] : [])),
    ...lost.map(({ finding }) => finding),
    ...folded([...own.values()].flat(), [...seen.values()]),
    ...disagreements([...seen.values()], numpy),
  ].toSorted((a, b) => compareSeverity(a.severity, b.severity));
  return {
    wheels,
    findings,
    rows: files.map((one) => {
      if (one.kind === 'unreadable') return blank(one);
      const more = lost.flatMap(({ finding, wheels: of }) => (of.includes(one) ? [finding] : []));
      return row(seen.get(one) ?? one, [...more, ...(own.get(one) ?? [])]);
    }),
  };
}

/** What no Python of the wheel can see says nothing of the NumPys that it needs. */
function withoutStrangers(wheel: AuditedWheel): AuditedWheel {
  const strangers = strangersOf(wheel);
  if (strangers.length === 0) return wheel;
  return { ...wheel, binaries: wheel.binaries.filter((one) => !strangers.includes(one)) };
}

function row(
  wheel: AuditedWheel,
  problems: readonly Pick<Finding, 'kind' | 'severity'>[],
): AuditRow {
  const needs = wheelNeeds(wheel);
  const targets = targetsOf(wheel);
  const pure = wheel.binaries.length === 0 && wheel.tags.every((tag) => tag.endsWith('-any'));
  const nowhere = targets.length === 0 && !pure;
  return {
    wheel: wheel.wheel,
    distribution: wheel.distribution,
    version: wheel.version,
    pythons: [...new Set(targets.map(pythonName))],
    platforms: [...new Set(targets.map(({ platform }) => platform))],
    judged: nowhere ? 'nowhere' : 'everywhere',
    needs:
      nowhere && wheel.binaries.length === 0 ? 'not read' : describeNeeds(needs, wheel.binaries),
    declared: declaredFor(wheel, targets),
    through: describeAccess(wheel.binaries),
    unknown: needs.unknown.length,
    kinds: problems
      .toSorted((a, b) => compareSeverity(a.severity, b.severity))
      .map(({ kind }) => kind)
      .filter((kind, at, all) => all.indexOf(kind) === at),
  };
}

function blank({ wheel }: UnreadableWheel): AuditRow {
  const nothing = { distribution: '', version: '', declared: '', through: '', unknown: 0 };
  const nowhere = { pythons: [], platforms: [], judged: 'nowhere' } as const;
  return { ...nothing, ...nowhere, wheel, needs: 'unreadable', kinds: ['bad-wheel'] };
}

/** `3.13t`, `pypy3.11`. */
function pythonName({ implementation, python, freeThreaded }: WheelTarget): string {
  return `${implementation === 'pypy' ? 'pypy' : ''}${python}${freeThreaded ? 't' : ''}`;
}

function declaredFor(wheel: AuditedWheel, targets: readonly WheelTarget[]): string {
  if (wheel.beside.kind === 'fixed') {
    const { numpys, how } = wheel.beside;
    const said = numpys.map(({ specifier }) => `numpy${specifier}`);
    return `${[...new Set(said)].join(' / ')} (${how})`;
  }
  const tagged = wheel.tags.some((tag) => !tag.endsWith('-any'));
  if (targets.length === 0 && tagged) return '';
  const said = targets.map(({ markers }) => {
    const declared = declaredNumpy(wheel.requirements, markers, [], wheel.distribution);
    if (declared.kind === 'not-required') return 'not required';
    return declared.kind === 'direct' ? declared.line : shortSpecifier(declared.specifier) || 'any';
  });
  const all = [...new Set(said)];
  if (all.length > MOST_SPECIFIERS) return `${all[0]} … ${all.at(-1)}`;
  return all.join(' / ') || 'not required';
}

function unreadable({ wheel, reason }: UnreadableWheel): Finding {
  return auditFinding({ wheel, distribution: wheel, version: '' }, [wheel], [], undefined, {
    kind: 'bad-wheel',
    severity: 'error',
    title: `${wheel} cannot be read as a wheel`,
    // Libraries end their sentences, some with more than one stop.
    explanation: `${reason.replace(/[.\s]+$/, '')}.`,
    fix: 'Build or download the wheel again; leave files out that are no wheels.',
  });
}

/** Named one by one; of more, those of the first and the last Python. */
const MOST_SPECIFIERS = 3;

function releaseOf({ distribution, version }: AuditedWheel): string {
  return JSON.stringify([distribution, version]);
}

/** One cause in many wheels of a release is one finding. */
function folded(
  problems: readonly WheelProblem[],
  wheels: readonly AuditedWheel[],
): readonly Finding[] {
  const releases = groupBy(wheels, releaseOf);
  const groups = new Map<string, [WheelProblem, ...WheelProblem[]]>();
  for (const problem of problems) {
    const key = problemKey(problem);
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()].map((group) => {
    const all = releases.get(releaseOf(group[0].wheel)) ?? [];
    return tellProblems(
      group,
      all.flatMap((one) => targetsOf(one).map(({ platform }) => platform)),
    );
  });
}
