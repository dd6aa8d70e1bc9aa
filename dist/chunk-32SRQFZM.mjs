import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  allows,
  normaliseSpecifier
} from "./chunk-JJZTIGHK.mjs";
import {
  normaliseName,
  require_pep440
} from "./chunk-NNKEDELD.mjs";
import {
  __toESM
} from "./chunk-MGTXAUHH.mjs";

// src/packaging/markers.ts
var import_pep440 = __toESM(require_pep440(), 1);
function evaluateMarker(marker, environment, extras) {
  if (marker === null) {
    return true;
  }
  if (isNode(marker)) {
    return marker.operator === "and" ? evaluateMarker(marker.left, environment, extras) && evaluateMarker(marker.right, environment, extras) : evaluateMarker(marker.left, environment, extras) || evaluateMarker(marker.right, environment, extras);
  }
  const { left, operator, right } = marker;
  if (left === "extra" || right === "extra") {
    return compareExtra(left === "extra" ? right : left, operator, extras);
  }
  return compareValues(sideValue(left, environment), operator, sideValue(right, environment));
}
function isNode(marker) {
  return marker.operator === "and" || marker.operator === "or";
}
function compareExtra(literal, operator, extras) {
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

// src/plan/declared-numpy.ts
function declaredNumpy(requirements, markers, extras, self = "") {
  const all = withOwnExtras(requirements, markers, extras.map(normaliseName), normaliseName(self));
  const lines = requirements.filter(
    (requirement) => requirement.name === "numpy" && evaluateMarker(requirement.marker, markers, all)
  );
  const direct = lines.find((requirement) => requirement.url !== null);
  if (direct !== void 0) {
    return { kind: "direct", line: direct.text };
  }
  if (lines.length === 0) {
    return { kind: "not-required" };
  }
  const clauses = lines.flatMap(({ specifier }) => specifier === "" ? [] : specifier.split(","));
  return {
    kind: "range",
    specifier: [...new Set(clauses)].join(","),
    lines: lines.map(({ text }) => text)
  };
}
function withOwnExtras(requirements, markers, extras, self) {
  const known = new Set(extras);
  for (let size = -1; size !== known.size; ) {
    size = known.size;
    for (const requirement of requirements) {
      if (requirement.name === self && evaluateMarker(requirement.marker, markers, [...known])) {
        for (const extra of requirement.extras) {
          known.add(extra);
        }
      }
    }
  }
  return [...known];
}

// src/model/network-advice.ts
function networkAdvice(text) {
  if (/UnknownIssuer|CERTIFICATE_VERIFY_FAILED|peer certificate|self.signed certificate/i.test(text)) {
    return "The server's certificate is not trusted: set SSL_CERT_FILE to your organisation's certificates, or UV_SYSTEM_CERTS=1 to trust those of the system";
  }
  if (/\(40[137]\b|\b40[137] (Client Error|Unauthorized|Forbidden|Proxy)/i.test(text)) {
    return "Check the user name and password of the index (or of the proxy) and what they may read";
  }
  return "Check the network, the proxy (HTTPS_PROXY) and the index settings (--index-url, UV_DEFAULT_INDEX), then run it again";
}

export {
  evaluateMarker,
  declaredNumpy,
  networkAdvice
};
