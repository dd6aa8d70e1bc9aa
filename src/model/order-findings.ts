import { compareText } from './compare-text.ts';
import type { Finding } from './finding.ts';
import { compareSeverity } from './severity.ts';

/**
 * One finding per cause × place, worst first: the order in which every rendering shows them.
 *
 * Two findings that would say the same on the same line become one that lists the modules and the
 * combinations of both.
 */
export function orderFindings<F extends Finding>(findings: readonly F[]): readonly F[] {
  const joined = new Map<string, F>();
  for (const finding of findings) {
    const key = sameness(finding);
    const seen = joined.get(key);
    joined.set(key, seen ? join(seen, finding) : finding);
  }
  return [...joined.values()].toSorted(compareFindings);
}

/** Worst first; of equal severity, what takes down more combinations, then more modules, first. */
function compareFindings(a: Finding, b: Finding): number {
  return (
    compareSeverity(a.severity, b.severity) ||
    b.combinations.length - a.combinations.length ||
    b.modules.length - a.modules.length ||
    compareText(a.kind, b.kind) ||
    compareText(a.culprit.distribution ?? '', b.culprit.distribution ?? '') ||
    compareText(a.title, b.title)
  );
}

/** Until a finding has its line, what leads to the line tells two from each other. */
function sameness({ severity, kind, title, explanation, fix, location, hints }: Finding): string {
  const place = location ?? hints;
  return JSON.stringify([severity, kind, title, explanation, fix, place]);
}

function join<F extends Finding>(a: F, b: F): F {
  return {
    ...a,
    modules: [...new Set([...a.modules, ...b.modules])].sort(),
    combinations: [...new Set([...a.combinations, ...b.combinations])],
  };
}
