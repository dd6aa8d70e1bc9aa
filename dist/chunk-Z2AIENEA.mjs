import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_pep440
} from "./chunk-M22XZUZZ.mjs";
import {
  __toESM
} from "./chunk-MGTXAUHH.mjs";

// src/packaging/meant-requirement.ts
var NAME = String.raw`[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?(?:\s*\[[^\]]*\])?`;
var VERSION = String.raw`v?(?<version>\d[\w.+!]*)`;
var OTHER_SIGN = new RegExp(String.raw`^(?<name>${NAME})(?:\s*[=@:]\s*|\s+)${VERSION}$`);
function isRelease(address) {
  return /^v?\d+(?:\.\d+)*(?:(?:a|b|rc|\.post|\.dev)\d+)*$/.test(address);
}
function meantRequirement(text) {
  const { name, version } = OTHER_SIGN.exec(text)?.groups ?? {};
  if (name !== void 0 && version !== void 0) return `Write ${name}==${version}`;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
    return `Write the name before the address: NAME @ ${text}`;
  if (/\.whl$/i.test(text)) return "A built wheel is named by --wheel (the input wheels)";
  return 'Write it as PEP 508 says, for example numpy>=1.23,<3; python_version >= "3.10"';
}
function isRequirement(text) {
  return /^[a-z0-9][\w.-]*\s*(?:\[[\w\s,.-]+\]\s*)?(?:[=<>!~]=|[<>])\s*\d/i.test(text);
}

// src/packaging/specifier.ts
var import_pep440 = __toESM(require_pep440(), 1);
function normaliseSpecifier(text) {
  const clauses = text.replace(/(?<=[^\s,<>=!~])\s+(?=[<>=!~])/g, ",").split(",").map((clause) => clause.replaceAll(/\s+/g, "")).filter((clause) => clause !== "").map((clause) => clause.replace(/^(>=|<=|<|>|~=)(.*)\.\*$/, "$1$2"));
  const specifier = clauses.join(",");
  return (0, import_pep440.validRange)(specifier) ? specifier : void 0;
}
var MEMO_LIMIT = 5e4;
var memo = /* @__PURE__ */ new Map();
function allows(specifier, version) {
  const key = `${specifier} ${version}`;
  let answer = memo.get(key);
  if (answer === void 0) {
    answer = (0, import_pep440.valid)(version) !== null && (0, import_pep440.satisfies)(version, specifier, { prereleases: true });
    if (memo.size >= MEMO_LIMIT) {
      memo.clear();
    }
    memo.set(key, answer);
  }
  return answer;
}
function admitsPython(requiresPython, version) {
  if (requiresPython === null || requiresPython === "") {
    return true;
  }
  const specifier = normalised(requiresPython);
  return specifier === void 0 || allows(specifier, releaseSegment(version));
}
var normal = /* @__PURE__ */ new Map();
function normalised(text) {
  if (!normal.has(text)) {
    if (normal.size >= MEMO_LIMIT) {
      normal.clear();
    }
    normal.set(text, normaliseSpecifier(text));
  }
  return normal.get(text);
}
function releaseSegment(version) {
  return /^\d+(?:\.\d+)*/.exec(version)?.[0] ?? version;
}
var MOST_PATCHES = 40;
function admitsMinor(requiresPython, major, minor) {
  for (let patch = 0; patch <= MOST_PATCHES; patch += 1) {
    if (admitsPython(requiresPython, `${major}.${minor}.${patch}`)) {
      return true;
    }
  }
  return false;
}

// src/packaging/spec-problem.ts
function specProblem(message, remedy) {
  return { kind: "problem", message, remedy };
}

export {
  normaliseSpecifier,
  allows,
  admitsPython,
  releaseSegment,
  admitsMinor,
  isRelease,
  meantRequirement,
  isRequirement,
  specProblem
};
