import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  buildsOfPlan,
  plan
} from "./chunk-UVDOQU7B.mjs";
import "./chunk-PG564QER.mjs";
import "./chunk-TQHHQOZR.mjs";
import "./chunk-YJYW3CR6.mjs";
import "./chunk-GXJMYYLS.mjs";
import "./chunk-YN3D45JZ.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-ZHMNUZM2.mjs";
import "./chunk-GYQQMVWE.mjs";
import "./chunk-X3BWH247.mjs";
import "./chunk-NWNKKPF7.mjs";
import "./chunk-W7VX6LVT.mjs";
import "./chunk-BHK7WT24.mjs";
import "./chunk-K6IXYRTY.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-G6AK4ZVX.mjs";
import "./chunk-EBFVU3R3.mjs";
import "./chunk-HM7754V2.mjs";
import "./chunk-PLGXYP7V.mjs";
import "./chunk-C5GTPLUR.mjs";
import "./chunk-GR3IJQ3H.mjs";
import "./chunk-Z2AIENEA.mjs";
import "./chunk-M22XZUZZ.mjs";
import "./chunk-7YHZB25F.mjs";
import "./chunk-MGTXAUHH.mjs";
export {
  buildsOfPlan,
  plan
};
