import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/eras.ts
function erasOf(facts) {
  return facts ? [facts.capi.era, ...facts.capi.also] : [];
}
function asksNumpy(facts) {
  return erasOf(facts).some((era) => /^(?:lazy-)?[12]\.x$/.test(era));
}
function asksNumpy1(facts) {
  return erasOf(facts).some((era) => era === "lazy-1.x" || era === "1.x");
}

// src/packaging/numpy-releases.ts
function release(minor, api, ndarray, dtype, ufunc) {
  return { minor, api, sizes: { ndarray, dtype, ufunc } };
}
var RELEASES = [
  release("1.7", 7, 80, 96, 192),
  release("1.8", 9, 80, 96, 192),
  release("1.9", 9, 80, 96, 192),
  release("1.10", 10, 80, 96, 192),
  release("1.11", 10, 80, 96, 192),
  release("1.12", 10, 80, 96, 192),
  release("1.13", 11, 80, 96, 192),
  release("1.14", 12, 80, 96, 192),
  release("1.15", 12, 80, 96, 192),
  release("1.16", 13, 80, 96, 216),
  release("1.17", 13, 80, 96, 216),
  release("1.18", 13, 80, 96, 216),
  release("1.19", 13, 80, 96, 216),
  release("1.20", 14, 88, 96, 216),
  release("1.21", 14, 88, 96, 216),
  release("1.22", 15, 96, 96, 232),
  release("1.23", 16, 96, 96, 232),
  release("1.24", 16, 96, 96, 232),
  release("1.25", 17, 96, 96, 232),
  release("1.26", 17, 96, 96, 232),
  release("2.0", 18, 96, 88, 232),
  release("2.1", 19, 96, 88, 240),
  release("2.2", 19, 96, 88, 240),
  release("2.3", 20, 96, 88, 240),
  release("2.4", 21, 96, 88, 240),
  release("2.5", 22, 96, 88, 240)
];
function rangeOf(found) {
  const first = found[0];
  const last = found.at(-1);
  return first && last ? { first: first.minor, last: last.minor } : void 0;
}
function releasesOfApi(api) {
  return rangeOf(RELEASES.filter((one) => one.api === api));
}
function firstWithApi(api) {
  return RELEASES.find((one) => one.api >= api)?.minor;
}
function releasesOfSize(object, size) {
  return rangeOf(RELEASES.filter((one) => one.sizes[object] === size));
}
function apiOfVersion(version) {
  const minor = /^(\d+\.\d+)/.exec(version)?.[1];
  return RELEASES.find((one) => one.minor === minor)?.api;
}
function describeRange(range) {
  return range.first === range.last ? `NumPy ${range.first}` : `NumPy ${range.first}\u2013${range.last}`;
}
function majorOf(version) {
  const digits = /^(\d+)\./.exec(version ?? "")?.[1];
  return digits === void 0 ? void 0 : Number(digits);
}
function compareMinors(a, b) {
  const [majorA, minorA] = numbersOf(a);
  const [majorB, minorB] = numbersOf(b);
  return majorA - majorB || minorA - minorB;
}
var read = /* @__PURE__ */ new Map();
var MOST_READ = 1e3;
function numbersOf(version) {
  const known = read.get(version);
  if (known) return known;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (read.size < MOST_READ) read.set(version, [major, minor]);
  return [major, minor];
}

export {
  releasesOfApi,
  firstWithApi,
  releasesOfSize,
  apiOfVersion,
  describeRange,
  majorOf,
  compareMinors,
  erasOf,
  asksNumpy,
  asksNumpy1
};
