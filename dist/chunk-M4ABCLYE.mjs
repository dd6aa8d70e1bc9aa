import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-6SKIQTKW.mjs";
import "./chunk-N2GF3GMY.mjs";
import "./chunk-EXH2LMT7.mjs";
import "./chunk-RIGQY67V.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-X2MND6TN.mjs";
import "./chunk-UZWXM7LV.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-WBGY4E2P.mjs";
import "./chunk-MEOJBJ67.mjs";
import "./chunk-FZH4FF4W.mjs";
import "./chunk-4XSZCPRB.mjs";
import "./chunk-ME2S7FUZ.mjs";
import "./chunk-HQHZO6KY.mjs";
import "./chunk-SKWOL4LC.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-DXPKQFLL.mjs";
import "./chunk-2ZPB7Z47.mjs";
import "./chunk-2QJXADEN.mjs";
import "./chunk-3Y5M6KNO.mjs";
import "./chunk-TZEKZEGB.mjs";
import "./chunk-MNYLOBQZ.mjs";
import "./chunk-M22XZUZZ.mjs";
import "./chunk-7YHZB25F.mjs";
import "./chunk-MGTXAUHH.mjs";
export {
  merge
};
