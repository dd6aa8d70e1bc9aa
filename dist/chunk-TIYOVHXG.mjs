import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-JANRKCT3.mjs";
import "./chunk-T3GOZDNI.mjs";
import "./chunk-QR7R3LDR.mjs";
import "./chunk-HQAC3Z2U.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-7L5P63DF.mjs";
import "./chunk-5IP7UCPY.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-7IELTGW2.mjs";
import "./chunk-OR34EJFN.mjs";
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
  merge
};
