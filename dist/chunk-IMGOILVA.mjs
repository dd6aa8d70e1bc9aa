import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-D6NFOEIE.mjs";
import "./chunk-HTBFWHOC.mjs";
import "./chunk-6FAA3V7V.mjs";
import "./chunk-L7UGTBJE.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-4D2ZCITI.mjs";
import "./chunk-QAISKG26.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-XZU6PNDM.mjs";
import "./chunk-CRGIUOFR.mjs";
import "./chunk-FZH4FF4W.mjs";
import "./chunk-4XSZCPRB.mjs";
import "./chunk-V7SG4MMB.mjs";
import "./chunk-IPKD6QUR.mjs";
import "./chunk-SKWOL4LC.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-DXPKQFLL.mjs";
import "./chunk-2ZPB7Z47.mjs";
import "./chunk-2QJXADEN.mjs";
import "./chunk-3Y5M6KNO.mjs";
import "./chunk-B5VLZVLD.mjs";
import "./chunk-MNYLOBQZ.mjs";
import "./chunk-M22XZUZZ.mjs";
import "./chunk-7YHZB25F.mjs";
import "./chunk-MGTXAUHH.mjs";
export {
  merge
};
