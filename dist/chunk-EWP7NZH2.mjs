import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  EXIT,
  interrupted
} from "./chunk-7YHZB25F.mjs";

// src/entry/answer-interrupts.ts
var STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"];
function answerInterrupts(running) {
  let said = false;
  for (const signal of STOP_SIGNALS) {
    running.on(signal, () => {
      if (said || running.listenerCount(signal) > 1) return;
      said = true;
      running.stderr.write(
        `error: ${interrupted().message}
`,
        () => running.exit(EXIT.interrupted)
      );
    });
  }
  running.once("beforeExit", () => running.exit());
}

// src/version.ts
var VERSION = "0.1.0";

// src/settings/option.ts
function shownPreset({ preset }) {
  return typeof preset === "string" ? preset : preset.shown;
}

export {
  STOP_SIGNALS,
  answerInterrupts,
  VERSION,
  shownPreset
};
