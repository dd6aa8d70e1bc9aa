import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  audit
} from "./chunk-SOJ3PXKK.mjs";
import "./chunk-7ICPQ32G.mjs";
import "./chunk-CFFDKGBE.mjs";
import "./chunk-G4NKPGCY.mjs";
import "./chunk-CSVHEYN5.mjs";
import "./chunk-M3GIK6DG.mjs";
import "./chunk-NK7XTUY6.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-GWYPVXWJ.mjs";
import "./chunk-VHB6OWFW.mjs";
import "./chunk-4OFVZC4S.mjs";
import "./chunk-A5GWFWEM.mjs";
import "./chunk-5DYVEH5V.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-K4IYVQRY.mjs";
import "./chunk-WHTQ4EAS.mjs";
import "./chunk-5CNROG4G.mjs";
import "./chunk-4XJLIVAE.mjs";
import "./chunk-BVSMDFYR.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-YU6CQ2XB.mjs";
import "./chunk-2ZPB7Z47.mjs";
import "./chunk-WEZYZHWP.mjs";
import "./chunk-R5U2UZDA.mjs";
import "./chunk-QNLBYDES.mjs";
import "./chunk-JJZTIGHK.mjs";
import "./chunk-NNKEDELD.mjs";
import "./chunk-MMZ46JQG.mjs";
import "./chunk-MGTXAUHH.mjs";
export {
  audit
};
