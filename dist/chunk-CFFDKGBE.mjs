import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/audit.ts
var NO_CAPI = "no C-API";

export {
  NO_CAPI
};
