import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-6P5UWGWY.mjs";
import "./chunk-IVMFAYKG.mjs";
import "./chunk-777STJOA.mjs";
import "./chunk-3V4CHZDG.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-UMYEPJHN.mjs";
import "./chunk-NGI76Y7E.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-XAC7LD7W.mjs";
import "./chunk-SSYU4JQT.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-F6K5OSS7.mjs";
import "./chunk-TPWQ6L5U.mjs";
import "./chunk-CWFJP72A.mjs";
import "./chunk-K6IXYRTY.mjs";
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
  merge
};
