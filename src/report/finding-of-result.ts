import type { Finding } from '../model/finding.ts';
import { groupBy } from '../model/group-by.ts';
import type { Result } from '../model/result.ts';

/**
 * The first finding that tells what a result shows. Made once for a report: there are tens of thousands of
 * results, and a finding may name five hundred modules and a hundred combinations.
 */
export function findingOfResult<F extends Finding>(
  findings: readonly F[],
): (result: Pick<Result, 'diagnosis' | 'combination' | 'module'>) => F | undefined {
  const byKind = groupBy(findings.map(scoped), ({ finding }) => finding.kind);
  return ({ diagnosis, combination, module }) =>
    byKind
      .get(diagnosis ?? '')
      ?.find(
        ({ combinations, modules }) =>
          combinations.has(combination) && (modules.size === 0 || modules.has(module)),
      )?.finding;
}

function scoped<F extends Finding>(finding: F) {
  return {
    finding,
    combinations: new Set(finding.combinations),
    modules: new Set(finding.modules),
  };
}
