import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  baseName
} from "./chunk-C5GTPLUR.mjs";

// src/packaging/library-stem.ts
function libraryStem(path) {
  const name = baseName(path);
  return name.toLowerCase().replace(/(?:\.\d+)*\.(?:so|dylib|dll)(?:\.\d+)*$/, "");
}

export {
  libraryStem
};
