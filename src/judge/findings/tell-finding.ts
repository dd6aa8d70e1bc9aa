import { plural } from '../../escape/plural.ts';
import type { Prose } from '../../model/finding.ts';
import type { Scope } from '../../model/scope.ts';
import type { Diagnosis } from '../diagnose/diagnosis.ts';
import { absentReleases } from './absent-releases.ts';
import { boundarySentence } from './boundary-sentence.ts';
import { upgradeFix } from './upgrade.ts';

/** The words of a finding: its rule's, told with the whole scope, and what holds for all kinds. */
export function tellFinding(found: Diagnosis, scope: Scope): Prose {
  const { title, explanation, fix } = found.tell(scope);
  const boundaries = new Set(scope.boundaries.map(boundarySentence));
  const parts = [explanation, concerned(found, scope), ...boundaries];
  const advised = (scope.upgrade && upgradeFix(scope.upgrade)) ?? fix;
  const pythons = { all: scope.planned, fails: scope.pythons };
  return {
    title,
    explanation: parts.filter((one) => one !== '').join(' '),
    fix: [advised, absentReleases(advised, pythons)].filter((one) => one !== '').join(' '),
  };
}

function concerned({ severity }: Diagnosis, { modules, culprits }: Scope): string {
  if (modules.length < 2) return '';
  // Each of them by itself: one does not take down the others.
  if (culprits.length > 1) {
    return `The same holds for ${plural(modules.length - 1, 'more module', 'more modules')}.`;
  }
  return `It ${severity === 'error' ? 'takes down' : 'concerns'} ${modules.length} modules.`;
}
