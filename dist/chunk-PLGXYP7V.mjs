import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_pep440
} from "./chunk-M22XZUZZ.mjs";
import {
  __toESM
} from "./chunk-MGTXAUHH.mjs";

// src/model/compare-numpy.ts
var import_pep440 = __toESM(require_pep440(), 1);

// src/model/combination.ts
var NUMPY_NONE = "none";
function combinationId(python, numpy, platform) {
  const prefix = /^\d/.test(python) ? "py" : "";
  return `${prefix}${python}-np${numpy}${platform === void 0 ? "" : `-${platform}`}`;
}

// src/model/compare-numpy.ts
function compareNumpy(a, b) {
  if (a === NUMPY_NONE || b === NUMPY_NONE) {
    return Number(a === NUMPY_NONE) - Number(b === NUMPY_NONE);
  }
  if (a === b) return 0;
  const pair = `${a} ${b}`;
  const known = compared.get(pair);
  if (known !== void 0) return known;
  const order = (0, import_pep440.valid)(a) && (0, import_pep440.valid)(b) ? (0, import_pep440.compare)(a, b) : a.localeCompare(b, "en", { numeric: true });
  if (compared.size < MOST_COMPARED) compared.set(pair, order);
  return order;
}
var compared = /* @__PURE__ */ new Map();
var MOST_COMPARED = 2e4;

// src/packaging/exit-codes.ts
var MEMORY = "it read or wrote memory that is not its own";
var INSTRUCTION = "it ran an instruction that this processor does not have";
var DEATHS = [
  { name: "SIGSEGV", means: MEMORY, signals: [11] },
  {
    name: "SIGABRT",
    means: "it gave up (abort), after a failed assertion, a corrupted heap or an uncaught C++ exception",
    signals: [6]
  },
  {
    name: "SIGBUS",
    means: "it touched memory behind a file that is cut short, or misaligned memory",
    signals: [7, 10]
  },
  { name: "SIGILL", means: INSTRUCTION, signals: [4] },
  {
    name: "SIGFPE",
    means: "an integer was divided by zero, or floating-point traps were switched on and one was hit",
    signals: [8]
  },
  {
    name: "SIGKILL",
    means: "it was killed from outside, most often because memory ran out",
    signals: [9]
  },
  { name: "SIGTERM", means: "it was asked from outside to end", signals: [15] },
  { name: "SIGINT", means: "it raised the interrupt signal (Ctrl-C)", signals: [2] },
  {
    name: "SIGTRAP",
    means: "it hit a trap, which compilers put where the program must not go on, or had itself traced (ptrace) and was stopped by another signal",
    signals: [5]
  },
  { name: "SIGALRM", means: "a timer that it had set rang (`alarm`, `setitimer`)", signals: [14] },
  { name: "SIGPIPE", means: "it wrote to a pipe that nobody reads", signals: [13] },
  { name: "SIGXCPU", means: "it used up its limit of processor time", signals: [24] },
  { name: "SIGXFSZ", means: "it wrote beyond its limit of a file\u2019s size", signals: [25] },
  { name: "SIGSYS", means: "it made a system call that is forbidden here", signals: [31] },
  { name: "ACCESS_VIOLATION", means: MEMORY, status: 3221225477 },
  {
    name: "IN_PAGE_ERROR",
    means: "a file that it had mapped could not be read",
    status: 3221225478
  },
  { name: "NO_MEMORY", means: "memory ran out", status: 3221225495 },
  { name: "ILLEGAL_INSTRUCTION", means: INSTRUCTION, status: 3221225501 },
  { name: "PRIVILEGED_INSTRUCTION", means: INSTRUCTION, status: 3221225622 },
  { name: "DATATYPE_MISALIGNMENT", means: "it touched misaligned memory", status: 2147483650 },
  {
    name: "BREAKPOINT",
    means: "it hit a breakpoint, which compilers put where the program must not go on",
    status: 2147483651
  },
  { name: "FLOAT_DIVIDE_BY_ZERO", means: "a number was divided by zero", status: 3221225614 },
  { name: "INTEGER_DIVIDE_BY_ZERO", means: "an integer was divided by zero", status: 3221225620 },
  { name: "INTEGER_OVERFLOW", means: "an integer overflowed", status: 3221225621 },
  { name: "STACK_OVERFLOW", means: "the stack overflowed", status: 3221225725 },
  { name: "HEAP_CORRUPTION", means: "the heap was found corrupted", status: 3221226356 },
  { name: "FAIL_FAST", means: "it gave up (abort or a failed security check)", status: 3221226505 },
  { name: "ASSERTION_FAILURE", means: "it gave up after a failed assertion", status: 3221226528 },
  {
    name: "INVALID_IMAGE_FORMAT",
    means: "a file is no DLL of this architecture, or is damaged",
    status: 3221225595
  },
  { name: "DLL_NOT_FOUND", means: "a DLL that it needs was not found", status: 3221225781 },
  {
    name: "ENTRYPOINT_NOT_FOUND",
    means: "a DLL that it needs lacks a function, so it is another version",
    status: 3221225785
  },
  { name: "DLL_INIT_FAILED", means: "a DLL that it needs could not start", status: 3221225794 },
  { name: "CONTROL_C_EXIT", means: "it was interrupted (Ctrl-C)", status: 3221225786 },
  // The compiler's own codes: "msc" with severity error; delayimp.h has 126 and 127.
  { name: "CPP_EXCEPTION", means: "a C++ exception was caught by nobody", status: 3765269347 },
  {
    name: "DELAY_LOAD_DLL_NOT_FOUND",
    means: "a DLL that is loaded at its first use (delay-loaded) was not found",
    status: 3228369022
  },
  {
    name: "DELAY_LOAD_PROCEDURE_NOT_FOUND",
    means: "a DLL that is loaded at its first use (delay-loaded) lacks a function, so it is another version or variant",
    status: 3228369023
  }
];
var UNTOLD_END = "an untold end";
var BY_STATUS = new Map(
  DEATHS.flatMap((one) => one.status ? [[one.status, one.name]] : [])
);
var BY_SIGNAL = new Map(
  DEATHS.flatMap((one) => (one.signals ?? []).map((number) => [number, one.name]))
);
var MEANINGS = new Map(DEATHS.map((one) => [one.name, one.means]));
var SEVERE = 3221225472;
function crashOfStatus(code) {
  const status = code >>> 0;
  if ((code | 0) < 0 && (code | 0) > -65536) return void 0;
  const named = ntstatusName(status);
  return named ?? (status >= SEVERE ? `0x${status.toString(16).toUpperCase()}` : void 0);
}
function ntstatusName(status) {
  return BY_STATUS.get(status);
}
function signalName(number) {
  return BY_SIGNAL.get(number);
}
var ABORT_ON_WINDOWS = 3;
function mayBeAbort(code, system) {
  return system === "windows" && code === ABORT_ON_WINDOWS;
}
function meaningOfSignal(name) {
  return MEANINGS.get(name) ?? "the operating system ended it";
}

export {
  NUMPY_NONE,
  combinationId,
  compareNumpy,
  UNTOLD_END,
  crashOfStatus,
  ntstatusName,
  signalName,
  mayBeAbort,
  meaningOfSignal
};
