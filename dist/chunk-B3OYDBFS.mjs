import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  buildsOfPlan,
  plan
} from "./chunk-THNA7UJL.mjs";
import "./chunk-GWCW72BD.mjs";
import "./chunk-DN6VEFQT.mjs";
import "./chunk-YJYW3CR6.mjs";
import "./chunk-GOXWHV3S.mjs";
import "./chunk-J5UNOW7Z.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-K4IYVQRY.mjs";
import "./chunk-FRRDCJBJ.mjs";
import "./chunk-I3BW7O4G.mjs";
import "./chunk-Q2IDFTTD.mjs";
import "./chunk-BVSMDFYR.mjs";
import "./chunk-ECVOIMMQ.mjs";
import "./chunk-D3N7546S.mjs";
import "./chunk-L6B7SRNX.mjs";
import "./chunk-6NOUFU6K.mjs";
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
  buildsOfPlan,
  plan
};
