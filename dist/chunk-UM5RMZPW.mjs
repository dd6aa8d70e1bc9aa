import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  audit
} from "./chunk-KGMCONTD.mjs";
import "./chunk-4NBHKIL3.mjs";
import "./chunk-CFFDKGBE.mjs";
import "./chunk-RZS4AHJL.mjs";
import "./chunk-UKYQX2VD.mjs";
import "./chunk-LQ72OW6U.mjs";
import "./chunk-MCMR5MCT.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-3QTSQVBC.mjs";
import "./chunk-G3WDT3XP.mjs";
import "./chunk-FZH4FF4W.mjs";
import "./chunk-4XSZCPRB.mjs";
import "./chunk-YIVYDBTC.mjs";
import "./chunk-2GYG47KG.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-K4IYVQRY.mjs";
import "./chunk-SJ5DKD3K.mjs";
import "./chunk-5CNROG4G.mjs";
import "./chunk-TCCZS3CL.mjs";
import "./chunk-BVSMDFYR.mjs";
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
