import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readWheelFile
} from "./chunk-O7LUOAZD.mjs";
import "./chunk-J752E3P6.mjs";
import "./chunk-772D32YW.mjs";
import "./chunk-MKIBGSSI.mjs";
import "./chunk-NWNKKPF7.mjs";
import "./chunk-GR3IJQ3H.mjs";
import "./chunk-Z2AIENEA.mjs";
import "./chunk-M22XZUZZ.mjs";
import "./chunk-7YHZB25F.mjs";
import "./chunk-MGTXAUHH.mjs";

// src/audit-worker.ts
import { parentPort } from "node:worker_threads";
parentPort?.on("message", async (path) => {
  parentPort?.postMessage(await readWheelFile(path));
});
