import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  audit
} from "./chunk-MBSUE7NH.mjs";
import "./chunk-JS65F3MZ.mjs";
import "./chunk-CFFDKGBE.mjs";
import "./chunk-SLOCFKV2.mjs";
import "./chunk-O3TAKE32.mjs";
import "./chunk-C2ZWWYVA.mjs";
import "./chunk-5NA3CHUY.mjs";
import "./chunk-NGI76Y7E.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-XAC7LD7W.mjs";
import "./chunk-SSYU4JQT.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-F6K5OSS7.mjs";
import "./chunk-3SOAMCQQ.mjs";
import "./chunk-24RHYYKZ.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-UNT3PKEE.mjs";
import "./chunk-CTAFV7U5.mjs";
import "./chunk-Y7Z6VZAI.mjs";
import "./chunk-CG2PLYWL.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-KHXQUYRS.mjs";
import "./chunk-2ZPB7Z47.mjs";
import "./chunk-ZJNMWS6A.mjs";
import "./chunk-3Y5M6KNO.mjs";
import "./chunk-SLKZMAYK.mjs";
import "./chunk-GR3IJQ3H.mjs";
import "./chunk-Z2AIENEA.mjs";
import "./chunk-M22XZUZZ.mjs";
import "./chunk-7YHZB25F.mjs";
import "./chunk-MGTXAUHH.mjs";
export {
  audit
};
