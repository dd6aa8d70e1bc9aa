import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-FCIENNX2.mjs";
import "./chunk-DBDW3HLR.mjs";
import "./chunk-BBUMMHLL.mjs";
import "./chunk-UNWSOPA3.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-UMYEPJHN.mjs";
import "./chunk-LLTXZEPN.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-Y5NKO6JJ.mjs";
import "./chunk-7B6JY3G2.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-4XSZCPRB.mjs";
import "./chunk-BYTVN3RS.mjs";
import "./chunk-R722RWOJ.mjs";
import "./chunk-SKWOL4LC.mjs";
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
