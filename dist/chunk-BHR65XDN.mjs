import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  audit
} from "./chunk-YAH5TRL5.mjs";
import "./chunk-PEMM36YE.mjs";
import "./chunk-SB3VZ5JE.mjs";
import "./chunk-MB6SNF6I.mjs";
import "./chunk-PFMBSS7J.mjs";
import "./chunk-3Z7WFHO3.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-ZBPQWDE7.mjs";
import "./chunk-NV6QIDOP.mjs";
import "./chunk-4OFVZC4S.mjs";
import "./chunk-GOXWHV3S.mjs";
import "./chunk-XSONBNNJ.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-K4IYVQRY.mjs";
import "./chunk-FRRDCJBJ.mjs";
import "./chunk-I3BW7O4G.mjs";
import "./chunk-Q2IDFTTD.mjs";
import "./chunk-BVSMDFYR.mjs";
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
  audit
};
