import type { Combination } from '../../model/combination.ts';
import type { Finding } from '../../model/finding.ts';
import type { Diagnosis } from '../diagnose/diagnosis.ts';
import { foldFindings } from '../findings/fold.ts';
import type { LogNature } from '../read-log/decode-log.ts';
import { createLogLines } from '../read-log/read-log.ts';
import type { LogFinding, ShownLine } from './log-findings.ts';
import { LogReader } from './log-reader.ts';

/** A finding, and where the log shows it. */
export interface ExplainedFinding extends Finding {
  /** Numbers of the log's lines that show it, 1-based. */
  readonly lines: readonly number[];
  /** The evidence, each line with its number in the log. */
  readonly shown: readonly ShownLine[];
}

/** What a log says. */
export interface ExplainResult {
  /** Worst first. */
  readonly findings: readonly ExplainedFinding[];
  /** False when nothing was recognised: no finding, or only `unclassified` ones. */
  readonly recognised: boolean;
  /** What looks alarming and is harmless, a sentence each. */
  readonly remarks: readonly string[];
  /** What was given: a text, nothing but space, or bytes that are no text. */
  readonly nature: LogNature;
}

const LOG: Combination = { id: 'log', python: '', numpy: '', platform: '' };

/**
 * Reads a traceback, a test run's output or a whole CI log, by the same rules that judge probes.
 *
 * The log is streamed: memory is bounded by what is kept of each finding, time is linear in the log.
 *
 * @param chunks the log, in pieces of any size
 */
export async function explainLog(
  chunks: AsyncIterable<Uint8Array | string>,
): Promise<ExplainResult> {
  const reader = new LogReader();
  const log = createLogLines();
  for await (const line of log.lines(chunks)) reader.read(line);
  const found = reader.end();
  const known = found.filter((one) => one.diagnosis.kind !== 'unclassified');
  const told = known.length > 0 ? known : found.slice(-1);
  const items = told.map(({ diagnosis }) => ({
    diagnosis,
    module: moduleOf(diagnosis),
    combination: LOG,
  }));
  const findings = foldFindings(items).map((finding) => ({
    ...finding,
    combinations: [],
    modules: finding.modules.filter((name) => name !== ''),
    lines: linesOf(finding, told),
    shown: shownOf(finding, told),
  }));
  return {
    findings,
    recognised: known.length > 0 || reader.remarks.length > 0,
    remarks: reader.remarks,
    nature: log.nature,
  };
}

function moduleOf(diagnosis: Diagnosis): string {
  return diagnosis.culprit.module ?? '';
}

function linesOf(finding: Finding, told: readonly LogFinding[]): readonly number[] {
  const numbers = same(finding, told).flatMap((one) => one.lines);
  return [...new Set(numbers)].sort((a, b) => a - b).slice(0, 20);
}

function shownOf(finding: Finding, told: readonly LogFinding[]): readonly ShownLine[] {
  const all = same(finding, told).flatMap((one) => one.shown);
  return (
    finding.evidence
      .map((text) => all.find((one) => one.text === text) ?? { line: null, text })
      // `ImportError:` alone, above NumPy's advice, shows nothing.
      .filter((one) => !/^[\w.]+:$/.test(one.text.trim()))
  );
}

function same(finding: Finding, told: readonly LogFinding[]): readonly LogFinding[] {
  return told.filter(
    ({ diagnosis }) =>
      diagnosis.kind === finding.kind &&
      diagnosis.culprit.distribution === finding.culprit.distribution,
  );
}
