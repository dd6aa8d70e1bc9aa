import type { BinaryFacts } from '../model/compiled-module.ts';
import type { Measurement, Owner } from '../model/measurement.ts';

/** The questions that rules ask about files, answered from a measurement's tables. */
export interface MeasuredFiles {
  readonly ownerOf: (path: string) => Owner | null;
  readonly factsOf: (path: string) => BinaryFacts | null;
  readonly filesFor: (moduleName: string) => readonly string[];
  readonly installed: ReadonlyMap<string, string>;
}

/** Look-ups over the tables of one measurement; what they do not hold is nobody's. */
export function measuredFiles(measurement: Measurement): MeasuredFiles {
  const { files, filesOf } = measurement;
  // The tables hold thousands of names, and few are asked for.
  const fileOf = (path: string) => (Object.hasOwn(files, path) ? files[path] : undefined);
  return {
    ownerOf: (path) => fileOf(path)?.owner ?? null,
    factsOf: (path) => fileOf(path)?.facts ?? null,
    filesFor: (name) => (Object.hasOwn(filesOf, name) ? (filesOf[name] ?? []) : []),
    installed: new Map(Object.entries(measurement.installed)),
  };
}
