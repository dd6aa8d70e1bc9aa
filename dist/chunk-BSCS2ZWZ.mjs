import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge,
  mergeRequestOf
} from "./chunk-MXCK2G2G.mjs";
import "./chunk-UZXRCRH3.mjs";
import "./chunk-62BOFT6F.mjs";
import "./chunk-TVGXMDYM.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-XJSSRWXH.mjs";
import "./chunk-RFCECRO3.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-OK6SUM65.mjs";
import "./chunk-PQM5GMNT.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-MKIBGSSI.mjs";
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
  merge,
  mergeRequestOf
};
