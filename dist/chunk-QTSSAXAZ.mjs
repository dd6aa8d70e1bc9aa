import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  audit
} from "./chunk-ZJ7WWJFM.mjs";
import "./chunk-DQ3M5UWU.mjs";
import "./chunk-CFFDKGBE.mjs";
import "./chunk-X7G6NC3Y.mjs";
import "./chunk-NLN5EJF5.mjs";
import "./chunk-C2ZWWYVA.mjs";
import "./chunk-LPERCBML.mjs";
import "./chunk-64YSIZTN.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-JIR6B23N.mjs";
import "./chunk-5GBNL7NS.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-F6K5OSS7.mjs";
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
