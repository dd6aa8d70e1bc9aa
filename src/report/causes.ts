import type { Finding } from '../model/finding.ts';

/** A finding, and those that only follow from it. */
export interface Cause {
  readonly finding: Finding;
  /** Findings that vanish when this one is mended: a range declared too wide, say. */
  readonly consequences: readonly Finding[];
}

/** Kinds that say what a failure means for the metadata. */
const CONSEQUENCES: ReadonlySet<string> = new Set(['range-too-wide']);

/**
 * The findings in their order, worst first, each consequence under the cause that it shares most combinations with.
 * One that reaches beyond the other errors stands for itself.
 */
export function causesOf(findings: readonly Finding[]): readonly Cause[] {
  const all = findings.filter((one) => one.severity !== 'none');
  const errors = all.filter((one) => one.severity === 'error' && !CONSEQUENCES.has(one.kind));
  const explained = new Set(errors.flatMap((one) => one.combinations));
  const under = new Map<Finding, Finding[]>();
  for (const finding of all) {
    const follows =
      CONSEQUENCES.has(finding.kind) &&
      errors.length > 0 &&
      finding.combinations.every((id) => explained.has(id));
    if (!follows) continue;
    const cause = errors.toSorted((a, b) => shared(b, finding) - shared(a, finding))[0];
    if (cause) under.set(cause, [...(under.get(cause) ?? []), finding]);
  }
  const told = new Set([...under.values()].flat());
  return all
    .filter((one) => !told.has(one))
    .map((finding) => ({ finding, consequences: under.get(finding) ?? [] }));
}

function shared(cause: Finding, consequence: Finding): number {
  const own = new Set(cause.combinations);
  return consequence.combinations.filter((id) => own.has(id)).length;
}
