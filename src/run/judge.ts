import { diagnose } from '../diagnose/diagnose.ts';
import type { Evidence, Sibling } from '../diagnose/evidence.ts';
import { NUMPY_NONE } from '../model/combination.ts';
import type { CompiledModule } from '../model/compiled-module.ts';
import type { Diagnosis } from '../model/finding.ts';
import type { Observation } from '../model/observation.ts';
import { type ResultReport, SMOKE } from '../model/report.ts';
import type { CombinationRun } from './combination-run.ts';

/** A diagnosis of one module (or of the smoke code) under one combination. */
export interface Judged {
  readonly diagnosis: Diagnosis;
  readonly module: string;
  readonly combination: string;
}

export interface Judgement {
  readonly results: readonly ResultReport[];
  readonly judged: readonly Judged[];
}

/**
 * Diagnoses every observation of every combination. Only possible when all of them ran: what the
 * same module did under the other combinations is evidence.
 *
 * @param runs the combinations in plan order
 * @param subjects the subject's distribution names, normalised
 */
export function judge(runs: readonly CombinationRun[], subjects: readonly string[]): Judgement {
  const siblings = siblingsByModule(runs);
  const results: ResultReport[] = [];
  const judged: Judged[] = [];
  for (const run of runs) {
    const id = run.combination.id;
    const evidenceFor = (observation: Observation, module: CompiledModule | null, key: string) =>
      evidence(run, observation, module, subjects, siblings.get(key) ?? []);
    for (const { module, observation } of run.observed) {
      const diagnosis = diagnose(evidenceFor(observation, module, module.name));
      results.push(result(id, module.name, module.file, observation, diagnosis));
      if (diagnosis) judged.push({ diagnosis, module: module.name, combination: id });
    }
    if (run.smoke) {
      const { observation } = run.smoke;
      const diagnosis = diagnose(evidenceFor(observation, null, SMOKE));
      results.push(result(id, SMOKE, null, observation, diagnosis));
      if (diagnosis) judged.push({ diagnosis, module: SMOKE, combination: id });
    }
    for (const { module, observation } of run.hookFindings) {
      const diagnosis = diagnose(evidenceFor(observation, null, module ?? ''));
      if (diagnosis) judged.push({ diagnosis, module: module ?? '', combination: id });
    }
  }
  return { results, judged };
}

function result(
  combination: string,
  module: string,
  file: string | null,
  observation: Observation,
  diagnosis: Diagnosis | null,
): ResultReport {
  const proven = observation.outcome.kind === 'imported';
  return {
    combination,
    module,
    file,
    outcome: observation.outcome,
    diagnosis: diagnosis?.kind ?? (proven ? null : 'unclassified'),
    category: diagnosis?.category ?? (proven ? null : 'unclassified'),
    // Green is proven: no rule's silence may turn a failed module green.
    severity: diagnosis?.severity ?? (proven ? 'none' : 'error'),
  };
}

function evidence(
  run: CombinationRun,
  observation: Observation,
  module: CompiledModule | null,
  subjects: readonly string[],
  siblings: readonly Sibling[],
): Evidence {
  const { combination } = run;
  return {
    observation,
    combination: {
      id: combination.id,
      python: combination.interpreter.version,
      label: combination.python,
      numpy: combination.numpy === NUMPY_NONE ? null : combination.numpy,
      platform: combination.platform,
      buildNumpy: run.buildNumpy,
    },
    module,
    smoke: observation.phase === 'call',
    subjects,
    installed: run.installed,
    ownerOf: run.ownerOf,
    factsOf: run.factsOf,
    filesFor: run.filesFor,
    siblings: siblings.filter((sibling) => sibling.combination !== combination.id),
  };
}

function siblingsByModule(runs: readonly CombinationRun[]): Map<string, Sibling[]> {
  const found = new Map<string, Sibling[]>();
  const add = (key: string, run: CombinationRun, observation: Observation): void => {
    const list = found.get(key) ?? [];
    found.set(key, list);
    list.push({
      combination: run.combination.id,
      python: run.combination.interpreter.version,
      numpy: observation.numpy?.version ?? run.installed.get('numpy') ?? null,
      outcome: observation.outcome,
      fingerprint: fingerprint(observation),
    });
  };
  for (const run of runs) {
    for (const { module, observation } of run.observed) add(module.name, run, observation);
    if (run.smoke) add(SMOKE, run, run.smoke.observation);
  }
  return found;
}

/** Equal failures have equal prints: paths and addresses differ from environment to environment. */
function fingerprint(observation: Observation): string | null {
  const last = observation.exceptions.at(0);
  if (!last) return null;
  const message = last.message
    .replace(/(?:[A-Za-z]:)?[\\/][^\s'":,)]*[\\/]/g, '')
    .replace(/0x[0-9a-f]{6,}/gi, '0x…');
  return `${last.type}: ${message}`;
}
