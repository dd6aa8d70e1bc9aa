import type { Finding } from '../model/finding.ts';
import type { Result } from '../model/result.ts';
import type { Diagnosis } from './diagnose/diagnosis.ts';

/** A diagnosis of one module (or of the smoke code) under one combination. */
export interface Judged {
  readonly diagnosis: Diagnosis;
  readonly module: string;
  readonly combination: string;
}

/** What the outcomes of a run say, before equal diagnoses are folded. */
export interface Judgement {
  readonly results: readonly Result[];
  /** Without those that a known failure foretold. */
  readonly judged: readonly Judged[];
  /** By the combination's id: the line of known-failures that foretold something of it. */
  readonly foretold: ReadonlyMap<string, string>;
  /** Known failures that pass. */
  readonly findings: readonly Finding[];
  /** Lines of known-failures that nothing matched, a sentence each. */
  readonly notices: readonly string[];
}
