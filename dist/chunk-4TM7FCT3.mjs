import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  audit
} from "./chunk-YMHDXPZ7.mjs";
import "./chunk-A7VF45PF.mjs";
import "./chunk-SB3VZ5JE.mjs";
import "./chunk-MB6SNF6I.mjs";
import "./chunk-PFMBSS7J.mjs";
import "./chunk-2Q7VF6Q4.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-VJKGTBKG.mjs";
import "./chunk-AJNA2MFH.mjs";
import "./chunk-4OFVZC4S.mjs";
import "./chunk-GOXWHV3S.mjs";
import "./chunk-J5UNOW7Z.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-K4IYVQRY.mjs";
import "./chunk-FRRDCJBJ.mjs";
import "./chunk-I3BW7O4G.mjs";
import "./chunk-Q2IDFTTD.mjs";
import "./chunk-BVSMDFYR.mjs";
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
  audit
};
