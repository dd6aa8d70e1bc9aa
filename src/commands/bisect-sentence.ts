import type { Bisected } from '../model/bisected.ts';
import { combinationId } from '../model/combination.ts';
import type { Finding } from '../model/finding.ts';

/**
 * Puts the result of the search into the findings that it is about.
 *
 * @param order compares two releases of NumPy
 */
export function withBoundaries(
  findings: readonly Finding[],
  bisected: readonly Bisected[],
  order: (a: string, b: string) => number,
): readonly Finding[] {
  return findings.map((finding) => {
    if (finding.severity !== 'error') return finding;
    const said = bisected
      .filter((one) => concerns(finding, one))
      .map((one) => boundarySentence(one, order));
    const sentences = [...new Set(said)];
    return sentences.length === 0
      ? finding
      : { ...finding, explanation: [finding.explanation, ...sentences].join(' ') };
  });
}

function concerns(finding: Finding, { python, modules, firstFailing }: Bisected): boolean {
  return (
    finding.modules.some((module) => modules.includes(module)) &&
    finding.combinations.includes(combinationId(python, firstFailing))
  );
}

/**
 * @example boundarySentence({ python: '3.11', modules: ['m'], lastPassing: '1.26.4', firstFailing: '2.0.0', untried: [], environments: 2 }, compareNumpy)
 * // 'NumPy 2.0.0 is the first release that fails, 1.26.4 the last that works (bisect on Python 3.11, 2 environments more).'
 */
export function boundarySentence(
  { python, lastPassing, firstFailing, untried, environments }: Bisected,
  order: (a: string, b: string) => number,
): string {
  const upwards = order(lastPassing, firstFailing) < 0;
  const place = upwards
    ? `NumPy ${firstFailing} is the first release that fails, ${lastPassing} the last that works`
    : `NumPy ${lastPassing} is the first release that works, ${firstFailing} the last that fails`;
  const gap =
    untried.length === 0 ? '' : `; between them ${untried.join(', ')} could not be tried here`;
  const cost =
    environments === 0
      ? 'no further environment'
      : `${environments} environment${environments === 1 ? '' : 's'} more`;
  return `${place}${gap} (bisect on Python ${python}, ${cost}).`;
}
