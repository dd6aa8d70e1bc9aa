import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  audit
} from "./chunk-DSBID72U.mjs";
import "./chunk-SNDS3ODG.mjs";
import "./chunk-CFFDKGBE.mjs";
import "./chunk-O7LUOAZD.mjs";
import "./chunk-J752E3P6.mjs";
import "./chunk-5EQ2CBO6.mjs";
import "./chunk-772D32YW.mjs";
import "./chunk-MTMAMTMT.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-K5XN7KMJ.mjs";
import "./chunk-LL6UFCXA.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-MKIBGSSI.mjs";
import "./chunk-WDK7BVOD.mjs";
import "./chunk-MBG44VS5.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-ZHMNUZM2.mjs";
import "./chunk-GYQQMVWE.mjs";
import "./chunk-X3BWH247.mjs";
import "./chunk-NWNKKPF7.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-CZTV7UDJ.mjs";
import "./chunk-EBFVU3R3.mjs";
import "./chunk-OXWJFX4A.mjs";
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
