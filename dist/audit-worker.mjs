import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readWheelFile
} from "./chunk-F6UX5QXC.mjs";
import "./chunk-LA7WQXPT.mjs";
import "./chunk-GT37F2YC.mjs";
import "./chunk-4XSZCPRB.mjs";
import "./chunk-QNGREUHG.mjs";
import "./chunk-FW2257B3.mjs";
import "./chunk-MNYLOBQZ.mjs";
import "./chunk-M22XZUZZ.mjs";
import "./chunk-7YHZB25F.mjs";
import "./chunk-MGTXAUHH.mjs";

// src/audit-worker.ts
import { parentPort } from "node:worker_threads";
parentPort?.on("message", async (path) => {
  parentPort?.postMessage(await readWheelFile(path));
});
