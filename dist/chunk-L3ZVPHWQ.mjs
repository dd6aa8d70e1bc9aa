import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  audit
} from "./chunk-EQ4N5GWJ.mjs";
import "./chunk-ZCO3HABM.mjs";
import "./chunk-CFFDKGBE.mjs";
import "./chunk-ND3JIJ5Y.mjs";
import "./chunk-DXPFWUP4.mjs";
import "./chunk-5OMZMN24.mjs";
import "./chunk-NDMAEZBK.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-JXWWEZN3.mjs";
import "./chunk-VBBHUKAT.mjs";
import "./chunk-FZH4FF4W.mjs";
import "./chunk-4XSZCPRB.mjs";
import "./chunk-GLSNGNK6.mjs";
import "./chunk-423BNXHJ.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-ZFNYUODM.mjs";
import "./chunk-SJ5DKD3K.mjs";
import "./chunk-5CNROG4G.mjs";
import "./chunk-LC5WI5IT.mjs";
import "./chunk-FW2257B3.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-DXPKQFLL.mjs";
import "./chunk-2ZPB7Z47.mjs";
import "./chunk-2QJXADEN.mjs";
import "./chunk-3Y5M6KNO.mjs";
import "./chunk-UXKQXO5Q.mjs";
import "./chunk-MNYLOBQZ.mjs";
import "./chunk-M22XZUZZ.mjs";
import "./chunk-MMZ46JQG.mjs";
import "./chunk-MGTXAUHH.mjs";
export {
  audit
};
