import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createSharer,
  withShared
} from "./chunk-K6IXYRTY.mjs";
import {
  isRecord
} from "./chunk-C5GTPLUR.mjs";

// src/model/json/parse-table.ts
var PIECE = 64 * 1024;
var LINE_FEED = 10;
var START = new TextEncoder().encode('\n"shared":[\n');
var END = "]}";
function parseTable(bytes) {
  const start = placeOf(START, bytes);
  if (start < 0) return void 0;
  const end = start + START.length;
  const text = new TextDecoder();
  try {
    const head = text.decode(bytes.subarray(0, end));
    const document = JSON.parse(`${head}${END}`);
    const shared = entriesOf(linesOf(bytes, end, text));
    return shared && { ...document, shared };
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
function entriesOf(lines) {
  const shared = [];
  let expected = "entry";
  for (const line of lines) {
    if (expected === "entry") {
      const isLast = !line.endsWith(",");
      shared.push(JSON.parse(isLast ? line : line.slice(0, -1)));
      if (isLast) expected = "end";
    } else if (expected === "end" && line === END) expected = "nothing";
    else return void 0;
  }
  return expected === "nothing" ? shared : void 0;
}
function* linesOf(bytes, start, text) {
  for (let from = start; from < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, from + PIECE);
    const to = found < 0 ? bytes.length : found + 1;
    const piece = text.decode(bytes.subarray(from, to));
    yield* (piece.endsWith("\n") ? piece.slice(0, -1) : piece).split("\n");
    from = to;
  }
}
function placeOf(words, bytes) {
  const [first = 0] = words;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (words.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}

// src/model/json/measurements-json.ts
var LARGEST_BYTES = 256 * 2 ** 20;
function* measurementsPieces(document) {
  const { encode, table } = createSharer();
  const { measurements, ...head } = document;
  const fields = Object.entries(head).map(
    ([name, value]) => `${JSON.stringify(name)}:${encode(value, null)}`
  );
  yield `{${fields.join(",\n")},
"measurements":[
`;
  for (const [at, one] of measurements.entries()) {
    yield `${encode(one, null)}${at === measurements.length - 1 ? "" : ","}
`;
  }
  yield '],\n"shared":[\n';
  for (const [at, one] of table.entries()) yield `${one}${at === table.length - 1 ? "" : ","}
`;
  yield "]}\n";
}
function readMeasurementsJson(written, validate) {
  const problem = (reason) => ({ kind: "problem", reason });
  let parsed;
  try {
    parsed = typeof written === "string" ? JSON.parse(written) : parseTable(written) ?? JSON.parse(new TextDecoder().decode(written));
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
  LARGEST_BYTES,
  measurementsPieces,
  readMeasurementsJson
};
