import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-CVEPZM36.mjs";
import "./chunk-KGA6SLYA.mjs";
import "./chunk-ATENK4FZ.mjs";
import "./chunk-4EJHMAUG.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-UMYEPJHN.mjs";
import "./chunk-64YSIZTN.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-JIR6B23N.mjs";
import "./chunk-5GBNL7NS.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-F6K5OSS7.mjs";
import "./chunk-TPWQ6L5U.mjs";
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
  merge
};
