import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  build
} from "./chunk-GX3RFJ3E.mjs";
import "./chunk-NF3QGQEN.mjs";
import "./chunk-COCDP5BL.mjs";
import "./chunk-YJYW3CR6.mjs";
import "./chunk-DIP36UDP.mjs";
import "./chunk-CGCMABZR.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-ZFNYUODM.mjs";
import "./chunk-GMZUJKUH.mjs";
import "./chunk-TK3DLP4M.mjs";
import "./chunk-QNGREUHG.mjs";
import "./chunk-FW2257B3.mjs";
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
  build
};
