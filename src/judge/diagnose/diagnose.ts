import { compareSeverity } from '../../model/severity.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Evidence } from './evidence.ts';
import { failedLoads } from './failure-events.ts';
import type { Rule } from './rule.ts';
import { FAILURE_RULES, INTEGRITY_RULES, QUIET_RULES } from './rules/index.ts';
import { pyWrongTag } from './rules/missing-module.ts';
import { diagnoseSwallowed } from './swallowed.ts';
import { readSymptoms, type Symptoms } from './symptoms.ts';

/** Kinds that say little: another failed load of the same process may say more. */
const WEAK: readonly string[] = [
  'unclassified',
  'init-failed',
  'py-init-broken',
  'module-not-found',
];

/**
 * Says what is wrong with one outcome, the worst thing first.
 *
 * @returns the diagnosis, null when nothing is wrong (or nothing was run, by the plan)
 * @example diagnose(evidence)?.kind // 'np1-on-np2'
 */
export function diagnose(evidence: Evidence): Diagnosis | null {
  return diagnoseAll(evidence)[0] ?? null;
}

/**
 * Says everything that is wrong with one outcome, worst first. A failure has one cause; a success
 * may hide several complaints (pandas imports although numexpr and bottleneck both failed).
 */
export function diagnoseAll(evidence: Evidence): readonly Diagnosis[] {
  const symptoms = readSymptoms(evidence);
  const broken = first(INTEGRITY_RULES, symptoms);
  if (broken) return [broken];
  const { outcome } = evidence.observation;
  switch (outcome.kind) {
    case 'imported':
      return diagnoseSuccess(symptoms);
    case 'not-run': {
      const tag = outcome.reason === 'wrong-tag' ? pyWrongTag.match(symptoms) : undefined;
      return tag ? [tag] : [];
    }
    case 'raised':
    case 'signalled':
    case 'exited':
    case 'timed-out': {
      const found = explainFailure(evidence, symptoms);
      return found ? [found] : [];
    }
    default:
      return outcome satisfies never;
  }
}

function first(rules: readonly Rule[], symptoms: Symptoms): Diagnosis | undefined {
  for (const rule of rules) {
    const found = rule.match(symptoms);
    if (found) return found;
  }
  return undefined;
}

/** The package may have replaced the true failure: then the loader hooks still hold it. */
function explainFailure(evidence: Evidence, symptoms: Symptoms): Diagnosis | undefined {
  const found = first(FAILURE_RULES, symptoms);
  if (evidence.observation.outcome.kind !== 'raised') return found;
  if (found && !WEAK.includes(found.kind)) return found;
  for (const load of failedLoads(evidence.observation.events)) {
    if (load.file === symptoms.culpritPath) continue;
    const owner = evidence.ownerOf(load.file)?.distribution;
    const related = owner !== undefined && owner === evidence.module?.distribution;
    if (!related) continue;
    const other = first(FAILURE_RULES, readSymptoms(evidence, load));
    if (other && !WEAK.includes(other.kind)) return other;
  }
  return found;
}

/** A file whose complaint was swallowed is not reported once more as a lazy user. */
function diagnoseSuccess(symptoms: Symptoms): readonly Diagnosis[] {
  const hidden = diagnoseSwallowed(symptoms);
  const quiet: Diagnosis[] = [];
  for (const rule of QUIET_RULES) {
    const found = rule.match(symptoms);
    if (found) quiet.push(found);
  }
  // Most that pass have nothing to tell, and there are tens of thousands.
  if (hidden.length === 0 && quiet.length <= 1) return quiet;
  const files = new Set(hidden.map((one) => one.culprit.file ?? one.culprit.distribution));
  const others = quiet.filter(
    ({ kind, culprit }) =>
      kind !== 'latent-np1' || !(files.has(culprit.file) || files.has(culprit.distribution)),
  );
  return sorted([...hidden, ...others]);
}

function sorted(found: readonly Diagnosis[]): readonly Diagnosis[] {
  return found.toSorted((a, b) => compareSeverity(a.severity, b.severity));
}
