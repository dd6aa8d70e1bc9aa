import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  build
} from "./chunk-FOY35PU5.mjs";
import "./chunk-YVTU6GUZ.mjs";
import "./chunk-OIYGJ7PT.mjs";
import "./chunk-YJYW3CR6.mjs";
import "./chunk-3SOAMCQQ.mjs";
import "./chunk-24RHYYKZ.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-UNT3PKEE.mjs";
import "./chunk-CTAFV7U5.mjs";
import "./chunk-Y7Z6VZAI.mjs";
import "./chunk-CG2PLYWL.mjs";
import "./chunk-CWFJP72A.mjs";
import "./chunk-K6IXYRTY.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-KHXQUYRS.mjs";
import "./chunk-2ZPB7Z47.mjs";
import "./chunk-ZJNMWS6A.mjs";
import "./chunk-3Y5M6KNO.mjs";
import "./chunk-SLKZMAYK.mjs";
import "./chunk-GR3IJQ3H.mjs";
import "./chunk-Z2AIENEA.mjs";
import "./chunk-M22XZUZZ.mjs";
import "./chunk-7YHZB25F.mjs";
import "./chunk-MGTXAUHH.mjs";
export {
  build
};
