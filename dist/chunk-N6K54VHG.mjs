import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  build
} from "./chunk-QQQJVLJ6.mjs";
import "./chunk-XUXSX3LX.mjs";
import "./chunk-TQHHQOZR.mjs";
import "./chunk-YJYW3CR6.mjs";
import "./chunk-WDK7BVOD.mjs";
import "./chunk-MBG44VS5.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-ZHMNUZM2.mjs";
import "./chunk-GYQQMVWE.mjs";
import "./chunk-X3BWH247.mjs";
import "./chunk-NWNKKPF7.mjs";
import "./chunk-YFW36LPT.mjs";
import "./chunk-K6IXYRTY.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-CZTV7UDJ.mjs";
import "./chunk-EBFVU3R3.mjs";
import "./chunk-OXWJFX4A.mjs";
import "./chunk-PLGXYP7V.mjs";
import "./chunk-C5GTPLUR.mjs";
import "./chunk-GR3IJQ3H.mjs";
import "./chunk-Z2AIENEA.mjs";
import "./chunk-M22XZUZZ.mjs";
import "./chunk-7YHZB25F.mjs";
import "./chunk-MGTXAUHH.mjs";
export {
  build
};
