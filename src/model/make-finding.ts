import type { Diagnosed, Finding, Location, Prose } from './finding.ts';

/** What is found, besides what its kind says. */
export interface Found
  extends Partial<Pick<Diagnosed, 'category' | 'severity' | 'facts' | 'inner' | 'hints'>>,
    Pick<Diagnosed, 'fault' | 'culprit' | 'evidence'>,
    Prose {
  readonly modules: readonly string[];
  readonly combinations: readonly string[];
  readonly location?: Location | null;
}

/** Makes a finding of a kind: the one place where findings are made. */
export function makeFinding(
  kind: { readonly id: string } & Pick<Diagnosed, 'category' | 'severity'>,
  found: Found,
): Finding {
  const { fault, culprit, title, explanation, fix, evidence, modules, combinations } = found;
  return {
    kind: kind.id,
    category: found.category ?? kind.category,
    severity: found.severity ?? kind.severity,
    fault,
    culprit,
    facts: found.facts ?? {},
    title,
    explanation,
    fix,
    evidence,
    inner: found.inner ?? null,
    hints: found.hints ?? {},
    location: found.location ?? null,
    modules,
    combinations,
    documentation: documentationOf(kind.id),
  };
}

/** @returns the page of a kind in the documentation */
function documentationOf(kind: string): string {
  return `docs/failures/${kind}.md`;
}
