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

// src/model/of-each.ts
function ofEach(make) {
  const known = /* @__PURE__ */ new Map();
  let last;
  let value;
  return (key) => {
    if (key === last) return value;
    const found = known.has(key) ? known.get(key) : make(key);
    known.set(key, found);
    [last, value] = [key, found];
    return found;
  };
}

export {
  SMOKE,
  isProvenResult,
  ofEach
};
