/** The words that our JSON schemas are written with: all that `compileSchema` reads, and no more. */

export const text = { type: 'string' } as const;
export const number = { type: 'number' } as const;
export const integer = { type: 'integer' } as const;
export const count = { type: 'integer', minimum: 0 } as const;
export const boolean = { type: 'boolean' } as const;
export const maybeText = { type: ['string', 'null'] } as const;

/** A schema of an object with named fields. */
export interface ObjectSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, object>>;
  readonly required: readonly string[];
}

/** An object with these fields, which may have others, too; all are required but the optional ones. */
export function object(
  properties: Readonly<Record<string, object>>,
  optional: readonly string[] = [],
): ObjectSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required };
}

/** An object whose fields may have any name. */
export function by(values: object) {
  return { type: 'object', additionalProperties: values } as const;
}

/** A list of any length. */
export function list(items: object) {
  return { type: 'array', items } as const;
}

/** One of these texts. */
export function oneOf(...values: readonly string[]) {
  return { enum: values };
}

/** What is wrong with a value is said by the last: `null` comes first. */
export function orNull(schema: object) {
  return { anyOf: [{ type: 'null' }, schema] };
}
