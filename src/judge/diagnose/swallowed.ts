import type { Culprit } from '../../model/finding.ts';
import { WHERE } from '../../model/look.ts';
import type { Observation } from '../../model/observation.ts';
import { faultOf } from './culprit.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Evidence } from './evidence.ts';
import { type FailedLoad, failedLoads, wasLoadedLater } from './failure-events.ts';
import {
  describeBinary,
  diagnosis,
  fixFor,
  type Kind,
  nameOf,
  runningNumpy,
  sentences,
} from './rule.ts';
import { FAILURE_RULES } from './rules/index.ts';
import { refusedInSilence } from './rules/np-api-too-new.ts';
import { describeNp1OnNp2 } from './rules/np1-on-np2.ts';
import { culpritOfStub } from './stub-culprit.ts';
import { readSymptoms, type Symptoms } from './symptoms.ts';

export const swallowed: Kind = {
  id: 'swallowed',
  where: WHERE.nowhere,
  name: 'A compiled module failed, and the import succeeded anyway',
  category: 'numpy-abi',
  severity: 'warning',
  means:
    'A compiled file failed to load the first time, or NumPy printed its complaint about it, and the package went on: caught (`try: from . import _fast except ImportError`), retried, or ignored. Users lose a feature or speed without being told. The category is that of the kind that was swallowed.',
  remedy: 'Mend the kind that was swallowed; for a dependency, require a release that works.',
  links: ['https://numpy.org/doc/stable/user/troubleshooting-importerror.html'],
};

/** @returns one diagnosis for each compiled file whose failure an import hid */
export function diagnoseSwallowed(symptoms: Symptoms): readonly Diagnosis[] {
  const told = toldSwallowed(symptoms);
  const silent = told.length > 0 ? undefined : refusedInSilence(symptoms);
  return silent ? [wrap(symptoms, silent, 'silent')] : told;
}

/** What the hooks saw fail, and what stands on stderr. */
function toldSwallowed(symptoms: Symptoms): readonly Diagnosis[] {
  const { evidence } = symptoms;
  const { events } = evidence.observation;
  if (symptoms.stderr === '' && !events.some(({ event }) => event === 'fail')) return [];
  const byHooks = failedLoads(events).flatMap((load) => {
    const inner = innerDiagnosis(evidence, load);
    if (inner === undefined || isMended(inner, wasLoadedLater(events, load.file))) return [];
    return [wrap(symptoms, inner)];
  });
  const known = new Set(byHooks.map((one) => key(one.culprit)));
  const byText = complaints(symptoms).flatMap((inner) => {
    const found = wrap(symptoms, inner);
    if (known.has(key(found.culprit)) || (byHooks.length > 0 && !found.culprit.distribution))
      return [];
    known.add(key(found.culprit));
    return [found];
  });
  return [...byHooks, ...byText];
}

/**
 * A package may try its module, load the library that it lacks, and try again: nothing of the module
 * ran the first time, and all of it the second time. What failed once in its own init is another
 * matter: it may be half made.
 */
function isMended(inner: Diagnosis, loadedLater: boolean): boolean {
  return loadedLater && inner.kind.startsWith('ld-');
}

function key(culprit: Culprit): string {
  return culprit.distribution ?? culprit.module ?? culprit.file ?? '';
}

function asRaised(evidence: Evidence, load: FailedLoad): Evidence {
  const observation: Observation = {
    ...evidence.observation,
    outcome: { kind: 'raised' },
    exceptions: load.exceptions,
  };
  // The target's own history says nothing about another file.
  return { ...evidence, observation, siblings: [] };
}

function innerDiagnosis(evidence: Evidence, load: FailedLoad): Diagnosis | undefined {
  const symptoms = readSymptoms(asRaised(evidence, load), load);
  for (const rule of FAILURE_RULES) {
    const found = rule.match(symptoms);
    if (found) return found;
  }
  return undefined;
}

/** What stands on stderr although the import succeeded. */
function complaints(symptoms: Symptoms): readonly Diagnosis[] {
  const found = symptoms.stubs.map((stub) => {
    const culprit = culpritOfStub(symptoms.evidence, stub);
    const fault = faultOf(symptoms.evidence, culprit);
    return describeNp1OnNp2(
      { ...symptoms, culprit, fault, facts: null, numpy: stub.numpy },
      undefined,
      '',
    );
  });
  if (found.length > 0) return found;
  if (symptoms.stderr === '') return [];
  const told = symptoms.stderr
    .split('\n')
    .filter((line) =>
      /(?:module (?:was )?compiled against|_(?:ARRAY|UFUNC)_API not found|A module that was compiled using NumPy 1\.x)/.test(
        line,
      ),
    );
  if (told.length === 0) return [];
  const raised = { ...symptoms, texts: [told.join('\n')] };
  for (const rule of FAILURE_RULES) {
    if (!rule.id.startsWith('np')) continue;
    const inner = rule.match(raised);
    if (inner) return [inner];
  }
  return [];
}

/** @param how whether anything was seen of it, or only the file's bytes tell */
function wrap(symptoms: Symptoms, inner: Diagnosis, how: 'seen' | 'silent' = 'seen'): Diagnosis {
  const outer = { ...symptoms, culprit: inner.culprit, fault: inner.fault };
  const name = nameOf(inner.culprit);
  const module = symptoms.evidence.module;
  const other = module && module.distribution !== inner.culprit.distribution;
  const complaint = shortly(inner);
  return diagnosis(swallowed, outer, {
    tell: (scope) => ({
      title: `${complaint.startsWith('fails') && inner.culprit.module ? `\`${inner.culprit.module}\`` : name} ${complaint}, and the import hides it`,
      explanation: sentences(
        how === 'silent'
          ? `${describeBinary(inner.culprit)} is imported under ${runningNumpy(symptoms, scope)}, although NumPy refuses it there.`
          : `${describeBinary(inner.culprit)} failed to load under ${runningNumpy(symptoms, scope)}, and the import of ${other ? `\`${module.distribution}\`` : 'its package'} went on without it: users lose what it does, or its speed, and may see a long message.`,
        inner.explanation,
      ),
      fix: fixFor(outer, { own: inner.fix, dependency: inner.fix, unknown: inner.fix }),
    }),
    evidence: inner.evidence.length > 0 ? inner.evidence : complaintLines(symptoms),
    category: inner.category,
    inner: inner.kind,
    hints: inner.hints,
  });
}

function complaintLines(symptoms: Symptoms): readonly string[] {
  return symptoms.stderr
    .split('\n')
    .filter((line) => /compiled|_API not found|failed to import/.test(line))
    .slice(0, 3);
}

function shortly(inner: Diagnosis): string {
  switch (inner.kind) {
    case 'np1-on-np2':
    case 'np-abi-mismatch':
      return 'is not ready for NumPy 2';
    case 'np-api-too-new':
      return 'was built for a newer NumPy';
    case 'numpy-missing':
      return 'needs NumPy';
    default:
      return `fails to load (${inner.kind})`;
  }
}
