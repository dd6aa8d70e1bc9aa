import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

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

// src/packaging/spec-problem.ts
function specProblem(message, remedy) {
  return { kind: "problem", message, remedy };
}

export {
  isRelease,
  meantRequirement,
  isRequirement,
  specProblem
};
