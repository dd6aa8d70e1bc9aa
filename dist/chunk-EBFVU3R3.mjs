import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/host/repository-root.ts
import { stat } from "node:fs/promises";
import { join } from "node:path";
async function repositoryRoot(folder) {
  return await gitTopLevel(folder) ?? folder;
}
async function gitTopLevel(folder) {
  for (let at = folder; ; at = join(at, "..")) {
    if (await stat(join(at, ".git")).catch(() => void 0)) return at;
    if (join(at, "..") === at) return null;
  }
}

// src/packaging/made-folder.ts
var MARKS = ["pyvenv.cfg", "conda-meta", "CACHEDIR.TAG"];
function isMadeFolder(inside) {
  return MARKS.some((mark) => inside.has(mark));
}

export {
  repositoryRoot,
  gitTopLevel,
  isMadeFolder
};
