import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  platformNamed
} from "./chunk-SLKZMAYK.mjs";
import {
  minorOf
} from "./chunk-M22XZUZZ.mjs";

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

// src/model/ended-well.ts
function endedWell(ending) {
  return ending.kind === "exited" && ending.code === 0;
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

// src/host/on-path.ts
import { realpath, stat } from "node:fs/promises";
import { delimiter, isAbsolute, join as join2 } from "node:path";
async function onPath(name, env) {
  const windows = process.platform === "win32";
  const path = env["PATH"] ?? env["Path"] ?? "";
  const folders = path.split(delimiter).filter(isAbsolute);
  const found = [];
  for (const folder of folders) {
    const file = join2(folder, windows ? `${name}.exe` : name);
    const stats = await stat(file).catch(() => void 0);
    if (stats?.isFile() && (windows || (stats.mode & 73) !== 0) && !found.includes(file)) {
      found.push(file);
    }
  }
  return found;
}
function resolved(path) {
  return realpath(path).catch(() => path);
}

// src/host/child-environment.ts
var PROBE_NAMES = /^(PATH|TZ|SYSTEMROOT|WINDIR|PATHEXT|COMSPEC|LD_LIBRARY_PATH|DYLD_.+)$/i;
var IDLE_THREADS = { OPENBLAS_THREAD_TIMEOUT: "4" };
var SECRETS = [
  /^INPUT_/i,
  /^ACTIONS_/i,
  /TOKEN/i,
  /SECRET/i,
  /PASSWORD|PASSWD/i,
  /CREDENTIAL/i,
  /API_?KEY|ACCESS_?KEY|PRIVATE_?KEY/i
];
var COMMAND_FILES = /^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$/i;
var INDEX_SETTINGS = /^(PIP_.*|UV_(INDEX.*|DEFAULT_INDEX|EXTRA_INDEX.*|FIND_LINKS|KEYRING.*|PUBLISH.*|.*CONFIG_FILE|.*MIRROR))$/i;
var PYTHON_SETTINGS = /^(PYTHON.*|__PYVENV_LAUNCHER__|VIRTUAL_ENV.*)$/i;
function probeEnvironment(parent, own) {
  const listed = new Set((own.names ?? []).map((name) => name.toUpperCase()));
  const inherited = keep(
    parent,
    (name) => PROBE_NAMES.test(name) || listed.has(name.toUpperCase()) && !isRunners(name)
  );
  return {
    ...IDLE_THREADS,
    ...inherited,
    HOME: own.home,
    USERPROFILE: own.home,
    TMPDIR: own.tmp,
    TEMP: own.tmp,
    TMP: own.tmp,
    LANG: "C.UTF-8",
    LC_ALL: "C.UTF-8",
    NO_COLOR: "1",
    PYTHONHASHSEED: "0",
    ...own.extra
  };
}
function buildEnvironment(parent, extra = {}) {
  const inherited = keep(
    parent,
    (name, value) => !isSecret(name) && !INDEX_SETTINGS.test(name) && !PYTHON_SETTINGS.test(name) && !hasUrlPassword(value)
  );
  return { ...inherited, ...extra };
}
function toolEnvironment(parent, extra = {}) {
  const inherited = keep(
    parent,
    (name) => (/^(UV_|PIP_|AWS_|GOOGLE_|AZURE_|ARTIFACTORY_)/i.test(name) || !isSecret(name)) && !isRunners(name) && !PYTHON_SETTINGS.test(name) && !/^(UV_(PROJECT_ENVIRONMENT|PYTHON|SYSTEM_PYTHON|OVERRIDE|CONSTRAINT|BUILD_CONSTRAINT|EXCLUDE_NEWER|PRERELEASE|RESOLUTION|LINK_MODE|COMPILE_BYTECODE|NO_BUILD.*|NO_BINARY.*|ONLY_BINARY.*|TARGET|PREFIX)|CONDA_PREFIX|PIP_(TARGET|PREFIX|USER|REQUIRE_VIRTUALENV|NO_BINARY|REQUIREMENT|CONSTRAINT))$/i.test(
      name
    )
  );
  return { ...inherited, UV_NO_PROGRESS: "1", NO_COLOR: "1", ...extra };
}
function isSecret(name) {
  return COMMAND_FILES.test(name) || SECRETS.some((pattern) => pattern.test(name));
}
function isRunners(name) {
  return COMMAND_FILES.test(name) || /^(INPUT_.*|ACTIONS_.*|GITHUB_TOKEN|GH_TOKEN|RUNNER_TOKEN)$/i.test(name);
}
function hasUrlPassword(value) {
  return /[a-z][a-z0-9+.-]*:\/\/[^/\s:@]+:[^/\s@]+@/i.test(value);
}
function keep(parent, wanted) {
  const kept = {};
  for (const [name, value] of Object.entries(parent)) {
    if (value !== void 0 && wanted(name, value)) kept[name] = value;
  }
  return kept;
}

export {
  secretsOf,
  redact,
  onPath,
  resolved,
  endedWell,
  THIS_PLATFORM,
  THIS_MACHINE,
  environmentPython,
  probeEnvironment,
  buildEnvironment,
  toolEnvironment,
  OLDEST_MINOR,
  pythonLabel,
  pythonName
};
