import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compareSeverity
} from "./chunk-K5KKDCIZ.mjs";
import {
  compareText
} from "./chunk-C5GTPLUR.mjs";

// src/model/order-findings.ts
function orderFindings(findings) {
  const joined = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const key = sameness(finding);
    const seen = joined.get(key);
    joined.set(key, seen ? join(seen, finding) : finding);
  }
  return [...joined.values()].toSorted(compareFindings);
}
function compareFindings(a, b) {
  return compareSeverity(a.severity, b.severity) || b.combinations.length - a.combinations.length || b.modules.length - a.modules.length || compareText(a.kind, b.kind) || compareText(a.culprit.distribution ?? "", b.culprit.distribution ?? "") || compareText(a.title, b.title);
}
function sameness({ severity, kind, title, explanation, fix, location, hints }) {
  const place = location ?? hints;
  return JSON.stringify([severity, kind, title, explanation, fix, place]);
}
function join(a, b) {
  return {
    ...a,
    modules: [.../* @__PURE__ */ new Set([...a.modules, ...b.modules])].sort(),
    combinations: [.../* @__PURE__ */ new Set([...a.combinations, ...b.combinations])]
  };
}

export {
  orderFindings
};
