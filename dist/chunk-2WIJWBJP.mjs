import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  build
} from "./chunk-X6B47UZQ.mjs";
import "./chunk-QTKH4GCJ.mjs";
import "./chunk-VYMLUC4L.mjs";
import "./chunk-YJYW3CR6.mjs";
import "./chunk-DK2RLX7F.mjs";
import "./chunk-3W7GMYVI.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-ZFNYUODM.mjs";
import "./chunk-3DTMQIAK.mjs";
import "./chunk-Y7Z6VZAI.mjs";
import "./chunk-QNGREUHG.mjs";
import "./chunk-FW2257B3.mjs";
import "./chunk-MY4ZGIDY.mjs";
import "./chunk-K6IXYRTY.mjs";
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
  build
};
