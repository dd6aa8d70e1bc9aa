import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  minorOf,
  platformNamed
} from "./chunk-QNLBYDES.mjs";

// src/escape/redact.ts
function secretsOf(addresses) {
  const secrets = /* @__PURE__ */ new Set();
  for (const address of addresses) {
    const userinfo = /^[a-z][a-z0-9+.-]*:\/\/([^/@\s]*)@/i.exec(address)?.[1];
    if (userinfo === void 0) {
      continue;
    }
    const colon = userinfo.indexOf(":");
    const secret = colon < 0 ? userinfo : userinfo.slice(colon + 1);
    for (const text of [secret, decode(secret), userinfo]) {
      if (text !== "") {
        secrets.add(text);
      }
    }
  }
  return [...secrets];
}
function redact(text, secrets) {
  let result = withoutCredentials(text);
  for (const secret of secrets.toSorted((a, b) => b.length - a.length)) {
    if (secret.length > 2) {
      result = result.replaceAll(secret, "***");
    }
  }
  return result;
}
function withoutCredentials(text) {
  let shown = "";
  let from = 0;
  for (let at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
    USERINFO.lastIndex = at + 3;
    const userinfo = USERINFO.exec(text);
    if (userinfo === null || !endsInScheme(text, from, at)) continue;
    shown += `${text.slice(from, at + 3)}***@`;
    from = USERINFO.lastIndex;
  }
  return shown + text.slice(from);
}
function endsInScheme(text, start, end) {
  for (let at = end - 1; at >= start; at -= 1) {
    const character = text[at] ?? "";
    if (/[a-z]/i.test(character)) return true;
    if (!/[0-9+.-]/.test(character)) return false;
  }
  return false;
}
var USERINFO = /[^/@\s'"]*@/y;
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// src/host/this-platform.ts
import { join } from "node:path";
var THIS_PLATFORM = platformNamed(process.platform);
var THIS_MACHINE = `${process.platform}-${process.arch}`;
function environmentPython(root) {
  return join(root, THIS_PLATFORM.programs, `python${THIS_PLATFORM.programSuffix}`);
}

// src/packaging/python-name.ts
var OLDEST_MINOR = 8;
function pythonLabel(python, full = false) {
  const prefix = python.implementation === "cpython" ? "" : python.implementation;
  const version = full ? python.version : minorOf(python.version);
  return `${prefix}${version}${python.freeThreaded ? "t" : ""}`;
}
function pythonName(python) {
  const names = {
    cpython: "CPython",
    pypy: "PyPy",
    graalpy: "GraalPy"
  };
  const name = names[python.implementation] ?? python.implementation;
  return `${name} ${minorOf(python.version)}${python.freeThreaded ? "t" : ""}`;
}

export {
  secretsOf,
  redact,
  THIS_PLATFORM,
  THIS_MACHINE,
  environmentPython,
  OLDEST_MINOR,
  pythonLabel,
  pythonName
};
