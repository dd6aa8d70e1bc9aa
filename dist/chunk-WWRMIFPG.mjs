import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/escape/moment.ts
function formatMoment(iso) {
  return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}

// src/model/json-schema.ts
var text = { type: "string" };
var number = { type: "number" };
var integer = { type: "integer" };
var count = { type: "integer", minimum: 0 };
var boolean = { type: "boolean" };
var maybeText = { type: ["string", "null"] };
function object(properties, optional = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", properties, required };
}
function by(values) {
  return { type: "object", additionalProperties: values };
}
function list(items) {
  return { type: "array", items };
}
function oneOf(...values) {
  return { enum: values };
}
function orNull(schema) {
  return { anyOf: [{ type: "null" }, schema] };
}

export {
  formatMoment,
  text,
  number,
  integer,
  count,
  boolean,
  maybeText,
  object,
  by,
  list,
  oneOf,
  orNull
};
