import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  build
} from "./chunk-646J6PFF.mjs";
import "./chunk-TCDK3ZFN.mjs";
import "./chunk-JQVNOM2K.mjs";
import "./chunk-YJYW3CR6.mjs";
import "./chunk-TM3BD7XZ.mjs";
import "./chunk-J25VFP3T.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-K4IYVQRY.mjs";
import "./chunk-FRRDCJBJ.mjs";
import "./chunk-I3BW7O4G.mjs";
import "./chunk-UCWFHJXN.mjs";
import "./chunk-BVSMDFYR.mjs";
import "./chunk-C7TPKJHD.mjs";
import "./chunk-L6B7SRNX.mjs";
import "./chunk-6NOUFU6K.mjs";
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
  build
};
