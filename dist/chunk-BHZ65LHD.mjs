import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/nothing-seen.ts
var NOTHING_SEEN = {
  outcome: { kind: "not-run", reason: "set-up" },
  phase: "start",
  step: null,
  exceptions: [],
  stdout: "",
  stderr: "",
  truncated: false,
  events: [],
  culpritFile: null,
  oldApi: [],
  numpy: null,
  loadedAs: null,
  shadowedBy: null,
  seconds: 0,
  peakBytes: null,
  gilEnabledBy: null,
  disagreement: [],
  confirmed: false,
  nativeFrames: []
};

export {
  NOTHING_SEEN
};
