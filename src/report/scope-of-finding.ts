import type { Finding } from '../model/finding.ts';
import { groupBy } from '../model/group-by.ts';
import { ofEach } from '../model/of-each.ts';
import { SMOKE } from '../model/result.ts';
import { andList, byPlatform, hasPlatforms } from './platforms.ts';
import { describeCombinations } from './ranges.ts';
import type { Report } from './report.ts';

/** Where a finding shows, in numbers and words. Plain text. */
export interface FindingScope {
  /** `12 of 20 combinations`; null for a finding that no combination shows (metadata). */
  readonly count: string | null;
  /** `Python 3.9–3.12 × NumPy 2.0, 2.1, 2.2`; empty when there are none. */
  readonly fails: string;
  /** The same for combinations where all of its modules are proven; empty when there are none. */
  readonly works: string;
}

/** A known failure that works now names where it passes. */
const PASSES = 'known-failure-passes';

/** A warning is seen somewhere; nothing fails there. */
export function failsWord(finding: Finding): string {
  if (finding.kind === PASSES) return 'Passes';
  return finding.severity === 'error' ? 'Fails' : 'Seen on';
}

/** Worked out once: every rendering asks for it. */
const scopesOf = ofEach((report: Report) => ofEach((one: Finding) => findScope(one, report)));

/** Where a finding holds, in words: the combinations, how many of all, the modules. */
export function scopeOfFinding(finding: Finding, report: Report): FindingScope {
  return scopesOf(report)(finding);
}

function findScope(finding: Finding, report: Report): FindingScope {
  const tested = report.combinations.filter(
    (one) => one.status === 'passed' || one.status === 'failed',
  );
  if (finding.combinations.length === 0) return { count: null, fails: '', works: '' };
  const total = Math.max(tested.length, finding.combinations.length);
  return {
    count: `${finding.combinations.length} of ${total} combination${total === 1 ? '' : 's'}${platformsOf(finding, report)}`,
    fails: describeCombinations(finding.combinations, report.combinations),
    works:
      finding.kind === PASSES
        ? ''
        : describeCombinations(worksOn(finding, report), report.combinations),
  };
}

/** `, on windows-amd64 only`; empty where there is one platform, or all have it. */
function platformsOf({ combinations }: Finding, report: Report): string {
  if (!hasPlatforms(report.combinations)) return '';
  const ids = new Set(combinations);
  const all = byPlatform(report.combinations);
  const own = all.filter(([, cells]) => cells.some(({ id }) => ids.has(id)));
  return own.length === all.length
    ? ', on every platform'
    : `, on ${andList(own.map(([platform]) => platform))} only`;
}

/**
 * Combinations where every module of the finding was tried and nothing was said against it, nor
 * against the smoke code, which may have called it.
 */
function worksOn(finding: Finding, report: Report): readonly string[] {
  const failing = new Set(finding.combinations);
  const byModule = resultsByModule(report);
  const modules =
    finding.modules.length > 0 ? new Set([...finding.modules, SMOKE]) : byModule.keys();
  const good = new Map<string, boolean>();
  for (const module of modules) {
    for (const { outcome, diagnosis, combination } of byModule.get(module) ?? []) {
      const proven = outcome.kind === 'imported' && diagnosis === null;
      if (!proven || !good.has(combination)) good.set(combination, proven);
    }
  }
  return report.combinations
    .filter((one) => !failing.has(one.id) && good.get(one.id) === true)
    .map((one) => one.id);
}

/** Made once: there may be as many findings as modules. */
const resultsByModule = ofEach(({ results }: Report) => groupBy(results, ({ module }) => module));
