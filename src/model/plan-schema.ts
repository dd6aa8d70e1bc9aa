import { MEASUREMENTS_SCHEMA } from './measurements-schema.ts';

const { tool, subject, plan } = MEASUREMENTS_SCHEMA.properties as Record<string, object>;

/** The part of `plan --json` that `check --plan` reads (docs/plan.schema.json). */
export const PLAN_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'numpy-abi-matrix plan',
  description:
    'What would run, and what not: written by `plan --json`, run by `check --plan`. What is not said here may be there, too.',
  type: 'object',
  properties: {
    schema: { const: 1 },
    document: { const: 'plan' },
    tool,
    subject,
    plan,
    runners: { type: 'object', additionalProperties: { type: 'string' } },
    pinned: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: { type: 'array', items: { type: 'string' } },
      },
    },
  },
  required: ['schema', 'document', 'tool', 'subject', 'plan', 'runners', 'pinned'],
} as const;
