import type { Finding } from '../model/finding.ts';
import { compareSeverity } from '../model/severity.ts';

/**
 * One finding per cause × place, worst first.
 *
 * Two findings that would say the same on the same line become one that lists the modules and the
 * combinations of both.
 */
export function foldFindings(findings: readonly Finding[]): readonly Finding[] {
  const folded = new Map<string, Finding>();
  for (const finding of findings) {
    const key = sameness(finding);
    const seen = folded.get(key);
    folded.set(key, seen ? merge(seen, finding) : finding);
  }
  return [...folded.values()].sort(compareFindings);
}

/** Worst first; of equal severity, what takes down more combinations, then more modules, first. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareSeverity(a.severity, b.severity) ||
    b.combinations.length - a.combinations.length ||
    b.modules.length - a.modules.length ||
    compareText(a.title, b.title) ||
    compareText(a.kind, b.kind)
  );
}

function sameness(finding: Finding): string {
  const { severity, kind, title, explanation, fix, location } = finding;
  return JSON.stringify([severity, kind, title, explanation, fix, location]);
}

function merge(a: Finding, b: Finding): Finding {
  return {
    ...a,
    modules: [...new Set([...a.modules, ...b.modules])].sort(compareText),
    combinations: [...new Set([...a.combinations, ...b.combinations])],
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
