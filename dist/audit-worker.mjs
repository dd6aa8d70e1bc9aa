import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readWheelFile
} from "./chunk-OLHBLUJ2.mjs";
import "./chunk-NEYYHQVM.mjs";
import "./chunk-RXHM76S2.mjs";
import "./chunk-4XSZCPRB.mjs";
import "./chunk-QE6CBL4X.mjs";
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
