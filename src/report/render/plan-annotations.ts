import { listSome, plural } from '../../escape/plural.ts';
import type { ShownPlan } from '../../model/combination.ts';
import type { Location } from '../../model/finding.ts';
import type { Annotation } from './annotation.ts';
import { composeMessage } from './annotations.ts';

/** Reasons told in an annotation; the summary has them all. */
const MOST_REASONS = 8;

/** Why `mode: plan` is red: something that was named cannot be had, or nothing would run. */
export function planAnnotations(plan: ShownPlan, fallback: Location | null): readonly Annotation[] {
  const { planned, missing, excluded } = plan;
  const place = fallback === null ? {} : { file: fallback.file, line: fallback.line };
  if (missing.length > 0) {
    const reasons = [...new Set(missing.map((one) => one.failure.message))];
    const ids = missing.map((one) => one.id);
    const title = `${plural(missing.length, 'combination')} asked for by name cannot be had`;
    const end = [`Not to be had: ${listSome(ids, 8)}.`];
    return [{ level: 'error', title, message: composeMessage(reasons, end), ...place }];
  }
  if (planned.length > 0) return [];
  const reasons = [...new Set(excluded.map((one) => one.reason))].slice(0, MOST_REASONS);
  const end = ['Plan other Pythons or NumPys: python-version, numpy-version, include, exclude.'];
  const title = 'No combination would run';
  return [{ level: 'error', title, message: composeMessage(reasons, end), ...place }];
}
