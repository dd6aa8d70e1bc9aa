import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  audit
} from "./chunk-B4XES5CE.mjs";
import "./chunk-O7HXFXTY.mjs";
import "./chunk-CFFDKGBE.mjs";
import "./chunk-F6UX5QXC.mjs";
import "./chunk-LA7WQXPT.mjs";
import "./chunk-C2ZWWYVA.mjs";
import "./chunk-GT37F2YC.mjs";
import "./chunk-QCYEKDRH.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-NUXHLWLD.mjs";
import "./chunk-XL3XYZJZ.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-4XSZCPRB.mjs";
import "./chunk-DK2RLX7F.mjs";
import "./chunk-3W7GMYVI.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-ZFNYUODM.mjs";
import "./chunk-3DTMQIAK.mjs";
import "./chunk-Y7Z6VZAI.mjs";
import "./chunk-QNGREUHG.mjs";
import "./chunk-FW2257B3.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-DXPKQFLL.mjs";
import "./chunk-2ZPB7Z47.mjs";
import "./chunk-2QJXADEN.mjs";
import "./chunk-3Y5M6KNO.mjs";
import "./chunk-SLKZMAYK.mjs";
import "./chunk-MNYLOBQZ.mjs";
import "./chunk-M22XZUZZ.mjs";
import "./chunk-7YHZB25F.mjs";
import "./chunk-MGTXAUHH.mjs";
export {
  audit
};
