import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  buildsOfPlan,
  plan
} from "./chunk-3EV6AGV6.mjs";
import "./chunk-4FHH2F6E.mjs";
import "./chunk-TOWBICRJ.mjs";
import "./chunk-YJYW3CR6.mjs";
import "./chunk-A5GWFWEM.mjs";
import "./chunk-5DYVEH5V.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-K4IYVQRY.mjs";
import "./chunk-WHTQ4EAS.mjs";
import "./chunk-5CNROG4G.mjs";
import "./chunk-4XJLIVAE.mjs";
import "./chunk-BVSMDFYR.mjs";
import "./chunk-B33IP6CG.mjs";
import "./chunk-RMDZ24KA.mjs";
import "./chunk-L6B7SRNX.mjs";
import "./chunk-6NOUFU6K.mjs";
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
  buildsOfPlan,
  plan
};
