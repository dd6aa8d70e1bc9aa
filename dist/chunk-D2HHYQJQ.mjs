import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  EXIT,
  UserError
} from "./chunk-MMZ46JQG.mjs";

// src/version.ts
var VERSION = "0.1.0";

// src/entry/output-file.ts
import { access, constants, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
async function refuseUnwritable(file) {
  const folder = await stat(dirname(file)).catch(() => void 0);
  const itself = await stat(file).catch(() => void 0);
  const why = itself?.isDirectory() ? "it is a folder" : folder?.isDirectory() ? await access(itself ? file : dirname(file), constants.W_OK).then(() => null, reasonOf) : "its folder does not exist";
  if (why === null) return;
  throw new UserError(`Cannot write "${file}": ${why}`, {
    exitCode: EXIT.usage,
    remedy: "Give the path of a file in an existing folder, or - for standard output"
  });
}
async function refuseMissing(file) {
  const found = await stat(file).catch(() => void 0);
  if (found && !found.isDirectory()) return;
  throw new UserError(`Cannot read "${file}": ${found ? "it is a folder" : "no such file"}`, {
    exitCode: EXIT.usage,
    remedy: "Give the path of a log, or pipe it to standard input"
  });
}
async function writeText(file, text) {
  await writeFile(file, text).catch((cause) => {
    throw new UserError(`Cannot write "${file}": ${reasonOf(cause)}`, {
      exitCode: EXIT.setUp,
      remedy: "Give another file, or - for standard output",
      cause
    });
  });
}
function reasonOf(error) {
  const { code, message } = error;
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return "no space is left on its disk";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "EROFS":
      return "its disk is read-only";
    default:
      return message;
  }
}

// src/entry/answer-interrupts.ts
var STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"];
function answerInterrupts(running) {
  for (const signal of STOP_SIGNALS) {
    running.on(signal, () => {
      if (running.listenerCount(signal) > 1) return;
      running.stderr.write(
        "error: Interrupted: no process was left running\n",
        () => running.exit(EXIT.interrupted)
      );
    });
  }
}

// src/settings/option.ts
function shownPreset({ preset }) {
  return typeof preset === "string" ? preset : preset.shown;
}

export {
  VERSION,
  refuseUnwritable,
  refuseMissing,
  writeText,
  reasonOf,
  STOP_SIGNALS,
  answerInterrupts,
  shownPreset
};
