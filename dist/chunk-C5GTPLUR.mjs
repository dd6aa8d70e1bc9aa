import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/group-by.ts
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

// src/packaging/parsed-value.ts
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
function recordOf(value) {
  return isRecord(value) ? value : {};
}
function textsOf(value) {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

// src/escape/plural.ts
function plural(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}
function listSome(names, most) {
  if (names.length <= most + 1) return names.join(", ");
  return `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}

// src/packaging/base-name.ts
function baseName(path) {
  return path.split(/[\\/]/).at(-1) ?? path;
}

// src/model/compare-text.ts
function compareText(a, b) {
  return a < b ? -1 : Number(a > b);
}

// src/packaging/platforms.ts
var POSIX = {
  programSuffix: "",
  programs: "bin",
  pythons: ["bin/python3", "bin/python", "bin/pypy3", "python"],
  changesTell: true,
  quotes: "single"
};
var LINUX = {
  ...POSIX,
  system: "linux",
  names: ["linux"],
  wheelTag: "linux",
  debug: (command) => `\`gdb --args python ${command}\`, then \`run\` and \`bt\``,
  libraryPath: "`LD_LIBRARY_PATH`",
  bundler: "auditwheel"
};
var MACOS = {
  ...POSIX,
  system: "macos",
  names: ["macos", "darwin"],
  wheelTag: "macosx",
  debug: (command) => `\`lldb -- python ${command}\`, then \`run\` and \`bt\``,
  libraryPath: "`DYLD_LIBRARY_PATH`",
  bundler: "delocate"
};
var WINDOWS = {
  system: "windows",
  names: ["win"],
  wheelTag: "win",
  programSuffix: ".exe",
  programs: "Scripts",
  pythons: ["python.exe", "pypy3.exe"],
  changesTell: false,
  quotes: "double",
  debug: (command) => `WinDbg: \`windbg -g python ${command}\`, then \`k\`; or Visual Studio`,
  libraryPath: "`PATH`",
  bundler: "delvewheel"
};
var PLATFORMS = [LINUX, MACOS, WINDOWS];
function platformNamed(name) {
  const row = PLATFORMS.find(({ names }) => names.some((one) => name?.startsWith(one)));
  return row ?? LINUX;
}

// src/escape/plain-text.ts
var ANSI = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
function stripAnsi(text) {
  return text.includes("\x1B") ? text.replace(ANSI, "") : text;
}
function plainLines(text) {
  return stripAnsi(text).split(/\r\n|\r|\n/);
}
var SITE_PACKAGES = /(?:[A-Za-z]:)?[\\/][^\s'"():]*[\\/](?:site|dist)-packages[\\/]/g;
function withoutSitePackages(text) {
  return text.replace(SITE_PACKAGES, "");
}
function headline(message, length = 160) {
  const line = withoutSitePackages(message).split(/[\r\n]+/).map((one) => one.trim()).find((one) => one !== "") ?? "";
  return line.length > length ? `${line.slice(0, length - 1)}\u2026` : line;
}

export {
  groupBy,
  isRecord,
  recordOf,
  textsOf,
  plural,
  listSome,
  baseName,
  platformNamed,
  stripAnsi,
  plainLines,
  withoutSitePackages,
  headline,
  compareText
};
