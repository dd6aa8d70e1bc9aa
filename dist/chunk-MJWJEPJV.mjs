import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-3EZQVJYS.mjs";
import "./chunk-3YM5ZMSN.mjs";
import "./chunk-DZK6UYV7.mjs";
import "./chunk-PLOOIQFX.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-UMYEPJHN.mjs";
import "./chunk-QCYEKDRH.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-NUXHLWLD.mjs";
import "./chunk-XL3XYZJZ.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-4XSZCPRB.mjs";
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
