import type { Audit, AuditedWheel, AuditRow, UnreadableWheel } from '../model/audit.ts';
import type { Finding } from '../model/finding.ts';
import { compareSeverity } from '../model/severity.ts';
import type { IndexProject } from '../packaging/index-project.ts';
import { declaredNumpy } from '../plan/declared-numpy.ts';
import { auditFinding } from './audit-finding.ts';
import { judgeWheel } from './judge-wheel.ts';
import { describeNeeds, wheelNeeds } from './wheel-needs.ts';
import { wheelTargets } from './wheel-targets.ts';

/**
 * Judges wheels by their bytes and metadata, each by itself and those of one release beside each
 * other. Equal findings of several wheels are one.
 *
 * @param numpy the index's page of NumPy; null when it could not be had
 */
export function judgeAudit(
  files: readonly (AuditedWheel | UnreadableWheel)[],
  numpy: IndexProject | null,
): Omit<Audit, 'notices'> {
  const wheels = files.filter((one) => one.kind === 'wheel');
  const own = wheels.map((wheel) => ({ wheel, findings: judgeWheel(wheel, numpy) }));
  const findings = [
    ...files.flatMap((one) => (one.kind === 'unreadable' ? [unreadable(one)] : [])),
    ...folded(own.flatMap((one) => one.findings)),
    ...disagreements(wheels),
  ].toSorted((a, b) => compareSeverity(a.severity, b.severity));
  return {
    wheels,
    findings,
    rows: files.map((one): AuditRow => {
      if (one.kind === 'unreadable') {
        const blank = { distribution: '', version: '', needs: 'unreadable', declared: '' };
        return { wheel: one.wheel, ...blank, unknown: 0, kinds: ['bad-wheel'] };
      }
      const needs = wheelNeeds(one);
      const about = own.find(({ wheel }) => wheel === one)?.findings ?? [];
      return {
        wheel: one.wheel,
        distribution: one.distribution,
        version: one.version,
        needs: describeNeeds(needs, one.binaries),
        declared: declaredFor(one),
        unknown: needs.unknown.length,
        kinds: about
          .toSorted((a, b) => compareSeverity(a.severity, b.severity))
          .map(({ kind }) => kind),
      };
    }),
  };
}

function declaredFor(wheel: AuditedWheel): string {
  const said = wheelTargets(wheel.tags).map(({ markers }) => {
    const declared = declaredNumpy(wheel.requirements, markers, [], wheel.distribution);
    if (declared.kind === 'not-required') return 'not required';
    return declared.kind === 'direct' ? declared.line : declared.specifier || 'any';
  });
  return [...new Set(said)].join(' / ') || 'not required';
}

function unreadable({ wheel, reason }: UnreadableWheel): Finding {
  return auditFinding({ wheel, distribution: wheel, version: '' }, [], {
    kind: 'bad-wheel',
    severity: 'error',
    title: `${wheel} cannot be read as a wheel`,
    explanation: `${reason}.`,
    fix: 'Build or download the wheel again; leave files out that are no wheels.',
  });
}

/** One cause in many wheels of a release is one finding. */
function folded(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding>();
  for (const finding of findings) {
    const { kind, culprit, fix } = finding;
    // Wheels that need another floor need another fix: one of them would hide the other.
    const key = JSON.stringify([kind, culprit.distribution, culprit.version, fix]);
    const earlier = groups.get(key);
    groups.set(
      key,
      earlier === undefined
        ? finding
        : {
            ...earlier,
            evidence: [...new Set([...earlier.evidence, ...finding.evidence])],
            modules: [...new Set([...earlier.modules, ...finding.modules])].sort(),
          },
    );
  }
  return [...groups.values()];
}

/** Wheels of one release that were built for different NumPy eras. */
function disagreements(wheels: readonly AuditedWheel[]): readonly Finding[] {
  const releases = new Map<string, AuditedWheel[]>();
  for (const wheel of wheels) {
    const key = JSON.stringify([wheel.distribution, wheel.version]);
    releases.set(key, [...(releases.get(key) ?? []), wheel]);
  }
  return [...releases.values()].flatMap((group) => {
    const old = group.filter((wheel) => wheelNeeds(wheel).belowNumpy2);
    const recent = group.filter((wheel) => {
      const needs = wheelNeeds(wheel);
      return !needs.belowNumpy2 && needs.floor !== null;
    });
    const [first, second] = [old[0], recent[0]];
    if (!first || !second) return [];
    return [
      auditFinding(first, [], {
        kind: 'wheels-disagree',
        severity: 'warning',
        title: `The wheels of ${first.distribution} ${first.version} need different NumPys`,
        explanation: `${first.wheel} was built for NumPy 1.x, ${second.wheel} for NumPy 2: users get another answer on another Python or system (${old.length} and ${recent.length} wheels).`,
        fix: 'Build all wheels of a release against the same NumPy, 2.0 or newer.',
      }),
    ];
  });
}
