import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-SD5LD7G2.mjs";
import "./chunk-G4ZLIKOB.mjs";
import "./chunk-HJVROJBS.mjs";
import "./chunk-IHTOI3IB.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-UMYEPJHN.mjs";
import "./chunk-B62EB2FG.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-66EVMSOP.mjs";
import "./chunk-D54PEBNS.mjs";
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
