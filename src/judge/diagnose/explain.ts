import type { Combination } from '../../model/combination.ts';
import type { Diagnosis, Finding } from '../../model/finding.ts';
import { foldFindings } from './fold.ts';
import { readLogLines } from './log-lines.ts';
import { LogReader } from './log-reader.ts';

/** What a log says. */
export interface ExplainResult {
  /** Worst first; `lines` are the numbers of the log's lines that show it, 1-based. */
  readonly findings: readonly (Finding & { readonly lines: readonly number[] })[];
  /** False when nothing was recognised: no finding, or only `unclassified` ones. */
  readonly recognised: boolean;
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
  for await (const line of readLogLines(chunks)) reader.read(line);
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
  }));
  return { findings, recognised: known.length > 0 };
}

function moduleOf(diagnosis: Diagnosis): string {
  return diagnosis.culprit.module ?? '';
}

function linesOf(
  finding: Finding,
  told: readonly { readonly diagnosis: Diagnosis; readonly lines: readonly number[] }[],
): readonly number[] {
  const same = told.filter(
    ({ diagnosis }) =>
      diagnosis.kind === finding.kind &&
      diagnosis.culprit.distribution === finding.culprit.distribution,
  );
  return [...new Set(same.flatMap((one) => one.lines))].sort((a, b) => a - b).slice(0, 20);
}
