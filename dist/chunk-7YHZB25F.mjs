import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/user-error.ts
var EXIT = {
  proven: 0,
  findings: 1,
  usage: 2,
  setUp: 3,
  nothingTested: 4,
  bug: 70,
  interrupted: 130
};
var UserError = class extends Error {
  name = "UserError";
  exitCode;
  remedy;
  constructor(message, options) {
    super(message, { cause: options.cause });
    this.exitCode = options.exitCode;
    this.remedy = options.remedy;
  }
};
function interrupted(cause) {
  return new UserError("Interrupted: no process was left running", {
    exitCode: EXIT.interrupted,
    cause
  });
}

export {
  EXIT,
  UserError,
  interrupted
};
