import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-LPNDDVN7.mjs";
import "./chunk-U5QAG5KS.mjs";
import "./chunk-A4YNA3UO.mjs";
import "./chunk-JXZTDNXS.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-7L5P63DF.mjs";
import "./chunk-FVZENMLK.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-GZKL2L5E.mjs";
import "./chunk-VHLLFMG3.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-F6K5OSS7.mjs";
import "./chunk-ZFOT57YX.mjs";
import "./chunk-666BZ4ND.mjs";
import "./chunk-K6IXYRTY.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-G6AK4ZVX.mjs";
import "./chunk-2ZPB7Z47.mjs";
import "./chunk-HM7754V2.mjs";
import "./chunk-PLGXYP7V.mjs";
import "./chunk-2KEVZ26T.mjs";
import "./chunk-GR3IJQ3H.mjs";
import "./chunk-Z2AIENEA.mjs";
import "./chunk-M22XZUZZ.mjs";
import "./chunk-7YHZB25F.mjs";
import "./chunk-MGTXAUHH.mjs";
export {
  merge
};
