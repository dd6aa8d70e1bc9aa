import type { CombinationVerdict } from '../../model/combination-verdict.ts';
import type { Finding } from '../../model/finding.ts';
import type { MeasuredCombination } from '../../model/measurement.ts';
import type { Measurements } from '../../model/measurements.ts';
import type { Supported } from '../../model/supported.ts';
import { declaredBy, factsOn } from '../../plan/declared-range.ts';
import { judgeSupported, type MeasuredCell } from './supported.ts';

export interface MeasuredRange {
  readonly supported: Supported;
  readonly findings: readonly Finding[];
}

/**
 * The proven range against the declared one. Somebody else's package is only measured: its metadata
 * is not the user's to change.
 *
 * @param verdicts by the combination's id
 * @param mistaken ids of combinations that failed by the smoke code's own mistake: they prove nothing
 */
export function measureRange(
  {
    subject,
    numpy,
    pythons,
    measurements,
  }: Pick<Measurements, 'subject' | 'numpy' | 'pythons' | 'measurements'>,
  verdicts: ReadonlyMap<string, CombinationVerdict>,
  mistaken: ReadonlySet<string>,
): MeasuredRange {
  // Combinations of one Python declare the same.
  const known = new Map<string, string | null>();
  const cells = measurements.flatMap(({ combination }): readonly MeasuredCell[] => {
    if (mistaken.has(combination.id)) return [];
    const verdict = verdicts.get(combination.id);
    const { id, python, numpy: release, platform } = combination;
    const cell = { id, python, platform, numpy: release };
    switch (verdict) {
      case 'proven':
      case 'warned':
        return [{ ...cell, status: 'passed', declared: declaredFor(combination) }];
      case 'failed':
        return [{ ...cell, status: 'failed', declared: declaredFor(combination) }];
      case 'known':
      case 'doubtful':
        // No promise, and no reproach to the declared range: the finding says what to declare.
        return [{ ...cell, status: 'failed', declared: null }];
      default:
        return [];
    }
  });
  const measured = judgeSupported({
    subject: { name: nameFor(subject), version: subject.version },
    cells,
    series: numpy,
    pythons,
  });
  return { ...measured, findings: subject.kind === 'packages' ? [] : measured.findings };

  function declaredFor({ python, interpreter }: MeasuredCombination): string | null {
    const key = JSON.stringify([python, interpreter.markers]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const declared = declaredOn(python, interpreter);
    known.set(key, declared);
    return declared;
  }

  function declaredOn(
    python: string,
    interpreter: MeasuredCombination['interpreter'],
  ): string | null {
    const declared = declaredBy(factsOn(subject.facts, python), interpreter);
    // Each wheel of several has a line of its own, and one that asks for any NumPy says nothing.
    const said = declared.lines.map(({ specifier }) => specifier).filter((one) => one !== '');
    if (declared.lines.length > 0) return said.join(',');
    return declared.kind === 'known' ? null : '';
  }
}

/** Several distributions are measured together: which of them fails, other findings say. */
function nameFor({ name, facts }: Measurements['subject']): string {
  const names = new Set(facts.map((one) => one.name));
  return names.size === 1 ? (facts[0]?.name ?? name) : name;
}
