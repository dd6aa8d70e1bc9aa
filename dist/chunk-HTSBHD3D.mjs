import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-A2QD6ZGM.mjs";
import "./chunk-SHZTIDM2.mjs";
import "./chunk-OI2T7YG7.mjs";
import "./chunk-SCSSSAEX.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-JBHREULZ.mjs";
import "./chunk-NDMAEZBK.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-JXWWEZN3.mjs";
import "./chunk-VBBHUKAT.mjs";
import "./chunk-FZH4FF4W.mjs";
import "./chunk-4XSZCPRB.mjs";
import "./chunk-LZIKREJC.mjs";
import "./chunk-GUMQWG3S.mjs";
import "./chunk-WWRMIFPG.mjs";
import "./chunk-HNDNXWYG.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-DXPKQFLL.mjs";
import "./chunk-2ZPB7Z47.mjs";
import "./chunk-2QJXADEN.mjs";
import "./chunk-3Y5M6KNO.mjs";
import "./chunk-UXKQXO5Q.mjs";
import "./chunk-MNYLOBQZ.mjs";
import "./chunk-M22XZUZZ.mjs";
import "./chunk-MMZ46JQG.mjs";
import "./chunk-MGTXAUHH.mjs";
export {
  merge
};
