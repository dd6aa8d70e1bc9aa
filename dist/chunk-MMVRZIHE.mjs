import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  audit
} from "./chunk-V67NC47H.mjs";
import "./chunk-X4JKWFKR.mjs";
import "./chunk-G4NKPGCY.mjs";
import "./chunk-CSVHEYN5.mjs";
import "./chunk-M3GIK6DG.mjs";
import "./chunk-M3SUTC3T.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-TNMDWI7O.mjs";
import "./chunk-CYVCV2Q4.mjs";
import "./chunk-4OFVZC4S.mjs";
import "./chunk-A5GWFWEM.mjs";
import "./chunk-MGPVBDGC.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-K4IYVQRY.mjs";
import "./chunk-FRRDCJBJ.mjs";
import "./chunk-5CNROG4G.mjs";
import "./chunk-4XJLIVAE.mjs";
import "./chunk-BVSMDFYR.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-YU6CQ2XB.mjs";
import "./chunk-2ZPB7Z47.mjs";
import "./chunk-WEZYZHWP.mjs";
import "./chunk-R5U2UZDA.mjs";
import "./chunk-DTYKCBZP.mjs";
import "./chunk-JJZTIGHK.mjs";
import "./chunk-NNKEDELD.mjs";
import "./chunk-MMZ46JQG.mjs";
import "./chunk-MGTXAUHH.mjs";
export {
  audit
};
