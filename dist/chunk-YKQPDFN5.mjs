import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  audit
} from "./chunk-XUZGYOV5.mjs";
import "./chunk-OJTISDHV.mjs";
import "./chunk-CFFDKGBE.mjs";
import "./chunk-O7LUOAZD.mjs";
import "./chunk-J752E3P6.mjs";
import "./chunk-5EQ2CBO6.mjs";
import "./chunk-772D32YW.mjs";
import "./chunk-4CC65O7R.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-K5XN7KMJ.mjs";
import "./chunk-LL6UFCXA.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-MKIBGSSI.mjs";
import "./chunk-GXJMYYLS.mjs";
import "./chunk-YN3D45JZ.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-ZHMNUZM2.mjs";
import "./chunk-GYQQMVWE.mjs";
import "./chunk-X3BWH247.mjs";
import "./chunk-NWNKKPF7.mjs";
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
  audit
};
