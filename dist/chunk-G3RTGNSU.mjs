import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  check
} from "./chunk-2TZKJJP2.mjs";
import "./chunk-BHZ65LHD.mjs";
import "./chunk-7QNGMQPN.mjs";
import "./chunk-PBVTVFZ5.mjs";
import "./chunk-LQ72OW6U.mjs";
import "./chunk-BGYFRL2J.mjs";
import "./chunk-LJ3CKBRZ.mjs";
import "./chunk-CKEP4765.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-JBHREULZ.mjs";
import "./chunk-MCMR5MCT.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-3QTSQVBC.mjs";
import "./chunk-G3WDT3XP.mjs";
import "./chunk-FZH4FF4W.mjs";
import "./chunk-4XSZCPRB.mjs";
import "./chunk-ZGW4LXIC.mjs";
import "./chunk-ZZMH2JHF.mjs";
import "./chunk-YJYW3CR6.mjs";
import "./chunk-YIVYDBTC.mjs";
import "./chunk-2GYG47KG.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-K4IYVQRY.mjs";
import "./chunk-SJ5DKD3K.mjs";
import "./chunk-5CNROG4G.mjs";
import "./chunk-TCCZS3CL.mjs";
import "./chunk-BVSMDFYR.mjs";
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
  check
};
