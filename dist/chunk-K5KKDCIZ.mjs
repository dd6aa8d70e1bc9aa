import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/severity.ts
var ORDER = ["error", "warning", "note", "none"];
function compareSeverity(a, b) {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}

export {
  compareSeverity
};
