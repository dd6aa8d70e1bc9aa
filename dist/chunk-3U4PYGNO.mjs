import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-XQD3KDFK.mjs";
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
import "./chunk-SBFL3JHO.mjs";
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
  merge
};
