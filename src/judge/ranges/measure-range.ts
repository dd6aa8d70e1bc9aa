import type { Subject } from '../../measure/subject/subject.ts';
import type { Plan } from '../../model/combination.ts';
import type { Finding } from '../../model/finding.ts';
import type { CombinationRun } from '../../model/measurement.ts';
import { listReleases } from '../../packaging/releases.ts';
import { declaredBy, factsOn } from '../../plan/declared-range.ts';
import { knownMinors } from '../../plan/select-pythons.ts';
import type { Tools } from '../../provision/tools.ts';
import type { Report } from '../../report/report.ts';
import type { Judgement } from '../judge.ts';
import { judgeSupported } from './supported.ts';

export interface MeasuredRange {
  readonly supported: Report['supported'];
  readonly findings: readonly Finding[];
}

/**
 * The proven range against the declared one. Somebody else's package is only measured: its metadata
 * is not the user's to change.
 */
export async function measureRange(
  subject: Subject,
  plan: Plan,
  runs: readonly CombinationRun[],
  judgement: Judgement,
  tools: Tools,
): Promise<MeasuredRange> {
  const numpy = await tools.index.fetchProject('numpy');
  const failed = new Set(
    judgement.results
      .filter((result) => result.severity === 'error')
      .map((result) => result.combination),
  );
  const known = new Set(
    judgement.results.filter((result) => result.known).map((result) => result.combination),
  );
  const cells = runs
    .filter((run) => run.state.kind === 'ran' && run.observed.length > 0)
    .map(({ combination }) => {
      const declared = declaredBy(
        factsOn(subject.facts, combination.python),
        combination.interpreter,
      );
      return {
        id: combination.id,
        python: combination.python,
        numpy: combination.numpy,
        status:
          failed.has(combination.id) || known.has(combination.id)
            ? ('failed' as const)
            : ('passed' as const),
        // A foretold failure is not proven, and no reproach to the declared range.
        declared: known.has(combination.id)
          ? null
          : declared.lines.length > 0
            ? declared.lines.map(({ specifier }) => specifier).join(',')
            : declared.kind === 'known'
              ? null
              : '',
      };
    });
  const supported = judgeSupported({
    subject: { name: subject.facts[0]?.name ?? subject.name, version: subject.version },
    cells,
    releases: listReleases(numpy)
      .filter(({ prerelease }) => !prerelease)
      .map(({ version }) => version),
    pythons: knownMinors(
      numpy,
      plan.planned.map(({ interpreter }) => interpreter),
    ).map((minor) => `3.${minor}`),
  });
  return {
    supported: {
      numpy: supported.numpy,
      python: supported.python,
      perPython: supported.perPython,
    },
    findings: subject.kind === 'packages' ? [] : supported.findings,
  };
}
