import { readFileSync } from 'node:fs';
import { assembleReport } from '../../src/commands/assemble.ts';
import { validateMeasurements } from '../../src/commands/validate-measurements.ts';
import { judgeRun } from '../../src/judge/judge-run.ts';
import type { Measurements, NotTested } from '../../src/model/measurements.ts';
import { readMeasurementsJson } from '../../src/model/measurements-json.ts';
import { reportJson } from '../../src/report/render/json.ts';

/**
 * Measurements of real runs, written by `check … --measurements`:
 * `examples/my-extension --python 3.11 --python 3.12 --numpy edges`, and
 * `--package pandas==2.0.3 --python 3.11 --numpy 1.26.4 --numpy 2.2.6`.
 */
export const RECORDED = ['my-extension', 'pandas-2.0.3'] as const;

export function recordedText(name: (typeof RECORDED)[number]): string {
  return readFileSync(new URL(`../judge/recorded/${name}.json`, import.meta.url), 'utf8');
}

export function recorded(name: (typeof RECORDED)[number]): Measurements {
  const read = readMeasurementsJson(recordedText(name), validateMeasurements);
  if (read.kind === 'problem') throw new Error(read.reason);
  return read.document;
}

/** The JSON report that follows from measurements, but for times. */
export function reportOf(run: Measurements, refused: readonly NotTested[] = []): string {
  return reportJson({ ...assembleReport(run, judgeRun(run), refused), seconds: {} });
}
