import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  specProblem
} from "./chunk-Z2AIENEA.mjs";

// src/packaging/pyproject/toml-problem.ts
function tomlProblem(error, text) {
  const what = (error.message.split("\n")[0] ?? "").replace(/^Invalid TOML document: /, "");
  const lines = text.split("\n");
  const line = lines[error.line - 1]?.trim() ?? "";
  const start = openArray(lines.slice(0, error.line - 1).join("\n"));
  if (start !== void 0 && (line === "" || /^\[|^[\w."'-]+\s*=/.test(line))) {
    return specProblem(
      `pyproject.toml line ${error.line}: expected "]" (array started on line ${start})`,
      'Close the array with "]"'
    );
  }
  return specProblem(
    `pyproject.toml line ${error.line}, column ${error.column}: ${what}`,
    line === "" ? "Correct the TOML" : `Correct the TOML at: ${line.slice(0, 120)}`
  );
}
var TOKEN = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*|[[\]\n]/g;
function openArray(text) {
  const open = [];
  let line = 1;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "[") {
      open.push(line);
    } else if (token === "]") {
      open.pop();
    } else {
      line += token.split("\n").length - 1;
    }
  }
  return open.at(-1);
}

export {
  tomlProblem
};
