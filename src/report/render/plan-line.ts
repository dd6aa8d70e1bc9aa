import { plural } from '../../escape/plural.ts';
import type { Plan } from '../../model/combination.ts';

/**
 * The first line of a run: what is tested, and how much of it.
 *
 * @example planLine('my-extension', '1.0', plan)
 * // 'my-extension 1.0  ·  4 Pythons × 6 NumPys: 14 to run, 10 excluded'
 */
export function planLine(subject: string, version: string | null, plan: Plan): string {
  const cells = [...plan.planned, ...plan.excluded];
  const pythons = new Set(cells.map(({ python }) => python)).size;
  const numpys = new Set(cells.map(({ numpy }) => numpy)).size;
  const axes = `${plural(pythons, 'Python')} × ${plural(numpys, 'NumPy')}`;
  const excluded = plan.excluded.length > 0 ? `, ${plan.excluded.length} excluded` : '';
  const name = version === null ? subject : `${subject} ${version}`;
  return `${name}  ·  ${axes}: ${plan.planned.length} to run${excluded}`;
}
