import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readWheelFile
} from "./chunk-RZS4AHJL.mjs";
import "./chunk-UKYQX2VD.mjs";
import "./chunk-LQ72OW6U.mjs";
import "./chunk-4XSZCPRB.mjs";
import "./chunk-TCCZS3CL.mjs";
import "./chunk-BVSMDFYR.mjs";
import "./chunk-MNYLOBQZ.mjs";
import "./chunk-M22XZUZZ.mjs";
import "./chunk-MMZ46JQG.mjs";
import "./chunk-MGTXAUHH.mjs";

// src/audit-worker.ts
import { parentPort } from "node:worker_threads";
parentPort?.on("message", async (path) => {
  parentPort?.postMessage(await readWheelFile(path));
});
