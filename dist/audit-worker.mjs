import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readWheelFile
} from "./chunk-G4NKPGCY.mjs";
import "./chunk-CSVHEYN5.mjs";
import "./chunk-M3GIK6DG.mjs";
import "./chunk-4XJLIVAE.mjs";
import "./chunk-BVSMDFYR.mjs";
import "./chunk-JJZTIGHK.mjs";
import "./chunk-NNKEDELD.mjs";
import "./chunk-MMZ46JQG.mjs";
import "./chunk-MGTXAUHH.mjs";

// src/audit-worker.ts
import { parentPort } from "node:worker_threads";
parentPort?.on("message", async (path) => {
  parentPort?.postMessage(await readWheelFile(path));
});
