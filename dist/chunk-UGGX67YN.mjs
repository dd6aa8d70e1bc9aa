import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  merge
} from "./chunk-R3D2MQAD.mjs";
import "./chunk-6VINEOWM.mjs";
import "./chunk-7I4CEPPA.mjs";
import "./chunk-2OA4NHWX.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-IWKHTIKK.mjs";
import "./chunk-NK7XTUY6.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-GWYPVXWJ.mjs";
import "./chunk-VHB6OWFW.mjs";
import "./chunk-4OFVZC4S.mjs";
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
  merge
};
