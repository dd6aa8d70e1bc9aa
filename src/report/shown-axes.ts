import { type Axes, axesOf } from './axes.ts';
import { byPlatform, hasPlatforms, tellByPlatform } from './platforms.ts';
import { describeRun } from './ranges.ts';

/** The axes without the rows and columns in which nothing could run. */
export interface ShownAxes extends Axes {
  /** `Python 3.8; NumPy 1.21–1.24`: what is left out, all of it excluded; empty when nothing is. */
  readonly leftOut: string;
}

/** What of a combination decides whether its row and column are shown. */
export interface GridCell {
  readonly label: string;
  readonly numpy: string;
  readonly platform?: string;
  readonly verdict: string;
}

/** Where everything is excluded, everything is shown. */
export function shownAxes(combinations: readonly GridCell[]): ShownAxes {
  const whole = axesOf(combinations);
  const alive = combinations.filter((one) => one.verdict !== 'excluded');
  if (alive.length === 0) return { ...whole, leftOut: '' };
  const shown = axesOf(alive);
  const pythons = whole.pythons.filter((one) => !shown.pythons.includes(one));
  const numpys = whole.numpys.filter((one) => !shown.numpys.includes(one));
  const said = [
    ...(pythons.length > 0 ? [`Python ${describeRun(pythons, whole.pythons)}`] : []),
    ...(numpys.length > 0 ? [`NumPy ${describeRun(numpys, whole.numpys, whole.short)}`] : []),
  ];
  return { ...shown, leftOut: said.join('; ') };
}

/** What the grids of a report leave out, platform by platform where there are several. */
export function leftOutOf(combinations: readonly GridCell[]): string {
  if (!hasPlatforms(combinations)) return shownAxes(combinations).leftOut;
  return tellByPlatform(
    byPlatform(combinations).map(([platform, own]) => [platform, shownAxes(own).leftOut]),
  );
}
