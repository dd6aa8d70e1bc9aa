import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  allows,
  normaliseSpecifier
} from "./chunk-Z2AIENEA.mjs";
import {
  normaliseName,
  require_pep440
} from "./chunk-M22XZUZZ.mjs";
import {
  __toESM
} from "./chunk-MGTXAUHH.mjs";

// src/host/together.ts
async function together(promises) {
  const failures = [];
  const settled = await Promise.allSettled(
    promises.map(
      (one) => Promise.resolve(one).catch((error) => {
        failures.push(error);
        throw error;
      })
    )
  );
  if (failures.length > 0) throw failures[0];
  const values = settled.map((one) => one.status === "fulfilled" ? one.value : void 0);
  return values;
}
async function withTasks(cancel, body) {
  const running = /* @__PURE__ */ new Set();
  let failure;
  const fail = (error) => {
    if (failure !== void 0) return;
    failure = { error };
    cancel();
  };
  const group = {
    start(task) {
      if (failure !== void 0) return;
      const ended = task().catch(fail).finally(() => running.delete(ended));
      running.add(ended);
    },
    get failed() {
      return failure !== void 0;
    }
  };
  const value = await body(group).catch((error) => {
    fail(error);
    return void 0;
  });
  while (running.size > 0) await Promise.allSettled([...running]);
  if (failure !== void 0) throw failure.error;
  return value;
}

// src/packaging/markers.ts
var import_pep440 = __toESM(require_pep440(), 1);
function evaluateMarker(marker, environment, extras) {
  if (marker === null) {
    return true;
  }
  return decide(marker, extras, (one) => compare(one, environment));
}
function compare({ left, operator, right }, environment) {
  return compareValues(sideValue(left, environment), operator, sideValue(right, environment));
}
function mayHold(marker, extras, environment = null) {
  return decide(marker, extras, (one) => environment === null || compare(one, environment));
}
function extrasOf(marker) {
  if (isNode(marker)) return [...extrasOf(marker.left), ...extrasOf(marker.right)];
  const { left, right } = marker;
  if (left !== "extra" && right !== "extra") return [];
  return [normaliseName(unquote(left === "extra" ? right : left))];
}
function decide(marker, extras, holds) {
  if (isNode(marker)) {
    const left2 = decide(marker.left, extras, holds);
    if (left2 === (marker.operator === "or")) return left2;
    return decide(marker.right, extras, holds);
  }
  const { left, operator, right } = marker;
  return left === "extra" || right === "extra" ? compareExtra(left === "extra" ? right : left, operator, extras) : holds(marker);
}
function isNode(marker) {
  return marker.operator === "and" || marker.operator === "or";
}
function compareExtra(literal, operator, extras) {
  if (extras === "any") return true;
  const wanted = extras.includes(normaliseName(unquote(literal)));
  return operator === "!=" || operator === "not in" ? !wanted : wanted;
}
function sideValue(side, environment) {
  return /^["']/.test(side) ? unquote(side) : environment[side] ?? "";
}
function unquote(text) {
  return text.slice(1, -1);
}
function compareValues(left, operator, right) {
  if (operator === "in") {
    return right.includes(left);
  }
  if (operator === "not in") {
    return !right.includes(left);
  }
  const specifier = operator === "===" ? void 0 : normaliseSpecifier(`${operator}${right}`);
  if (specifier !== void 0 && (0, import_pep440.valid)(left) !== null) {
    return allows(specifier, left);
  }
  switch (operator) {
    case "==":
    case "===":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    default:
      return false;
  }
}

export {
  evaluateMarker,
  mayHold,
  extrasOf,
  isNode,
  together,
  withTasks
};
