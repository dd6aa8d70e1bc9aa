import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plural
} from "./chunk-C5GTPLUR.mjs";
import {
  EXIT
} from "./chunk-7YHZB25F.mjs";

// src/report/audit-counts.ts
var NO_COUNTS = {
  wheels: 0,
  bad: 0,
  binaries: 0,
  unknown: 0,
  nowhere: 0,
  unread: 0,
  error: 0,
  warning: 0,
  note: 0
};
function countsOf(found) {
  const { wheels, findings, unread, binaries } = found;
  const count = (severity) => findings.filter((one) => one.severity === severity).length;
  const bad = wheels.filter(({ kinds }) => kinds.includes("bad-wheel")).length;
  return {
    wheels: wheels.length,
    bad,
    binaries,
    unknown: wheels.reduce((sum, row) => sum + row.unknown, 0),
    nowhere: wheels.filter(({ judged }) => judged === "nowhere").length - bad,
    unread: unread.length,
    error: count("error"),
    warning: count("warning"),
    note: count("note")
  };
}
function addCounts(a, b) {
  return {
    wheels: a.wheels + b.wheels,
    bad: a.bad + b.bad,
    binaries: a.binaries + b.binaries,
    unknown: a.unknown + b.unknown,
    nowhere: a.nowhere + b.nowhere,
    unread: a.unread + b.unread,
    error: a.error + b.error,
    warning: a.warning + b.warning,
    note: a.note + b.note
  };
}
function auditVerdict(counts) {
  const { error, warning, note, unknown, nowhere, unread } = counts;
  const said = [
    wheelsRead(counts),
    ...error > 0 ? [plural(error, "error")] : [],
    ...warning > 0 ? [plural(warning, "warning")] : [],
    ...note > 0 ? [plural(note, "note")] : [],
    ...counts.wheels > 0 && error + warning + note === 0 ? ["nothing found"] : [],
    ...unknown === 1 ? ["1 tells nothing of the NumPy it needs"] : [],
    ...unknown > 1 ? [`${unknown} tell nothing of the NumPy they need`] : [],
    ...nowhere > 0 ? [`${plural(nowhere, "wheel")} for platforms that are not judged`] : [],
    ...unread > 0 ? ["not everything was read"] : [],
    "nothing was run"
  ];
  return said.join("; ");
}
function wheelsRead({ wheels, bad, binaries }) {
  if (wheels === 0) return "no wheel was read";
  const all = bad > 0 ? `${wheels - bad} of ${plural(wheels, "wheel")}` : plural(wheels, "wheel");
  return `${all} read, ${plural(binaries, "binary", "binaries")}`;
}
function auditExitCode(counts, failOn) {
  const { error, warning } = counts;
  if (failOn !== "never" && (error > 0 || failOn === "warning" && warning > 0))
    return EXIT.findings;
  if (counts.unread > 0) return EXIT.setUp;
  return counts.wheels > counts.bad + counts.nowhere ? EXIT.proven : EXIT.nothingTested;
}

// src/escape/json.ts
function safeJson(value, indent = 2) {
  return printableJson(JSON.stringify(value, null, indent));
}
function printableJson(json) {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb]|\udb40[\udc00-\udfff]/g,
    (characters) => Array.from(
      { length: characters.length },
      (_, index) => `\\u${characters.charCodeAt(index).toString(16).padStart(4, "0")}`
    ).join("")
  ).replaceAll("##[", "##\\u005b");
}
function htmlJson(value) {
  return safeJson(value, 0).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e").replaceAll("&", "\\u0026");
}

export {
  safeJson,
  printableJson,
  htmlJson,
  NO_COUNTS,
  countsOf,
  addCounts,
  auditVerdict,
  auditExitCode
};
