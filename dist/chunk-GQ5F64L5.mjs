import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-VY37NPBH.mjs";
import "./chunk-AEGOVSRH.mjs";
import "./chunk-O5WFKHCN.mjs";
import "./chunk-VOOCWJLS.mjs";
import "./chunk-V26RMM4E.mjs";
import "./chunk-IWKHTIKK.mjs";
import "./chunk-3Z7WFHO3.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-ZBPQWDE7.mjs";
import "./chunk-NV6QIDOP.mjs";
import "./chunk-4OFVZC4S.mjs";
import "./chunk-ECVOIMMQ.mjs";
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
  merge
};
