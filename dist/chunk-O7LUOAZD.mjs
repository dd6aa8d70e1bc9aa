import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readWheel
} from "./chunk-J752E3P6.mjs";
import {
  openWheel
} from "./chunk-NWNKKPF7.mjs";

// src/commands/audit/read-wheel-file.ts
import { openSync } from "node:fs";
import { basename } from "node:path";
function readWheelFile(path) {
  const open = async () => openWheel({ kind: "descriptor", fd: openSync(path, "r") });
  return readWheel(basename(path), open, { kind: "metadata" });
}

export {
  readWheelFile
};
