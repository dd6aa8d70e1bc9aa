import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_pep440
} from "./chunk-M22XZUZZ.mjs";
import {
  __toESM
} from "./chunk-MGTXAUHH.mjs";

// src/model/compare-numpy.ts
var import_pep440 = __toESM(require_pep440(), 1);

// src/model/combination.ts
var NUMPY_NONE = "none";
function combinationId(python, numpy, platform) {
  const prefix = /^\d/.test(python) ? "py" : "";
  return `${prefix}${python}-np${numpy}${platform === void 0 ? "" : `-${platform}`}`;
}

// src/model/compare-numpy.ts
function compareNumpy(a, b) {
  if (a === NUMPY_NONE || b === NUMPY_NONE) {
    return Number(a === NUMPY_NONE) - Number(b === NUMPY_NONE);
  }
  if (a === b) return 0;
  const pair = `${a} ${b}`;
  const known = compared.get(pair);
  if (known !== void 0) return known;
  const order = (0, import_pep440.valid)(a) && (0, import_pep440.valid)(b) ? (0, import_pep440.compare)(a, b) : a.localeCompare(b, "en", { numeric: true });
  if (compared.size < MOST_COMPARED) compared.set(pair, order);
  return order;
}
var compared = /* @__PURE__ */ new Map();
var MOST_COMPARED = 2e4;

export {
  NUMPY_NONE,
  combinationId,
  compareNumpy
};
