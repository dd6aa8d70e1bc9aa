import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-4YVDM3YT.mjs";
import "./chunk-JP3NQVWX.mjs";
import "./chunk-KNFUTLXP.mjs";
import "./chunk-46VF74TE.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-7L5P63DF.mjs";
import "./chunk-ZBGKX5LW.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-42SXGW37.mjs";
import "./chunk-2VWWRSDI.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-MKIBGSSI.mjs";
import "./chunk-ZFOT57YX.mjs";
import "./chunk-TIYLVY2J.mjs";
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
  merge
};
