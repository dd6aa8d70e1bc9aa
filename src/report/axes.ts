import { compareNumpy } from '../model/compare-numpy.ts';
import type { CombinationReport } from './report.ts';

/** The rows and columns of the grid, each sorted oldest first. */
export interface Axes {
  readonly pythons: readonly string[];
  /** Releases oldest first; `none` comes last. */
  readonly numpys: readonly string[];
  /** Short name of a release: its minor series where only one of the series is there. */
  readonly short: (numpy: string) => string;
}

/** The Pythons and NumPys of a matrix, each once, in order. */
export function axesOf(combinations: readonly Pick<CombinationReport, 'label' | 'numpy'>[]): Axes {
  const pythons = [...new Set(combinations.map((one) => one.label))].sort(comparePythons);
  const numpys = [...new Set(combinations.map((one) => one.numpy))].sort(compareNumpy);
  const series = new Map<string, number>();
  for (const numpy of numpys) series.set(seriesOf(numpy), (series.get(seriesOf(numpy)) ?? 0) + 1);
  const short = (numpy: string) => (series.get(seriesOf(numpy)) === 1 ? seriesOf(numpy) : numpy);
  return { pythons, numpys, short };
}

/** @example ['3.10', '3.9', '3.13t'].sort(comparePythons) // ['3.9', '3.10', '3.13t'] */
export function comparePythons(a: string, b: string): number {
  const [left, right] = [pythonKey(a), pythonKey(b)];
  return (
    left.implementation.localeCompare(right.implementation, 'en') ||
    compareNumbers(left.numbers, right.numbers) ||
    left.rest.localeCompare(right.rest, 'en')
  );
}

/** `2.0.2` → `2.0`; pre-releases and anything unusual stay whole. */
function seriesOf(numpy: string): string {
  return /^\d+\.\d+\.\d+$/.test(numpy) ? numpy.split('.').slice(0, 2).join('.') : numpy;
}

function pythonKey(label: string) {
  const match = /^(\D*)((?:\d+\.)*\d+)?(.*)$/s.exec(label);
  return {
    implementation: match?.[1] ?? '',
    numbers: (match?.[2] ?? '').split('.').map(Number),
    rest: match?.[3] ?? '',
  };
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
