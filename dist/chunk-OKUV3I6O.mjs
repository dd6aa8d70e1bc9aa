import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-DJJE4JJY.mjs";
import "./chunk-LLNB5JZB.mjs";
import "./chunk-6ZPEGXSU.mjs";
import "./chunk-7GOAAC64.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-IWKHTIKK.mjs";
import "./chunk-NTW23QY7.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-GNZV6J5X.mjs";
import "./chunk-FQVXJMLL.mjs";
import "./chunk-4OFVZC4S.mjs";
import "./chunk-J2KUYMYC.mjs";
import "./chunk-O52QCTXV.mjs";
import "./chunk-V7MXOCIA.mjs";
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
