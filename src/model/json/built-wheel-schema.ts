import { list, maybeText, object, text } from './schema-words.ts';

/** JSON schema of what `build` writes beside a wheel: files of others are not believed. */
export const BUILT_WHEEL_SCHEMA = object({
  schema: { const: 1 },
  document: { const: 'built-wheel' },
  tool: object({ name: text, version: text }),
  subject: object({ kind: text, name: text, commit: maybeText }),
  plan: text,
  python: text,
  platform: text,
  result: {
    anyOf: [
      object({
        kind: { const: 'built' },
        file: text,
        sha256: text,
        buildNumpy: maybeText,
        buildPython: text,
        abi: text,
        text,
      }),
      object({
        kind: { const: 'none' },
        state: {
          anyOf: [
            object({ kind: { const: 'excluded' }, reason: text }),
            object({
              kind: { const: 'error' },
              setUp: text,
              message: text,
              lines: list(text),
            }),
          ],
        },
      }),
    ],
  },
});
