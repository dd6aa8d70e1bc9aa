import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  suggest
} from "./chunk-YJYW3CR6.mjs";
import {
  OLDEST_MINOR
} from "./chunk-GYQQMVWE.mjs";
import {
  normaliseSpecifier,
  specProblem
} from "./chunk-Z2AIENEA.mjs";

// src/settings/python-spec.ts
var ACCEPTED = 'Use for example 3.12, 3.12.4, 3.x, ">=3.10,<3.14", 3.14t, 3.15-dev, pypy3.10, auto or a path';
var EXACT = /^(?<release>\d+\.\d+\.\d+)(?:[-.]?(?<phase>alpha|beta|rc|a|b)[-.]?(?<number>\d+))?(?<threads>-?t)?$/;
var MINOR = /^(?<major>\d+)\.(?<minor>\d+)(?:\.[x*])?(?<threads>-?t|-freethreaded)?(?<dev>-dev)?$/;
var PYPY = /^pypy-?(?<major>\d+)\.(?<minor>\d+)$/;
var PHASES = { alpha: "a", beta: "b" };
function parsePythonSpec(input) {
  const text = input.trim();
  const lower = text.toLowerCase();
  if (lower === "auto") {
    return { kind: "auto", text };
  }
  if (isPath(text)) {
    return { kind: "path", text, path: text };
  }
  const newest = /^(?:(\d+)(?:\.[x*])?|[x*])$/.exec(lower);
  if (newest !== null) {
    return newestOf(text, Number(newest[1] ?? 3));
  }
  return parsePyPy(text, lower) ?? parseMinor(text, lower) ?? parseExact(text, lower) ?? parseRange(text);
}
function isPath(text) {
  return /[/\\]/.test(text) || /^\.{1,2}$/.test(text) || text.startsWith("~/") || /\.exe$/i.test(text);
}
function newestOf(text, major) {
  return major === 3 ? { kind: "newest", text, major } : unsupportedMajor(text);
}
function unsupportedMajor(text) {
  return specProblem(
    `Python ${text} is not supported: CPython 3.${OLDEST_MINOR} and newer can be tested`,
    ACCEPTED
  );
}
function parsePyPy(text, lower) {
  if (!/^(?:pypy|graal)/.test(lower)) {
    return void 0;
  }
  const groups = PYPY.exec(lower)?.groups;
  if (groups === void 0) {
    return lower.startsWith("graal") ? specProblem(`Python ${text} is not supported by name`, "Give the path of its interpreter") : specProblem(
      `Python ${text} cannot be read`,
      "Write PyPy as pypy3.10, or give the path of its interpreter"
    );
  }
  return {
    kind: "minor",
    text,
    implementation: "pypy",
    major: Number(groups["major"]),
    minor: Number(groups["minor"]),
    freeThreaded: false,
    prerelease: false
  };
}
function parseMinor(text, lower) {
  const groups = MINOR.exec(lower)?.groups;
  if (groups === void 0) {
    return void 0;
  }
  const [major, minor] = [Number(groups["major"]), Number(groups["minor"])];
  const freeThreaded = groups["threads"] !== void 0;
  return checkRelease(text, major, minor, freeThreaded) ?? {
    kind: "minor",
    text,
    implementation: "cpython",
    major,
    minor,
    freeThreaded,
    prerelease: groups["dev"] !== void 0
  };
}
function parseExact(text, lower) {
  const groups = EXACT.exec(lower)?.groups;
  if (groups === void 0) {
    return void 0;
  }
  const { release = "", phase, number = "" } = groups;
  const [major = 0, minor = 0] = release.split(".").map(Number);
  const freeThreaded = groups["threads"] !== void 0;
  const version = phase === void 0 ? release : `${release}${PHASES[phase] ?? phase}${number}`;
  return checkRelease(text, major, minor, freeThreaded) ?? { kind: "exact", text, version, freeThreaded };
}
function checkRelease(text, major, minor, freeThreaded) {
  if (text === "3.1" || text === "3.2") {
    return specProblem(
      `Python ${text} does not exist`,
      `Did you write ${text}0 without quotes in YAML? Use "${text}0".`
    );
  }
  if (major !== 3 || minor < OLDEST_MINOR) {
    return unsupportedMajor(text);
  }
  return freeThreaded && minor < 13 ? specProblem(
    `Python ${text} does not exist: free-threaded builds begin with CPython 3.13`,
    "Use 3.13t or newer"
  ) : void 0;
}
function parseRange(text) {
  const looksLikeRange = /^[<>=!~]/.test(text) && !/^~[^=]/.test(text);
  const specifier = looksLikeRange ? normaliseSpecifier(text) : void 0;
  return specifier === void 0 || specifier === "" ? specProblem(`Python ${JSON.stringify(text)} cannot be read`, meant(text) ?? ACCEPTED) : { kind: "range", text, specifier };
}
var NAMED = /^(?:c?python|py|cp)[-_ ]?(?<major>3)\.?(?<rest>\d+(?:\.\d+)?t?)(?:\.exe)?$/i;
function meant(text) {
  const groups = NAMED.exec(text)?.groups;
  if (groups !== void 0) return `Did you mean ${groups["major"]}.${groups["rest"]}?`;
  if (/^python3?(?:\.exe)?$/i.test(text)) return "Did you mean 3.x, the newest Python 3?";
  return suggest(text, ["auto"]) === void 0 ? void 0 : "Did you mean auto?";
}

export {
  parsePythonSpec
};
