import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/result.ts
var SMOKE = "<smoke>";
function isProvenResult({
  outcome,
  severity
}) {
  return outcome.kind === "imported" && severity !== "error";
}

export {
  SMOKE,
  isProvenResult
};
