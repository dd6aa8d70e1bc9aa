import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  check
} from "./chunk-TPFXZANO.mjs";
import "./chunk-BHZ65LHD.mjs";
import "./chunk-6PCAYS7Z.mjs";
import "./chunk-HMML53LL.mjs";
import "./chunk-5OMZMN24.mjs";
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
import "./chunk-4UOVONRW.mjs";
import "./chunk-AWHYF7TL.mjs";
import "./chunk-YJYW3CR6.mjs";
import "./chunk-GLSNGNK6.mjs";
import "./chunk-423BNXHJ.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-ZFNYUODM.mjs";
import "./chunk-SJ5DKD3K.mjs";
import "./chunk-5CNROG4G.mjs";
import "./chunk-LC5WI5IT.mjs";
import "./chunk-FW2257B3.mjs";
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
