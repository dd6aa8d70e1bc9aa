import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-637ZDNXA.mjs";
import "./chunk-JW3BVYKF.mjs";
import "./chunk-OVEUT4JF.mjs";
import "./chunk-O2XI5ZPG.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-UMYEPJHN.mjs";
import "./chunk-6A24LAHM.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-E52FVS76.mjs";
import "./chunk-XVHI5SYE.mjs";
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
