import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  check
} from "./chunk-MSZPSPJ3.mjs";
import "./chunk-BHZ65LHD.mjs";
import "./chunk-XT7DTJTC.mjs";
import "./chunk-G7XLYVKE.mjs";
import "./chunk-BGN3V46K.mjs";
import "./chunk-772D32YW.mjs";
import "./chunk-66EX54BO.mjs";
import "./chunk-YYHSA5NC.mjs";
import "./chunk-MFAWIOS2.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-7L5P63DF.mjs";
import "./chunk-G7MCZY34.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-22JSFMTK.mjs";
import "./chunk-U2SZSPX3.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-MKIBGSSI.mjs";
import "./chunk-G6B7ZDIR.mjs";
import "./chunk-74MUQYTT.mjs";
import "./chunk-YJYW3CR6.mjs";
import "./chunk-YZAFBVZG.mjs";
import "./chunk-RAPQ3NQ2.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-ZHMNUZM2.mjs";
import "./chunk-6LSX34WM.mjs";
import "./chunk-J7KGPFBQ.mjs";
import "./chunk-NWNKKPF7.mjs";
import "./chunk-LXMXHINO.mjs";
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
  check
};
