import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/escape/moment.ts
function formatMoment(iso) {
  return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}

// src/model/json/shared-json.ts
var SHARED_KEYS = /* @__PURE__ */ new Set([
  ...["module", "facts", "owner", "observation", "interpreter", "events", "exceptions", "frames"],
  ...["oldApi", "nativeFrames", "numpy", "stdout", "stderr", "files", "filesOf", "installed"],
  ...["observed", "notTested", "markers"]
]);
var WORTH_SHARING = 24;
var REFERENCE = "$shared";
function createSharer() {
  const table = [];
  const references = /* @__PURE__ */ new Map();
  const known = /* @__PURE__ */ new Map();
  const share = (json) => {
    if (json.length < WORTH_SHARING) return json;
    const made = references.get(json);
    if (made !== void 0) return made;
    const reference = `{"${REFERENCE}":${table.push(json) - 1}}`;
    references.set(json, reference);
    return reference;
  };
  const encode = (value, key) => {
    const shared = key !== null && SHARED_KEYS.has(key);
    if (typeof value !== "object" || value === null) {
      const json2 = JSON.stringify(value) ?? "null";
      return shared ? share(json2) : json2;
    }
    const seen = shared ? known.get(value) : void 0;
    if (seen !== void 0) return seen;
    const json = Array.isArray(value) ? `[${value.map((one) => encode(one, null)).join(",")}]` : `{${Object.entries(value).filter(([, one]) => one !== void 0).map(([name, one]) => `${JSON.stringify(name)}:${encode(one, name)}`).join(",")}}`;
    if (!shared) return json;
    const reference = share(json);
    known.set(value, reference);
    return reference;
  };
  return { encode, table };
}
function withShared(value, shared) {
  const values = [];
  const texts = /* @__PURE__ */ new Map();
  for (const one of shared) values.push(resolve(one, values, texts));
  return resolve(value, values, texts);
}
var LONG = 16;
function sameText(text2, texts) {
  const known = texts.get(text2);
  if (known === void 0) texts.set(text2, text2);
  return known ?? text2;
}
function resolve(value, values, texts) {
  if (typeof value === "string") return value.length < LONG ? value : sameText(value, texts);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) {
      const one = value[at];
      if (typeof one === "object" && one !== null) value[at] = resolve(one, values, texts);
      else if (typeof one === "string" && one.length >= LONG) value[at] = sameText(one, texts);
    }
    return value;
  }
  const fields = value;
  for (const name in fields) {
    const one = fields[name];
    const place = name === REFERENCE ? referenceIn(value) : void 0;
    if (place !== void 0) {
      if (isPlace(place, values.length)) return values[place];
      throw leadsNowhere(place);
    }
    if (typeof one === "object" && one !== null) fields[name] = resolve(one, values, texts);
    else if (typeof one === "string" && one.length >= LONG) fields[name] = sameText(one, texts);
  }
  return value;
}
function referenceIn(value) {
  const place = value[REFERENCE];
  return typeof place === "number" && Object.keys(value).length === 1 ? place : void 0;
}
function isPlace(place, limit) {
  return Number.isInteger(place) && place >= 0 && place < limit;
}
function leadsNowhere(place) {
  return new RangeError(`a reference leads nowhere (${place})`);
}

// src/model/json/schema-words.ts
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
  createSharer,
  withShared,
  referenceIn,
  isPlace,
  leadsNowhere,
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
