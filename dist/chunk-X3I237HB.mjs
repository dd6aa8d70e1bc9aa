import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  audit
} from "./chunk-7UJLTI46.mjs";
import "./chunk-DHNPSPT7.mjs";
import "./chunk-XWCX7HUD.mjs";
import "./chunk-WFVWU26U.mjs";
import "./chunk-FG547U4G.mjs";
import "./chunk-3Z7WFHO3.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-ZBPQWDE7.mjs";
import "./chunk-NV6QIDOP.mjs";
import "./chunk-4OFVZC4S.mjs";
import "./chunk-TM3BD7XZ.mjs";
import "./chunk-J25VFP3T.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-K4IYVQRY.mjs";
import "./chunk-FRRDCJBJ.mjs";
import "./chunk-I3BW7O4G.mjs";
import "./chunk-UCWFHJXN.mjs";
import "./chunk-BVSMDFYR.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-6XCFYLQV.mjs";
import "./chunk-2ZPB7Z47.mjs";
import "./chunk-WNMZSPK5.mjs";
import "./chunk-R5U2UZDA.mjs";
import "./chunk-DTYKCBZP.mjs";
import "./chunk-JJZTIGHK.mjs";
import "./chunk-NNKEDELD.mjs";
import "./chunk-MMZ46JQG.mjs";
import "./chunk-MGTXAUHH.mjs";
export {
  audit
};
