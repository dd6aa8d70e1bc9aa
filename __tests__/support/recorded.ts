import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { assembleReport } from '../../src/commands/conclude/assemble.ts';
import { validateMeasurements } from '../../src/commands/documents/validate-measurements.ts';
import { judgeRun } from '../../src/judge/judge-run.ts';
import { readMeasurementsJson } from '../../src/model/json/measurements-json.ts';
import type { Measurements } from '../../src/model/measurements.ts';
import type { NotTested } from '../../src/model/not-tested.ts';
import { reportJson } from '../../src/report/render/json.ts';

const FOLDER = new URL('../judge/recorded/', import.meta.url);

/** Names of the recorded runs: what `scripts/record-runs.mjs` made of the table beside them. */
export const RECORDED: readonly string[] = readdirSync(FOLDER)
  .flatMap((file) => /^(.+)\.json\.gz$/.exec(file)?.[1] ?? [])
  .sort();

export function recordedText(name: string): string {
  return gunzipSync(readFileSync(new URL(`${name}.json.gz`, FOLDER))).toString('utf8');
}

export function recorded(name: string): Measurements {
  const read = readMeasurementsJson(recordedText(name), validateMeasurements);
  if (read.kind === 'problem') throw new Error(`${name}: ${read.reason}`);
  return read.document;
}

/** The JSON report that follows from measurements, but for times and how many ran at one. */
export function reportOf(run: Measurements, refused: readonly NotTested[] = []): string {
  const { jobs: _, timeline: __, ...report } = assembleReport(run, judgeRun(run), refused);
  return reportJson({ ...report, seconds: {} });
}
