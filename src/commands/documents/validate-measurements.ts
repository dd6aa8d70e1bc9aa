import { type Check, compileSchema } from '../../model/json/compile-schema.ts';
import { MEASUREMENT_SCHEMA, MEASUREMENTS_SCHEMA } from '../../model/json/measurements-schema.ts';
import { PLAN_SCHEMA } from '../../model/json/plan-schema.ts';

/**
 * Holds a document against the schema of measurements: files of others are not believed.
 *
 * @returns what is wrong first, with its place; undefined when nothing is
 */
export const validateMeasurements = holding(MEASUREMENTS_SCHEMA);

/** The same of one measurement alone. */
export const validateMeasurement = holding(MEASUREMENT_SCHEMA);

/** The same of a plan. */
export const validatePlan = holding(PLAN_SCHEMA);

/** Compiled when it is asked for: most runs read no such file. */
function holding(schema: object): Check {
  let check: Check | undefined;
  return (value, shared) => {
    check ??= compileSchema(schema);
    const problem = check(value, shared);
    return problem && `it is not what its schema says at ${problem}`;
  };
}
