import { plural } from '../../escape/plural.ts';
import type { ShownPlan } from '../../model/combination.ts';

/**
 * The first line of a run: what is tested, and how much of it.
 *
 * @example planLine('my-extension', '1.0', plan)
 * // 'my-extension 1.0  ·  4 Pythons × 6 NumPys: 14 to run, 10 excluded'
 */
export function planLine(subject: string, version: string | null, plan: ShownPlan): string {
  const cells = [...plan.planned, ...plan.excluded, ...plan.missing];
  const pythons = new Set(cells.map(({ python }) => python)).size;
  const numpys = new Set(cells.map(({ numpy }) => numpy)).size;
  const platforms = new Set(cells.map(({ platform }) => platform)).size;
  const axes = [
    ...(platforms > 1 ? [plural(platforms, 'platform')] : []),
    plural(pythons, 'Python'),
    plural(numpys, 'NumPy'),
  ].join(' × ');
  const name = version === null ? subject : `${subject} ${version}`;
  return `${name}  ·  ${axes}: ${countsOf(plan)}`;
}

/** @example countsOf(plan) // '14 to run, 10 excluded' */
export function countsOf({ planned, excluded, missing }: ShownPlan): string {
  return [
    `${planned.length} to run`,
    ...(excluded.length > 0 ? [`${excluded.length} excluded`] : []),
    ...(missing.length > 0 ? [`${missing.length} cannot be had`] : []),
  ].join(', ');
}
