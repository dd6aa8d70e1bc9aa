// What bench/scale.mjs bundles: the partition, and measurements as text, as the program has them.

export { identified } from '../src/commands/documents/measured-plan.ts';
export { validateMeasurements } from '../src/commands/documents/validate-measurements.ts';
export { measurementsJson, readMeasurementsJson } from '../src/model/json/measurements-json.ts';
export { expectedWork } from '../src/plan/expected-work.ts';
export { shardsOf } from '../src/plan/shards.ts';
export { VERSION } from '../src/version.ts';
