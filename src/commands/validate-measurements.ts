import { type Schema, Validator } from '@cfworker/json-schema';
import { MEASUREMENT_SCHEMA, MEASUREMENTS_SCHEMA } from '../model/measurements-schema.ts';
import { PLAN_SCHEMA } from '../model/plan-schema.ts';

/**
 * Holds a document against the schema of measurements: files of others are not believed.
 *
 * @returns what is wrong first, with its place; undefined when nothing is
 */
export function validateMeasurements(document: unknown): string | undefined {
  return problemOf(document, MEASUREMENTS_SCHEMA);
}

/** The same of one measurement alone. */
export function validateMeasurement(measurement: unknown): string | undefined {
  return problemOf(measurement, MEASUREMENT_SCHEMA);
}

/** The same of a plan. */
export function validatePlan(document: unknown): string | undefined {
  return problemOf(document, PLAN_SCHEMA);
}

function problemOf(value: unknown, schema: object): string | undefined {
  const validator = new Validator(schema as Schema, '2020-12', true);
  const { valid, errors } = validator.validate(value);
  if (valid) return undefined;
  const deepest = errors.at(-1);
  return `it is not what its schema says at ${deepest?.instanceLocation ?? '#'}: ${deepest?.error ?? 'unknown'}`;
}
