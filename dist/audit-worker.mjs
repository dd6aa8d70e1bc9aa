import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readWheelFile
} from "./chunk-ND3JIJ5Y.mjs";
import "./chunk-DXPFWUP4.mjs";
import "./chunk-5OMZMN24.mjs";
import "./chunk-4XSZCPRB.mjs";
import "./chunk-LC5WI5IT.mjs";
import "./chunk-FW2257B3.mjs";
import "./chunk-MNYLOBQZ.mjs";
import "./chunk-M22XZUZZ.mjs";
import "./chunk-MMZ46JQG.mjs";
import "./chunk-MGTXAUHH.mjs";

// src/audit-worker.ts
import { parentPort } from "node:worker_threads";
parentPort?.on("message", async (path) => {
  parentPort?.postMessage(await readWheelFile(path));
});
