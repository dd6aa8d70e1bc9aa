import { stripAnsi } from '../../escape/plain-text.ts';
import type { BinaryFacts } from '../../model/compiled-module.ts';
import type { Culprit, Fault } from '../../model/finding.ts';
import type { ExceptionRecord, Observation } from '../../model/observation.ts';
import { majorOf } from '../../packaging/numpy-releases.ts';
import { faultOf, findCulprit } from './culprit.ts';
import type { Evidence } from './evidence.ts';
import { type FailedLoad, failedLoads } from './failure-events.ts';
import { type History, readCulpritHistory } from './history.ts';
import { readStubComplaints, type StubComplaint } from './stub-text.ts';

/** Evidence, digested once for all rules. */
export interface Symptoms {
  readonly evidence: Evidence;
  /** The failure that counts, outermost first. */
  readonly chain: readonly ExceptionRecord[];
  /** `Type: message` of the chain, root first; then what counts of stderr. */
  readonly texts: readonly string[];
  readonly stderr: string;
  /** NumPy 2's long complaints on stderr, in order. */
  readonly stubs: readonly StubComplaint[];
  readonly culprit: Culprit;
  /** Absolute path of the culprit's file, null when it is not known. */
  readonly culpritPath: string | null;
  readonly fault: Fault;
  readonly facts: BinaryFacts | null;
  /** The NumPy that was loaded, else the planned one. */
  readonly numpy: string | null;
  readonly numpyMajor: number | undefined;
  readonly python: string | null;
  readonly history: History;
}

// Exceptions that only say that something else failed before: then stderr tells the cause.
// numpy/core/code_generators/generate_numpy_api.py, `_import_array`; CPython Objects/call.c.
const CONSEQUENCE =
  /failed to import|_(?:ARRAY|UFUNC)_API not found|initialization failed|without (?:raising|setting) an exception|raised unreported exception|returned a result with an (?:error|exception) set|can't initialize module|PyErr \{|^\s*A module that was compiled using NumPy 1/m;

/** `Type: message`, as Python prints it last. */
export function describeException(exception: ExceptionRecord): string {
  return exception.message === '' ? exception.type : `${exception.type}: ${exception.message}`;
}

/** Reads evidence as rules look at it. `load` overrides which failed load is judged. */
export function readSymptoms(evidence: Evidence, load?: FailedLoad): Symptoms {
  const { observation } = evidence;
  const raised = observation.outcome.kind === 'raised';
  const failed = load ?? (raised ? loadOf(observation) : undefined);
  const chain = failed && failed.exceptions.length > 0 ? failed.exceptions : observation.exceptions;
  const stderr = stripAnsi(observation.stderr);
  const told = chain.map(describeException).toReversed();
  const unclear = chain.length === 0 || told.some((text) => CONSEQUENCE.test(text));
  const stubs = readStubComplaints(stderr);
  const culprit = findCulprit(evidence, failed, chain);
  const culpritPath = failed?.file ?? absoluteFile(evidence, culprit);
  const numpy = observation.numpy?.version ?? evidence.combination?.numpy ?? stubs.at(-1)?.numpy;
  return {
    evidence,
    chain,
    texts: unclear ? [...told, stderr] : told,
    stderr,
    stubs,
    culprit,
    culpritPath,
    fault: faultOf(evidence, culprit),
    facts: culpritPath === null ? null : evidence.factsOf(culpritPath),
    numpy: numpy ?? null,
    numpyMajor: majorOf(numpy ?? null),
    python: evidence.combination?.python ?? null,
    history: readCulpritHistory(evidence, culprit.module),
  };
}

/** The load that the probe named; of its file the *first* failure counts. */
function loadOf({ events, culpritFile }: Observation): FailedLoad | undefined {
  return failedLoads(events).find(({ file }) => file === culpritFile);
}

function absoluteFile(evidence: Evidence, culprit: Culprit): string | null {
  if (culprit.file === null) return null;
  const candidates = culprit.module ? evidence.filesFor(culprit.module) : [];
  return candidates.find((one) => one.endsWith(culprit.file ?? '')) ?? culprit.file;
}

/** A text that matched, and the line it stands on. */
export interface Hit {
  readonly match: RegExpExecArray;
  readonly line: string;
  readonly text: string;
}

/** @returns the first of the symptoms' texts that matches; of stderr the last match */
export function search(symptoms: Symptoms, pattern: RegExp): Hit | undefined {
  for (const text of symptoms.texts) {
    if (text === '') continue;
    const found = text === symptoms.stderr ? lastMatch(text, pattern) : pattern.exec(text);
    if (found) return { match: found, line: lineAt(text, found.index), text };
  }
  return undefined;
}

function lastMatch(text: string, pattern: RegExp): RegExpExecArray | null {
  const flags = pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`;
  let last: RegExpExecArray | null = null;
  for (const found of text.matchAll(new RegExp(pattern.source, flags))) last = found;
  return last;
}

function lineAt(text: string, index: number): string {
  const start = text.lastIndexOf('\n', index) + 1;
  const end = text.indexOf('\n', index);
  return text.slice(start, end < 0 ? undefined : end).trimEnd();
}
