import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-3JX2IYCZ.mjs";
import "./chunk-MOWHPURI.mjs";
import "./chunk-XRQDAI52.mjs";
import "./chunk-RX6DYHAJ.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-IWKHTIKK.mjs";
import "./chunk-M3SUTC3T.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-TNMDWI7O.mjs";
import "./chunk-CYVCV2Q4.mjs";
import "./chunk-4OFVZC4S.mjs";
import "./chunk-ECVOIMMQ.mjs";
import "./chunk-KJAE5SFP.mjs";
import "./chunk-L6B7SRNX.mjs";
import "./chunk-6NOUFU6K.mjs";
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
  merge
};
