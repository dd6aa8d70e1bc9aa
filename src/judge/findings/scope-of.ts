import type { Bisected } from '../../model/bisected.ts';
import type { Combination } from '../../model/combination.ts';
import { compareNumpy } from '../../model/compare-numpy.ts';
import type { Facts } from '../../model/finding.ts';
import type { ReleaseAdvice } from '../../model/release-advice.ts';
import type { Scope } from '../../model/scope.ts';
import type { Diagnosis } from '../diagnose/diagnosis.ts';
import { upgradeWanted } from './upgrade.ts';

/** What is known besides the outcomes. */
export interface Known {
  readonly bisected: readonly Bisected[];
  readonly advice: readonly ReleaseAdvice[];
  /** Labels of all Pythons of the run. */
  readonly planned?: readonly string[];
  /** The oldest NumPy that findings ask for which are made elsewhere, or all of them. */
  readonly floor?: string | null;
}

/** Where equal diagnoses were made: their modules, their combinations, and whether any other passed. */
export interface Spread {
  readonly modules: readonly string[];
  readonly culprits: readonly string[];
  readonly here: readonly Combination[];
  readonly works: boolean;
}

/** All that a finding covers, for its words. */
export function scopeOf(
  found: Parameters<typeof upgradeWanted>[0] & Pick<Diagnosis, 'severity'>,
  { modules, culprits, here, works }: Spread,
  known: Known,
): Scope {
  return {
    numpys: [...new Set(here.map((one) => one.numpy))].toSorted(compareNumpy),
    pythons: [...new Set(here.map((one) => one.python))],
    planned: known.planned ?? [],
    modules,
    culprits,
    alone: here.length === 1 && !works,
    boundaries: known.bisected.filter((one) => concerns(one, found.severity, modules, here)),
    floor: known.floor ?? null,
    upgrade: upgradeOf(found, here, known.advice),
  };
}

/** The scope's own facts, for tools that read no words. */
export function scopeFacts({ boundaries: [one], upgrade }: Scope): Facts {
  const found = upgrade?.search.kind === 'found' ? upgrade.search.version : null;
  return {
    ...(one && { lastPassing: one.lastPassing, firstFailing: one.firstFailing }),
    ...(found !== null && { upgradeTo: found }),
  };
}

function concerns(
  { python, modules, firstFailing }: Bisected,
  severity: Diagnosis['severity'],
  own: readonly string[],
  here: readonly Combination[],
): boolean {
  return (
    severity === 'error' &&
    own.some((module) => modules.includes(module)) &&
    here.some((one) => one.python === python && one.numpy === firstFailing)
  );
}

function upgradeOf(
  found: Parameters<typeof upgradeWanted>[0],
  here: readonly Combination[],
  advice: readonly ReleaseAdvice[],
): ReleaseAdvice | null {
  const wanted = upgradeWanted(found, here);
  const about = advice.find(
    ({ distribution, version, python }) =>
      distribution === wanted?.culprit.distribution &&
      version === wanted.culprit.version &&
      python === wanted.python,
  );
  return about ?? null;
}
