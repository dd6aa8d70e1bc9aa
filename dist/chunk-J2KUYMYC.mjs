import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createSharer,
  isRecord,
  withShared
} from "./chunk-V7MXOCIA.mjs";

// src/model/measurements-json.ts
function measurementsJson(document) {
  const { encode, table } = createSharer();
  const { measurements, ...head } = document;
  const fields = Object.entries(head).map(
    ([name, value]) => `${JSON.stringify(name)}:${encode(value, null)}`
  );
  const rows = measurements.map((one) => encode(one, null));
  return `{${fields.join(",\n")},
"measurements":[
${rows.join(",\n")}
],
"shared":[
${table.join(",\n")}
]}
`;
}
function readMeasurementsJson(text, validate) {
  const problem = (reason) => ({ kind: "problem", reason });
  let parsed;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return problem(`it is no JSON (${error instanceof Error ? error.message : "unreadable"})`);
  }
  if (!isRecord(parsed) || parsed["document"] !== "measurements") {
    return problem("it is no measurements file: `check --measurements FILE` writes them");
  }
  if (parsed["schema"] !== 1) {
    return problem(`its schema is ${JSON.stringify(parsed["schema"])}, this version reads 1`);
  }
  const { shared, ...rest } = parsed;
  if (!Array.isArray(shared)) return problem("its table of shared values is missing");
  try {
    const wrong = validate(rest, shared);
    return wrong === void 0 ? { kind: "measurements", document: withShared(rest, shared) } : problem(wrong);
  } catch (error) {
    if (error instanceof RangeError) return problem(error.message);
    throw error;
  }
}

export {
  measurementsJson,
  readMeasurementsJson
};
