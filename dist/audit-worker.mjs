import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readWheelFile
} from "./chunk-X7G6NC3Y.mjs";
import "./chunk-NLN5EJF5.mjs";
import "./chunk-LPERCBML.mjs";
import "./chunk-F6K5OSS7.mjs";
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
