import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  check
} from "./chunk-AGAIEPJQ.mjs";
import "./chunk-BHZ65LHD.mjs";
import "./chunk-GF663X5J.mjs";
import "./chunk-PBVTVFZ5.mjs";
import "./chunk-S3QLZAJV.mjs";
import "./chunk-EKPH3FVM.mjs";
import "./chunk-ZSTTMMX4.mjs";
import "./chunk-ZJI4KNUX.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-IWKHTIKK.mjs";
import "./chunk-SRZWXZKA.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-XNQ2K2ZS.mjs";
import "./chunk-6JNT5CPY.mjs";
import "./chunk-4OFVZC4S.mjs";
import "./chunk-VSXDXRG6.mjs";
import "./chunk-DN6VEFQT.mjs";
import "./chunk-YJYW3CR6.mjs";
import "./chunk-LEEFBUTG.mjs";
import "./chunk-UXKACA7O.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-K4IYVQRY.mjs";
import "./chunk-FRRDCJBJ.mjs";
import "./chunk-I3BW7O4G.mjs";
import "./chunk-YGUAW6KX.mjs";
import "./chunk-BVSMDFYR.mjs";
import "./chunk-G4GA46XM.mjs";
import "./chunk-W5EXVGK2.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-32SRQFZM.mjs";
import "./chunk-2ZPB7Z47.mjs";
import "./chunk-JOBEE2PH.mjs";
import "./chunk-R5U2UZDA.mjs";
import "./chunk-DTYKCBZP.mjs";
import "./chunk-JJZTIGHK.mjs";
import "./chunk-NNKEDELD.mjs";
import "./chunk-MMZ46JQG.mjs";
import "./chunk-MGTXAUHH.mjs";
export {
  check
};
