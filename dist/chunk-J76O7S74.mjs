import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  check
} from "./chunk-M7QANAUM.mjs";
import "./chunk-BHZ65LHD.mjs";
import "./chunk-GF663X5J.mjs";
import "./chunk-PBVTVFZ5.mjs";
import "./chunk-PFMBSS7J.mjs";
import "./chunk-CUWMH5ZG.mjs";
import "./chunk-TSQ7KSND.mjs";
import "./chunk-UA4XBXPU.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-IWKHTIKK.mjs";
import "./chunk-2Q7VF6Q4.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-VJKGTBKG.mjs";
import "./chunk-AJNA2MFH.mjs";
import "./chunk-4OFVZC4S.mjs";
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
  check
};
