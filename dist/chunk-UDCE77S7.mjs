import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge,
  mergeRequestOf
} from "./chunk-ZCOXESL7.mjs";
import "./chunk-3AGZGS2W.mjs";
import "./chunk-E3LJNXEW.mjs";
import "./chunk-OFRNWLF4.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-7L5P63DF.mjs";
import "./chunk-MTEDSDZT.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-PSHHWRR6.mjs";
import "./chunk-H3CBSOK6.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-MKIBGSSI.mjs";
import "./chunk-ZFOT57YX.mjs";
import "./chunk-7V3OYKPK.mjs";
import "./chunk-K6IXYRTY.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-G6AK4ZVX.mjs";
import "./chunk-EBFVU3R3.mjs";
import "./chunk-HM7754V2.mjs";
import "./chunk-PLGXYP7V.mjs";
import "./chunk-2KEVZ26T.mjs";
import "./chunk-GR3IJQ3H.mjs";
import "./chunk-Z2AIENEA.mjs";
import "./chunk-M22XZUZZ.mjs";
import "./chunk-7YHZB25F.mjs";
import "./chunk-MGTXAUHH.mjs";
export {
  merge,
  mergeRequestOf
};
