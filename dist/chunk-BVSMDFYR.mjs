import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/packaging/spec-problem.ts
function specProblem(message, remedy) {
  return { kind: "problem", message, remedy };
}

export {
  specProblem
};
