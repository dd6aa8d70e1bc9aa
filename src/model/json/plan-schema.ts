import { MEASUREMENTS_SCHEMA } from './measurements-schema.ts';
import { by, list, object, text } from './schema-words.ts';

const { tool = {}, subject = {}, plan = {} } = MEASUREMENTS_SCHEMA.properties;

/** The part of `plan --json` that `check --plan` reads (docs/plan.schema.json). */
export const PLAN_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'numpy-abi-matrix plan',
  description:
    'What would run, and what not: written by `plan --json`, run by `check --plan`. What is not said here may be there, too.',
  ...object({
    schema: { const: 1 },
    document: { const: 'plan' },
    tool,
    subject,
    plan,
    runners: by(text),
    pinned: by(by(list(text))),
  }),
};
