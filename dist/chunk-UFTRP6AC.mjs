import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-AWD6GTNV.mjs";
import "./chunk-A2G3LSA4.mjs";
import "./chunk-PRUVV6EX.mjs";
import "./chunk-QCTOHMJ5.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-7L5P63DF.mjs";
import "./chunk-UT6VVRQF.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-CF3ZAXH6.mjs";
import "./chunk-3JT23JN5.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-MKIBGSSI.mjs";
import "./chunk-ZFOT57YX.mjs";
import "./chunk-TIYLVY2J.mjs";
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
