import { NUMPY_NONE } from '../model/combination.ts';
import { axesOf } from './axes.ts';
import type { Report } from './report.ts';

/** The NumPy releases on which everything was proven, with Python they ran on, oldest first. */
export interface ProvenReleases {
  readonly releases: readonly string[];
  /** No release between the first and the last of them failed, or was left out. */
  readonly gapless: boolean;
}

export function provenReleases(report: Pick<Report, 'combinations' | 'results'>): ProvenReleases {
  const known = new Set(report.results.filter((one) => one.known).map((one) => one.combination));
  const tried = new Set(report.results.map((one) => one.combination));
  const bad = new Set<string>();
  const good = new Set<string>();
  for (const { id, numpy, status } of report.combinations) {
    if (numpy === NUMPY_NONE || status === 'excluded') continue;
    if (status === 'passed' && tried.has(id) && !known.has(id)) good.add(numpy);
    else bad.add(numpy);
  }
  const axis = axesOf(report.combinations).numpys.filter((one) => good.has(one) || bad.has(one));
  const releases = axis.filter((one) => good.has(one) && !bad.has(one));
  const span = axis.slice(axis.indexOf(releases[0] ?? ''), axis.indexOf(releases.at(-1) ?? '') + 1);
  return { releases, gapless: releases.length > 0 && span.length === releases.length };
}
